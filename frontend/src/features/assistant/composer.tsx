import { useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { isPressed } from "../../lib/shortcuts";
import { Button } from "../../ui/button";
import styles from "./composer.module.css";

interface ComposerProps {
  inputRef: Ref<HTMLTextAreaElement>;
  /** What questions are about. */
  scopeLabel: string;
  answering: boolean;
  /** Resolves to false where the question was refused; its text then stays. */
  onSend: (text: string) => Promise<boolean>;
  onStop: () => void;
}

/** Where questions are written. Enter sends, with Ctrl or Cmd too; Shift+Enter breaks the line. */
export function Composer({ inputRef, scopeLabel, answering, onSend, onStop }: ComposerProps) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState("");
  const form = useRef<HTMLFormElement>(null);

  useLayoutEffect(() => {
    const input = form.current?.querySelector("textarea");
    if (!input) return;
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
  }, [text]);

  const send = async () => {
    const question = text.trim();
    if (question === "" || answering) return;
    setText("");
    if (!(await onSend(question))) setText(question);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPressed("send", event) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };

  return (
    <form ref={form} className={styles.composer} onSubmit={submit}>
      <textarea
        ref={inputRef}
        rows={1}
        className={styles.input}
        aria-label={t("assistant.message")}
        placeholder={t("assistant.placeholder")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {i18n.language !== "en" && <p className={styles.language}>{t("assistant.language")}</p>}
      <div className={styles.foot}>
        <span className={styles.scope} title={t("assistant.scope", { scope: scopeLabel })}>
          {scopeLabel}
        </span>
        {answering ? (
          <Button onClick={onStop}>{t("assistant.stop")}</Button>
        ) : (
          <Button type="submit" kind="primary" disabled={text.trim() === ""}>
            {t("assistant.send")}
          </Button>
        )}
      </div>
    </form>
  );
}
