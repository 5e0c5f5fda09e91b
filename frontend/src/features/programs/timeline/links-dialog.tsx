import { useQuery } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { Button } from "../../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../../ui/dialog";
import { Field } from "../../../ui/field";
import { SearchChoice } from "../../../ui/search-choice";
import { Segments } from "../../../ui/segments";
import { useReadOnly } from "../../../vocabulary/desk-day";
import { programNamesQuery, timelineQuery } from "./queries";
import styles from "./timeline-dialogs.module.css";
import { useLinks, type Pair } from "./use-links";

interface LinksDialogProps {
  program: portfolio.ProgramRow;
  say: (text: string) => void;
  onClose: () => void;
}

const sides = ["waitsFor", "holdsUp"] as const;
type Side = (typeof sides)[number];

/** Lists what a program waits for and what it holds up, joins it with another one and parts it from one. */
export function LinksDialog({ program, say, onClose }: LinksDialogProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const { link, unlink } = useLinks(say);
  const [side, setSide] = useState<Side>("waitsFor");
  const [other, setOther] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const row = useQuery(timelineQuery([program.id])).data?.[0];
  const names = useQuery(programNamesQuery).data ?? [];
  const options = names
    .filter(({ id }) => id !== program.id)
    .map(({ id, name }) => ({ value: id, label: name }));

  const pairWith = (end: Pair["from"], at: Side): Pair =>
    at === "waitsFor" ? { from: end, to: program } : { from: program, to: end };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const chosen = names.find(({ id }) => id === other);
    if (!chosen) return;
    setRefusal(undefined);
    link(pairWith(chosen, side), { onDone: onClose, onFailed: setRefusal });
  };

  return (
    <Dialog title={t("timeline.links", { name: program.name })} closeLabel={t("close")} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody onlyText={readOnly}>
          <ul className={styles.links}>
            {sides.flatMap(
              (at) =>
                (at === "waitsFor" ? row?.waits_for : row?.holds_up)?.map(({ dependency, other: end }) => {
                  const pair = pairWith(end, at);
                  return (
                    <li key={dependency.id} className={styles.link}>
                      <span>
                        <span className={styles.side}>{t(`dependency.${at}`)}</span>
                        {end.name}
                      </span>
                      {!readOnly && (
                        <Button
                          kind="quiet"
                          aria-label={t("timeline.unlinkOf", { from: pair.from.name, to: pair.to.name })}
                          onClick={() => unlink(pair, dependency, { onFailed: setRefusal })}
                        >
                          {t("timeline.unlink")}
                        </Button>
                      )}
                    </li>
                  );
                }) ?? [],
            )}
          </ul>
          {row?.waits_for.length === 0 && row.holds_up.length === 0 && <p>{t("dependency.none")}</p>}
          {!readOnly && (
            <div className={styles.add}>
              <Segments<Side>
                label={t("dependency.direction")}
                value={side}
                options={sides.map((value) => ({ value, label: t(`dependency.${value}`) }))}
                onChange={setSide}
              />
              <Field label={t("timeline.linkTo")}>
                {({ id }) => (
                  <SearchChoice
                    id={id}
                    options={options}
                    onChange={setOther}
                    placeholder={t("dependency.find")}
                    nothing={t("filter.nothing")}
                  />
                )}
              </Field>
            </div>
          )}
          {refusal && (
            <p role="alert" className={styles.error}>
              {refusal}
            </p>
          )}
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {!readOnly && (
            <Button type="submit" kind="primary" disabled={other === undefined}>
              {t("timeline.link")}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
