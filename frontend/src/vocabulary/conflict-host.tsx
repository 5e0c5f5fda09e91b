import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../bridge/model";
import { Button } from "../ui/button";
import { Dialog, DialogActions, DialogBody } from "../ui/dialog";
import { ChangeValue } from "./change-value";
import { useChangeWords } from "./change-words";
import styles from "./conflict-host.module.css";
import type { Clash, Verdict } from "./save-merged";

/** A record that somebody else changed while it was edited here. */
interface Conflict {
  entity: portfolio.Entity;
  /** The name of the record. */
  label: string;
  clashes: Clash[];
}

type Ask = (conflict: Conflict) => Promise<Verdict>;

const AskContext = createContext<Ask>(() => Promise.resolve("neither"));

/** Asks the person which values of a record hold, in a dialog that the host shows. */
export function useAskAboutConflict(): Ask {
  return useContext(AskContext);
}

/** Shows the questions of everything below it, one after the other. */
export function ConflictHost({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ conflict: Conflict; answer: (verdict: Verdict) => void }[]>([]);
  const ask = useCallback<Ask>(
    (conflict) => new Promise((answer) => setAsked((before) => [...before, { conflict, answer }])),
    [],
  );
  const first = asked[0];
  const decide = useMemo(
    () => (verdict: Verdict) => {
      first?.answer(verdict);
      setAsked((before) => before.slice(1));
    },
    [first],
  );
  return (
    <AskContext value={ask}>
      {children}
      {first && <ConflictDialog conflict={first.conflict} onDecide={decide} />}
    </AskContext>
  );
}

interface ConflictDialogProps {
  conflict: Conflict;
  onDecide: (verdict: Verdict) => void;
}

function ConflictDialog({ conflict: { entity, label, clashes }, onDecide }: ConflictDialogProps) {
  const { t } = useTranslation();
  const words = useChangeWords();
  return (
    <Dialog title={t("conflict.title")} closeLabel={t("cancel")} onClose={() => onDecide("neither")}>
      <DialogBody>
        <p>{t("conflict.text", { record: t(`entity.${entity}`), name: label })}</p>
        <table className={styles.clashes}>
          <thead>
            <tr>
              <th scope="col">{t("activity.field")}</th>
              <th scope="col">{t("conflict.mine")}</th>
              <th scope="col">{t("conflict.theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {clashes.map(({ field, mine, theirs }) => (
              <tr key={field}>
                <th scope="row">{words.field(field)}</th>
                <td>
                  <ChangeValue of={{ entity, field }} value={mine} />
                </td>
                <td>
                  <ChangeValue of={{ entity, field }} value={theirs} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </DialogBody>
      <DialogActions>
        <Button onClick={() => onDecide("theirs")}>{t("conflict.keepTheirs")}</Button>
        <Button kind="primary" onClick={() => onDecide("mine")}>
          {t("conflict.keepMine")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
