import { useNavigate } from "@tanstack/react-router";
import { CaretDownIcon } from "@phosphor-icons/react/dist/csr/CaretDown";
import { useTranslation } from "react-i18next";
import { portfolio, type desk } from "../../bridge/model";
import { ActionMenu } from "../../ui/action-menu";
import { useDayWords } from "../../vocabulary/day";
import { useAsOf } from "../../vocabulary/desk-day";
import { engineName, placeWords } from "../../vocabulary/engine";
import styles from "./engine-menu.module.css";

interface EngineMenuProps {
  engines: desk.Engine[];
  engine: desk.Engine;
  onChoose: (engine: desk.Engine) => void;
}

/** Says what answers and where it runs, and lets another engine answer. */
export function EngineMenu({ engines, engine, onChoose }: EngineMenuProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const asOf = useAsOf();
  const { day } = useDayWords();
  const settings = () => void navigate({ to: "/settings" });
  const words = (of: desk.Engine) =>
    t("assistant.place", { engine: engineName(t, of), place: placeWords(t, of.place) });
  const place =
    asOf === null
      ? words(engine)
      : t("assistant.placeThen", { engine: engineName(t, engine), day: day(asOf) });
  const actions = engines.map((each) => ({
    key: each.id,
    label: each.allowed ? words(each) : `${words(each)} · ${t("engine.unagreed")}`,
    current: each.id === engine.id,
    run: () => (each.allowed ? onChoose(each) : settings()),
  }));
  return (
    <ActionMenu
      trigger={
        <button
          type="button"
          className={styles.engine}
          aria-label={t("engine.choose", { engine: place })}
          title={place}
        >
          <i
            className={engine.place === portfolio.Place.ThisComputer ? styles.here : styles.away}
            aria-hidden
          />
          <span>{place}</span>
          <CaretDownIcon size={8} aria-hidden />
        </button>
      }
      actions={[...actions, { key: "settings", label: t("engine.settings"), run: settings }]}
    />
  );
}
