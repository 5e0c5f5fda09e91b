import {
  Suspense,
  useCallback,
  useState,
  type ComponentPropsWithRef,
  type ReactNode,
  type RefCallback,
} from "react";
import { useFirstPageDrawn } from "../lib/use-first-page-drawn";

interface FaceFirstProps extends Omit<
  ComponentPropsWithRef<"button">,
  "children" | "onClick" | "onFocus" | "onBlur" | "ref"
> {
  face: ReactNode;
  /** The button that opens something, whose code may still have to be loaded. It takes over what its face was asked for. */
  children: (ref: RefCallback<HTMLButtonElement>) => ReactNode;
}

/**
 * A button that opens something, of which the first page shows only the face: what opens is loaded when that page is drawn,
 * or at the first click. The keyboard stays on the button, and a click on its face opens it.
 */
export function FaceFirst({ face, children, ...button }: FaceFirstProps) {
  const drawn = useFirstPageDrawn();
  const [asked, setAsked] = useState(false);
  const [focused, setFocused] = useState(false);
  const keepFocus = useCallback(
    (element: HTMLElement | null) => {
      if (focused) element?.focus();
    },
    [focused],
  );
  const takeOver = useCallback(
    (element: HTMLElement | null) => {
      keepFocus(element);
      if (asked && element) setTimeout(() => element.click()); // what it opens is there after this commit
    },
    [asked, keepFocus],
  );
  const plain = (
    <button
      ref={keepFocus}
      type="button"
      aria-haspopup="dialog"
      aria-expanded={false}
      {...button}
      onClick={() => setAsked(true)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {face}
    </button>
  );
  return drawn || asked ? <Suspense fallback={plain}>{children(takeOver)}</Suspense> : plain;
}
