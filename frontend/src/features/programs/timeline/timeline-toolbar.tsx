import { MinusIcon } from "@phosphor-icons/react/dist/csr/Minus";
import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../../ui/button";
import { Segments } from "../../../ui/segments";
import { scales, usualZoom, zooms, type Scale } from "./time-scale";
import styles from "./timeline-toolbar.module.css";

interface TimelineToolbarProps {
  scale: Scale;
  step: number;
  onZoom: (step: number) => void;
  onToday: () => void;
  /** What can be done with the timeline, and what is offered after a move. */
  children: ReactNode;
}

/** Chooses what part of time is shown, and how closely. */
export function TimelineToolbar({ scale, step, onZoom, onToday, children }: TimelineToolbarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar}>
      <Segments<Scale>
        label={t("timeline.scale")}
        value={scale}
        options={scales.map((value) => ({ value, label: t(`timeline.scales.${value}`) }))}
        onChange={(next) => onZoom(usualZoom[next])}
      />
      <div className={styles.zoom}>
        <IconButton label={t("timeline.zoomOut")} disabled={step === 0} onClick={() => onZoom(step - 1)}>
          <MinusIcon size={14} />
        </IconButton>
        <IconButton
          label={t("timeline.zoomIn")}
          disabled={step === zooms.length - 1}
          onClick={() => onZoom(step + 1)}
        >
          <PlusIcon size={14} />
        </IconButton>
      </div>
      <Button onClick={onToday}>{t("timeline.today")}</Button>
      {children}
    </div>
  );
}
