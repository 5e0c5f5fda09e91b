import type { Status } from "../bridge/model";
import { useRowWords } from "../strings/row-words";
import { Chip, type Tone } from "../ui/chip";

const tones: Record<Status, Tone> = {
  "On Track": "good",
  "At Risk": "warn",
  "Off Track": "bad",
  Completed: "done",
};

/** The tone of a declared status; "none" where it is not reported. */
export function statusTone(status: Status | null): Tone {
  return status === null ? "none" : tones[status];
}

/** The declared status as icon, word and colour. */
export function StatusChip({ status }: { status: Status | null }) {
  const { t } = useRowWords();
  return <Chip tone={statusTone(status)}>{status === null ? t("status.none") : t(`status.${status}`)}</Chip>;
}
