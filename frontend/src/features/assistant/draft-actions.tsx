import { EnvelopeSimpleIcon } from "@phosphor-icons/react/dist/csr/EnvelopeSimple";
import { NotePencilIcon } from "@phosphor-icons/react/dist/csr/NotePencil";
import { useNavigate } from "@tanstack/react-router";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { openMail } from "../../bridge/mail";
import { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { toastFailure } from "../../ui/toasts";
import { useReadOnly } from "../../vocabulary/desk-day";
import { handUpdate } from "../../vocabulary/handed-update";
import { answerPage } from "./answer-html";
import { draftBody, draftMarkdown, draftPage } from "./draft-content";
import styles from "./draft-actions.module.css";
import { mailAddress } from "./mail-address";
import { withoutLinks } from "./plain-markdown";

interface DraftActionsProps {
  draft: portfolio.Draft;
  /** The text of the answer that holds the draft as Markdown, and where it is drawn. */
  text: string;
  drawn: RefObject<HTMLElement | null>;
}

/** Where a draft can go besides the clipboard. Nothing of it posts or sends anything. */
export function DraftActions({ draft, text, drawn }: DraftActionsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const body = () => (drawn.current ? draftBody(draftPage(answerPage(drawn.current))) : "");
  const compose = () => {
    handUpdate(draft.program_id, body());
    void navigate({ to: "/program/$id", params: { id: draft.program_id } });
  };
  const mail = () => {
    const address = mailAddress(draft.subject, body());
    if (address) openMail(address);
    else toastFailure(t("draft.mailTooLong"));
  };
  const composed = draft.kind === portfolio.DraftKind.StatusUpdate && !readOnly;
  const mailed =
    draft.kind === portfolio.DraftKind.Mail && mailAddress(draft.subject, withoutLinks(draftMarkdown(text)));
  if (!composed && !mailed) return null;
  return (
    <div className={styles.row}>
      {composed && (
        <Button onClick={compose}>
          <NotePencilIcon size={14} aria-hidden />
          {t("draft.compose")}
        </Button>
      )}
      {mailed && (
        <Button onClick={mail}>
          <EnvelopeSimpleIcon size={14} aria-hidden />
          {t("draft.mail")}
        </Button>
      )}
    </div>
  );
}
