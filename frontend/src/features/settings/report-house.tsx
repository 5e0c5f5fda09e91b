import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import { desk } from "../../bridge/backend";
import type { desk as model } from "../../bridge/model";
import { Button } from "../../ui/button";
import { TextInput } from "../../ui/field";
import { houseQuery } from "../../vocabulary/house-query";
import styles from "./report-house.module.css";
import { Row } from "./settings-group";

/** Whose name, logo and colour reports carry. What Go refuses is said, and goes back to what is kept. */
export function ReportHouse() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const house = useQuery(houseQuery).data;
  const keep = useMutation({
    mutationFn: (next: model.House) => desk.SetHouse(next),
    onSettled: () => client.invalidateQueries({ queryKey: houseQuery.queryKey }),
  });
  if (!house) return null;
  const change = (part: Partial<model.House>) => keep.mutate({ ...house, ...part });
  return (
    <>
      <Row label={t("settings.houseName")} note={t("settings.houseNameNote")}>
        <KeptText
          key={`name ${house.name}`}
          label={t("settings.houseName")}
          value={house.name}
          onChange={(name) => change({ name })}
        />
      </Row>
      <Row label={t("settings.logo")} note={t("settings.logoNote")}>
        {house.logo !== "" && (
          <>
            <img src={house.logo} alt={t("settings.logo")} className={styles.logo} />
            <Button onClick={() => change({ logo: "" })}>{t("settings.removeLogo")}</Button>
          </>
        )}
        <LogoButton onPick={(logo) => change({ logo })} />
      </Row>
      <Row label={t("settings.accent")} note={t("settings.accentNote")}>
        <input
          type="color"
          aria-label={t("settings.accentPick")}
          value={house.accent}
          className={styles.colour}
          onChange={(event) => change({ accent: event.target.value })}
        />
        <KeptText
          key={`accent ${house.accent} ${keep.failureCount}`}
          label={t("settings.accent")}
          value={house.accent}
          onChange={(accent) => change({ accent: accent.toLowerCase() })}
        />
      </Row>
      <div role="alert">{keep.error && <p className={styles.fault}>{keep.error.message}</p>}</div>
    </>
  );
}

interface KeptTextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A text that is kept with Enter or on leaving the field. */
function KeptText({ label, value, onChange }: KeptTextProps) {
  const [text, setText] = useState(value);
  const take = () => {
    if (text.trim() !== value) onChange(text.trim());
  };
  return (
    <TextInput
      aria-label={label}
      className={styles.text}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
      }}
    />
  );
}

/** Picks a picture, and gives it as a data URL. */
function LogoButton({ onPick }: { onPick: (logo: string) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const read = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = ""; // so that the same file can be picked again
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => {
      if (typeof reader.result === "string") onPick(reader.result);
    };
    reader.readAsDataURL(file);
  };
  return (
    <>
      <input ref={input} type="file" accept="image/png,image/jpeg" hidden onChange={read} />
      <Button onClick={() => input.current?.click()}>{t("settings.pickLogo")}</Button>
    </>
  );
}
