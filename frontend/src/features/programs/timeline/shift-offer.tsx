import { useQuery, useQueryClient } from "@tanstack/react-query";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { dataKey } from "../../../lib/query-keys";
import { Button, IconButton } from "../../../ui/button";
import { Dialog, DialogActions, DialogBody } from "../../../ui/dialog";
import { Day } from "../../../vocabulary/day";
import { useEditRecords } from "../../../vocabulary/use-edit-records";
import { moved } from "./bar-shape";
import { datesEdit } from "./draft";
import { dependantsOf } from "./queries";
import styles from "./shift-offer.module.css";
import { useTimelineWords } from "./timeline-words";
import type { MovedLaunch } from "./use-moves";

interface ShiftOfferProps {
  moved: MovedLaunch;
  onClose: () => void;
}

/** After a program moved: offers to move what waits for it by as much. Nothing is there where nothing waits. */
export function ShiftOffer({ moved: { program, days }, onClose }: ShiftOfferProps) {
  const { t } = useTranslation();
  const words = useTimelineWords();
  const client = useQueryClient();
  const [previewing, setPreviewing] = useState(false);
  const dependants = useQuery({
    queryKey: [dataKey, "programs", "dependants", program.id],
    queryFn: () => dependantsOf(client, program.id),
  }).data;
  if (!dependants || dependants.length === 0 || days === 0) return null;
  const count = dependants.length;
  const by = words.by(days);
  return (
    <div role="status" className={styles.offer}>
      <p>{t("timeline.shiftOffer", { count, name: program.name, by })}</p>
      <Button onClick={() => setPreviewing(true)}>{t("timeline.shift", { count })}</Button>
      <IconButton label={t("close")} onClick={onClose}>
        <XIcon size={12} />
      </IconButton>
      {previewing && (
        <ShiftDialog
          name={program.name}
          days={days}
          dependants={dependants}
          onClose={() => setPreviewing(false)}
          onDone={onClose}
        />
      )}
    </div>
  );
}

interface ShiftDialogProps {
  name: string;
  days: number;
  dependants: portfolio.LinkEnd[];
  onClose: () => void;
  onDone: () => void;
}

/** Shows what a shift would change, and does it as one step. */
function ShiftDialog({ name, days, dependants, onClose, onDone }: ShiftDialogProps) {
  const { t } = useTranslation();
  const words = useTimelineWords();
  const edit = useEditRecords();
  const by = words.by(days);
  const count = dependants.length;
  const rows = dependants.map((program) => ({ program, after: moved(program, "move", days) }));
  const shift = () => {
    edit({
      edits: rows.map(({ program, after }) => datesEdit(program, after)),
      done: t("timeline.shifted", { count, by }),
    });
    onDone();
  };
  return (
    <Dialog title={t("timeline.shiftTitle", { name })} closeLabel={t("close")} onClose={onClose}>
      <DialogBody onlyText>
        <p>{t("timeline.shiftText", { by })}</p>
        <table className={styles.preview}>
          <thead>
            <tr>
              <th scope="col">{t("field.program")}</th>
              <th scope="col">{t("timeline.launchFrom")}</th>
              <th scope="col">{t("timeline.launchTo")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ program, after }) => (
              <tr key={program.id}>
                <th scope="row">{program.name}</th>
                <td>
                  <Day day={program.launch_date} />
                </td>
                <td>
                  <Day day={after.launch_date} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button kind="primary" onClick={shift}>
          {t("timeline.shiftRun", { count })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
