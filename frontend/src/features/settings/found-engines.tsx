import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { engines } from "../../bridge/backend";
import type { model } from "../../bridge/model";
import { Button } from "../../ui/button";
import styles from "./engine-list.module.css";

interface FoundEnginesProps {
  /** Called with what is known of an engine that was found. */
  onChoose: (found: { name: string; base_url: string; model: string }) => void;
}

/** Looks for engines on this computer when its button is pressed, and offers those that answer. */
export function FoundEngines({ onChoose }: FoundEnginesProps) {
  const { t } = useTranslation();
  const look = useMutation({ mutationFn: () => engines.Look() });
  const choose = ({ name, base_url, models }: model.Found) =>
    onChoose({ name, base_url, model: models[0] ?? "" });
  return (
    <>
      <Button disabled={look.isPending} title={t("engine.lookNote")} onClick={() => look.mutate()}>
        {t(look.isPending ? "engine.looking" : "engine.look")}
      </Button>
      <p className={styles.note}>{t("engine.lookNote")}</p>
      <div role="status" className={styles.found}>
        {look.data?.length === 0 && <p className={styles.note}>{t("engine.noneFound")}</p>}
        {look.error && <p className={styles.note}>{look.error.message}</p>}
        {look.data?.map((found) => (
          <Button key={found.base_url} onClick={() => choose(found)}>
            {t("engine.addFound", { name: found.name, count: found.models.length })}
          </Button>
        ))}
      </div>
    </>
  );
}
