import { clsx } from "clsx";
import { lazy, Suspense, type ReactNode, type RefCallback } from "react";
import { useFirstPageDrawn } from "../lib/use-first-page-drawn";
import styles from "./detail-popover.module.css";
import { FaceFirst } from "./face-first";

const load = () => import("./detail-parts");
// The types of what a detail stands for are kept: `lazy` forgets them.
const LoadedTrigger = lazy(async () => ({ default: (await load()).LoadedTrigger })) as unknown as <P>(
  props: LoadedTriggerProps<P>,
) => ReactNode;
const LoadedPopover = lazy(async () => ({ default: (await load()).LoadedPopover })) as unknown as <P>(
  props: DetailPopoverProps<P>,
) => ReactNode;

/** Joins the triggers in the rows of a list to the one popover that shows what each stands for. */
export interface Detail<P> {
  /** Of the library, once it is loaded. */
  popover?: unknown;
  /** Never set: it tells details of different things apart. */
  of?: P;
}

export function createDetail<P>(): Detail<P> {
  return {};
}

export interface DetailTriggerProps<P> {
  handle: Detail<P>;
  payload: P;
  /** The accessible name. */
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

export interface LoadedTriggerProps<P> extends DetailTriggerProps<P> {
  buttonRef: RefCallback<HTMLButtonElement>;
}

/** A button in a row that shows details on hover and on Enter; the arrow keys of the list lead to it. */
export function DetailTrigger<P>(props: DetailTriggerProps<P>) {
  const { label, className, children } = props;
  return (
    <FaceFirst aria-label={label} tabIndex={-1} className={clsx(styles.trigger, className)} face={children}>
      {(ref) => <LoadedTrigger {...props} buttonRef={ref} />}
    </FaceFirst>
  );
}

export interface DetailPopoverProps<P> {
  handle: Detail<P>;
  title: (payload: P) => string;
  children: (payload: P) => ReactNode;
}

/** The popover of the triggers with the same handle. */
export function DetailPopover<P>(props: DetailPopoverProps<P>) {
  const drawn = useFirstPageDrawn();
  return <Suspense>{drawn && <LoadedPopover {...props} />}</Suspense>;
}
