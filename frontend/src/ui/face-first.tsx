import {
  startTransition,
  useCallback,
  useEffect,
  useState,
  type ComponentPropsWithRef,
  type ReactNode,
  type RefCallback,
} from "react";
import { useFirstPageDrawn } from "../lib/use-first-page-drawn";

interface FaceFirstProps extends Omit<
  ComponentPropsWithRef<"button">,
  | "children"
  | "ref"
  | "onClick"
  | "onFocus"
  | "onBlur"
  | "onPointerDown"
  | "onPointerLeave"
  | "onPointerCancel"
  | "onKeyDown"
  | "onKeyUp"
> {
  face: ReactNode;
  /** The button that opens something, whose code may still have to be loaded. It takes over what its face was asked for. */
  children: (ref: RefCallback<HTMLButtonElement>) => ReactNode;
}

/**
 * A button that opens something, of which the first page shows only the face: what opens is loaded when that page is drawn,
 * or at the first click, and takes its place when it is there. The keyboard stays on the button, a click on its face opens
 * it, and while it is pressed nothing takes its place: the press would come to nothing.
 */
export function FaceFirst({ face, children, ...button }: FaceFirstProps) {
  const drawn = useFirstPageDrawn();
  const [asked, setAsked] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [pressed, setPressed] = useState(false);
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
  // In a transition the face stays until the code has come.
  useEffect(() => {
    if (drawn || asked) startTransition(() => setWanted(true));
  }, [drawn, asked]);
  const press = () => setPressed(true);
  const release = () => startTransition(() => setPressed(false));

  if (wanted && !pressed) return children(takeOver);
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={false}
      {...button}
      onPointerDown={press}
      onPointerLeave={release}
      onPointerCancel={release}
      onKeyDown={press}
      onKeyUp={release}
      onClick={() => {
        setAsked(true);
        release();
      }}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        release(); // the key that leads away comes up elsewhere
      }}
    >
      {face}
    </button>
  );
}
