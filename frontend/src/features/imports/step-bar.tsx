import { useTranslation } from "react-i18next";
import styles from "./step-bar.module.css";
import { steps, type Step } from "./use-wizard";

interface StepBarProps {
  step: Step;
  mayGo: (step: Step) => boolean;
  onGo: (step: Step) => void;
}

/** The steps of the wizard; each that can be reached is a button. */
export function StepBar({ step, mayGo, onGo }: StepBarProps) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("import.steps")} className={styles.bar}>
      <ol>
        {steps.map((other, index) => (
          <li key={other}>
            <button
              type="button"
              aria-current={other === step ? "step" : undefined}
              disabled={other !== step && !mayGo(other)}
              className={styles.step}
              onClick={() => onGo(other)}
            >
              <span aria-hidden className={styles.number}>
                {index + 1}
              </span>
              {t(`import.step.${other}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
