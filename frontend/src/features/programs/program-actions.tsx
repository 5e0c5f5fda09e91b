import { ChatCircleIcon } from "@phosphor-icons/react/dist/csr/ChatCircle";
import { LinkIcon } from "@phosphor-icons/react/dist/csr/Link";
import { useTranslation } from "react-i18next";
import { toAppError } from "../../bridge/app-error";
import { copyText } from "../../bridge/clipboard";
import { ActionMenu } from "../../ui/action-menu";
import { Button, IconButton } from "../../ui/button";
import { toast, toastFailure } from "../../ui/toasts";
import { useAsk } from "../../vocabulary/ask";
import { recordLink } from "../../vocabulary/record-link";
import { DeleteProgram } from "./delete-program";
import { Neighbours } from "./neighbours";
import { useProgramEditing } from "./program-editing";
import styles from "./program-page.module.css";

/** The questions to begin with; those that name what the page shows come first. */
const starters = ["program", "programRisks", "programMilestones", "programChanges"] as const;

/** What can be done with a program as a whole. */
export function ProgramActions() {
  const { t } = useTranslation();
  const { program, readOnly } = useProgramEditing();
  const ask = useAsk();
  const copy = (text: string) =>
    copyText(text).then(
      () => toast({ title: t("program.copied", { text }) }),
      (error: unknown) => toastFailure(toAppError(error).message),
    );
  return (
    <>
      <ActionMenu
        trigger={
          <Button aria-label={t("program.ask")} title={t("program.ask")}>
            <ChatCircleIcon size={14} aria-hidden />
            <span className={styles.word}>{t("program.askShort")}</span>
          </Button>
        }
        actions={[
          ...starters.map((key) => {
            const question = t(`starter.${key}`, { name: program.name });
            return { key, label: question, run: () => ask(question) };
          }),
          { key: "own", label: t("program.askOwn"), run: () => ask() },
        ]}
      />
      <ActionMenu
        trigger={
          <IconButton label={t("program.copy")}>
            <LinkIcon size={16} />
          </IconButton>
        }
        actions={[
          {
            key: "link",
            label: t("program.copyLink"),
            run: () => void copy(recordLink({ type: "program", id: program.id })),
          },
          { key: "id", label: t("program.copyId"), run: () => void copy(program.id) },
        ]}
      />
      {!readOnly && <DeleteProgram program={program} />}
      <Neighbours id={program.id} />
    </>
  );
}
