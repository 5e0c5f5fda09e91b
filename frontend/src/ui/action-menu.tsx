import { Menu } from "@base-ui/react/menu";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { clsx } from "clsx";
import type { ReactElement, ReactNode } from "react";
import floating from "./floating.module.css";
import styles from "./action-menu.module.css";

export interface MenuAction {
  key: string;
  label: string;
  /** Whether it is what holds now. */
  current?: boolean;
  run: () => void;
}

interface ActionMenuProps {
  /** The button that opens the menu. */
  trigger: ReactElement;
  actions: MenuAction[];
  /** The side of the button that the list keeps to. */
  align?: "start" | "end";
  /** Stands above the actions. */
  lead?: ReactNode;
}

/** A button that opens a list of things to do. */
export function ActionMenu({ trigger, actions, align = "end", lead }: ActionMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner className={floating.positioner} sideOffset={4} align={align}>
          <Menu.Popup className={clsx(floating.popup, styles.popup)}>
            {lead}
            {actions.map(({ key, label, current, run }) => (
              <Menu.Item
                key={key}
                className={clsx(floating.item, styles.item)}
                aria-current={current}
                onClick={run}
              >
                {label}
                {current && <CheckIcon size={14} className={styles.current} aria-hidden />}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
