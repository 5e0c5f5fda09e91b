import { clsx } from "clsx";
import type { ComponentPropsWithRef, ReactNode } from "react";
import styles from "./button.module.css";

interface ButtonProps extends ComponentPropsWithRef<"button"> {
  /** "primary" is the one action of a page or dialog; "quiet" has no border. */
  kind?: "primary" | "plain" | "quiet" | "danger";
}

export function Button({ kind = "plain", className, ...rest }: ButtonProps) {
  return <button type="button" className={clsx(styles.button, styles[kind], className)} {...rest} />;
}

interface IconButtonProps extends Omit<ComponentPropsWithRef<"button">, "children" | "aria-label" | "title"> {
  /** The accessible name, also shown on hover. */
  label: string;
  children: ReactNode;
}

/** A square button that shows only an icon. */
export function IconButton({ label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(styles.icon, className)}
      {...rest}
    />
  );
}
