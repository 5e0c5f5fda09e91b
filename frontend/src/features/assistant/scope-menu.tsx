import { CaretDownIcon } from "@phosphor-icons/react/dist/csr/CaretDown";
import { useTranslation } from "react-i18next";
import { ActionMenu } from "../../ui/action-menu";
import type { ScopeChoice } from "./use-scope";
import styles from "./scope-menu.module.css";

export interface ScopeMenuProps {
  choices: ScopeChoice[];
  scope: ScopeChoice;
  onChoose: (choice: ScopeChoice) => void;
}

/** Says what questions are about, and lets them be about something else that is in sight. */
export function ScopeMenu({ choices, scope, onChoose }: ScopeMenuProps) {
  const { t } = useTranslation();
  const title = t("assistant.scope", { scope: scope.label });
  if (choices.length < 2) {
    return (
      <span className={styles.scope} title={title}>
        <span>{scope.label}</span>
      </span>
    );
  }
  return (
    <ActionMenu
      trigger={
        <button type="button" className={styles.scope} aria-label={title} title={title}>
          <span>{scope.label}</span>
          <CaretDownIcon size={8} aria-hidden />
        </button>
      }
      align="start"
      actions={choices.map((choice) => ({
        key: choice.kind,
        label: choice.label,
        current: choice.kind === scope.kind,
        run: () => onChoose(choice),
      }))}
    />
  );
}
