import { Suspense, useState, type ComponentPropsWithRef, type ReactNode } from "react";
import { useFirstPageDrawn } from "../lib/use-first-page-drawn";

interface FaceFirstProps extends Omit<ComponentPropsWithRef<"button">, "children" | "onClick"> {
  face: ReactNode;
  /** The button that opens something, whose code may still have to be loaded; `asked` where it was clicked before. */
  children: (asked: boolean) => ReactNode;
}

/**
 * A button that opens something, of which the first page shows only the face: what opens is loaded when that page is drawn,
 * or at the first click.
 */
export function FaceFirst({ face, children, ...button }: FaceFirstProps) {
  const drawn = useFirstPageDrawn();
  const [asked, setAsked] = useState(false);
  const plain = (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={false}
      {...button}
      onClick={() => setAsked(true)}
    >
      {face}
    </button>
  );
  return drawn || asked ? <Suspense fallback={plain}>{children(asked)}</Suspense> : plain;
}
