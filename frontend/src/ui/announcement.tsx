import unseen from "./unseen.module.css";

/** Announces its text to screen readers when it changes, without being seen. */
export function Announcement({ text }: { text: string }) {
  return (
    <div role="status" className={unseen.unseen}>
      {text}
    </div>
  );
}
