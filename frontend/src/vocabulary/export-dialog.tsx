import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { isCancelled } from "../bridge/app-error";
import { files } from "../bridge/backend";
import { readUntil } from "../bridge/give-up";
import { exchange, type app } from "../bridge/model";
import { Button } from "../ui/button";
import { Dialog, DialogActions, DialogBody } from "../ui/dialog";
import { Segments } from "../ui/segments";
import { Spinner } from "../ui/spinner";
import { DayField } from "./day-field";
import { useToday } from "./desk-day";
import type { ExportedList } from "./exported-list";
import styles from "./export.module.css";
import { toastSaved } from "./saved-file";

const { Csv, Json, Md, Xlsx } = exchange.Format;

/** What each thing that can be exported is written as. A list of programs is a portfolio of its own. */
const formats = {
  all: [Xlsx, Csv, Json, Md],
  list: [Xlsx, Csv, Md],
} as const;

type What = "list" | "all";

interface ExportDialogProps {
  list: ExportedList;
  onClose: () => void;
}

/** Asks what to write, as what and as of which day; then the system asks where. */
export function ExportDialog({ list, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const today = useToday();
  const [what, setWhat] = useState<What>("list");
  const [chosen, setFormat] = useState<exchange.Format>(Xlsx);
  const [day, setDay] = useState<string | null | undefined>(today);
  const whole = what === "all" || list.of === "program" ? "all" : "list";
  const format = formats[whole].find((one) => one === chosen) ?? Xlsx;
  const waiting = useRef<AbortController>(undefined);
  useEffect(() => () => waiting.current?.abort(), []);

  const write = useMutation({
    mutationFn: (asked: app.ExportRequest) => {
      waiting.current = new AbortController();
      return readUntil(waiting.current.signal, (ticket) => files.Export(asked, ticket));
    },
    onSuccess: (path) => {
      if (path !== "") onClose();
      toastSaved(t, path);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!day || write.isPending) return;
    const name = t(`fileExport.name.${what === "all" ? "all" : list.of}`);
    write.mutate({
      format,
      as_of: day,
      name: `${name} ${day}`,
      ...(what === "list" && { of: list.query }),
    });
  };
  const failure = write.error;

  return (
    <Dialog title={t("fileExport.title")} closeLabel={t("cancel")} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <div className={styles.fields}>
            <div className={styles.choice}>
              <span className={styles.name}>{t("fileExport.what")}</span>
              <Segments
                label={t("fileExport.what")}
                value={what}
                options={[
                  { value: "list", label: t(`fileExport.list.${list.of}`, { count: list.total }) },
                  { value: "all", label: t("fileExport.all") },
                ]}
                onChange={setWhat}
              />
            </div>
            <div className={styles.choice}>
              <span className={styles.name}>{t("fileExport.format")}</span>
              <Segments
                label={t("fileExport.format")}
                value={format}
                options={formats[whole].map((value) => ({ value, label: t(`fileExport.formats.${value}`) }))}
                onChange={setFormat}
              />
              <p className={styles.hint}>
                {whole === "all"
                  ? t(`fileExport.formatOf.all.${format}`)
                  : format !== Json && t(`fileExport.formatOf.list.${format}`)}
              </p>
            </div>
            <DayField
              label={t("fileExport.day")}
              hint={t("fileExport.dayHint")}
              initial={today}
              required
              className={styles.day}
              disabled={write.isPending}
              onChange={setDay}
            />
          </div>
          {failure && !isCancelled(failure) && (
            <p role="alert" className={styles.error}>
              {failure.message}
            </p>
          )}
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" kind="primary" disabled={!day || write.isPending}>
            {write.isPending && <Spinner />}
            {write.isPending ? t("fileExport.running") : t("fileExport.run")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
