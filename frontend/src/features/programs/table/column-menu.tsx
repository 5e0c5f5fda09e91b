import { CaretDownIcon } from "@phosphor-icons/react/dist/csr/CaretDown";
import { CaretUpIcon } from "@phosphor-icons/react/dist/csr/CaretUp";
import { PushPinIcon } from "@phosphor-icons/react/dist/csr/PushPin";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../../ui/button";
import { Checkbox } from "../../../ui/checkbox";
import { layoutColumns } from "../../../ui/grid-columns";
import { orderedColumns, usualLayout, withColumn, withMoved } from "../../../ui/grid-layout";
import { programColumns } from "../program-columns";
import styles from "./column-menu.module.css";
import { useColumnTitle } from "./column-title";
import { setTableLayout, useTableLayout } from "./table-layout";

const noneEmpty: ReadonlySet<string> = new Set();

/** Shows, hides, pins and orders the columns of the table. */
export function ColumnMenu() {
  const { t } = useTranslation();
  const layout = useTableLayout();
  const titleOf = useColumnTitle();
  const needs = useMemo(() => layoutColumns(programColumns(t, noneEmpty, () => undefined)), [t]);
  const columns = orderedColumns(needs, layout);
  const order = columns.map(({ column }) => column.id);
  const move = (id: string, before: string | undefined) =>
    setTableLayout(withMoved(layout, order, id, before));
  return (
    <div className={styles.menu}>
      <ul aria-label={t("table.columns")} className={styles.list}>
        {columns.map(({ column: { id }, shown, pinned }, i) => {
          const field = titleOf(id);
          return (
            <li key={id} className={styles.column}>
              <label className={styles.name}>
                <Checkbox
                  aria-label={t("table.show", { field })}
                  checked={shown}
                  disabled={id === "name"}
                  onCheckedChange={(next) => setTableLayout(withColumn(layout, id, { shown: next }))}
                />
                {field}
              </label>
              <IconButton
                label={t("table.pin", { field })}
                aria-pressed={pinned}
                onClick={() => setTableLayout(withColumn(layout, id, { pinned: !pinned }))}
              >
                <PushPinIcon size={14} weight={pinned ? "fill" : "regular"} />
              </IconButton>
              <IconButton
                label={t("table.moveUp", { field })}
                disabled={i === 0}
                onClick={() => move(id, order[i - 1])}
              >
                <CaretUpIcon size={14} />
              </IconButton>
              <IconButton
                label={t("table.moveDown", { field })}
                disabled={i === columns.length - 1}
                onClick={() => move(id, order[i + 2])}
              >
                <CaretDownIcon size={14} />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <p className={styles.keys}>{t("table.columnKeys")}</p>
      <Button kind="quiet" onClick={() => setTableLayout(usualLayout)}>
        {t("table.resetColumns")}
      </Button>
    </div>
  );
}
