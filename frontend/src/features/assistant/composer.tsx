import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type SyntheticEvent,
} from "react";
import { useTranslation } from "react-i18next";
import { isPressed } from "../../lib/shortcuts";
import { Button } from "../../ui/button";
import styles from "./composer.module.css";
import { mentionAt, withMention } from "./mention";
import { MentionList } from "./mention-list";
import { optionId, useMentions } from "./use-mentions";

interface ComposerProps {
  inputRef: Ref<HTMLTextAreaElement>;
  /** Says what questions are about. */
  about: ReactNode;
  answering: boolean;
  /** Resolves to false where the question was refused; its text then stays. */
  onSend: (text: string) => Promise<boolean>;
  onStop: () => void;
}

/** Where questions are written. Enter sends, with Ctrl or Cmd too; Shift+Enter breaks the line; "@" offers records. */
export function Composer({ inputRef, about, answering, onSend, onStop }: ComposerProps) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const [caret, setCaret] = useState<number>();
  const goTo = useRef<number>(undefined);
  const mention = caret === undefined ? undefined : mentionAt(text, caret);
  const mentions = useMentions(mention, (words) => {
    if (!mention) return;
    const next = withMention(text, mention, words);
    setText(next.text);
    setCaret(next.caret);
    goTo.current = next.caret;
  });

  useLayoutEffect(() => {
    const input = form.current?.querySelector("textarea");
    if (!input) return;
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
    if (goTo.current !== undefined) input.setSelectionRange(goTo.current, goTo.current);
    goTo.current = undefined;
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
    if (event.nativeEvent.isComposing || mentions.onKey(event) || !isPressed("send", event)) return;
    event.preventDefault();
    void send();
  };

  return (
    <form ref={form} className={styles.composer} onSubmit={submit}>
      <MentionList {...mentions} />
      <textarea
        ref={inputRef}
        rows={1}
        className={styles.input}
        aria-label={t("assistant.message")}
        aria-autocomplete="list"
        aria-controls={mentions.active && mentions.id}
        aria-activedescendant={mentions.active && optionId(mentions.id, mentions.active)}
        placeholder={t("assistant.placeholder")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          setCaret(selectionStart === selectionEnd ? selectionStart : undefined)
        }
        onBlur={() => setCaret(undefined)}
      />
      {i18n.language !== "en" && <p className={styles.language}>{t("assistant.language")}</p>}
      <div className={styles.foot}>
        {about}
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
