import { Popover } from "@base-ui/react/popover";
import { CaretDownIcon } from "@phosphor-icons/react/dist/csr/CaretDown";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { FunnelSimpleIcon } from "@phosphor-icons/react/dist/csr/FunnelSimple";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { clsx } from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import floating from "../../ui/floating.module.css";
import { toast, toastFailure } from "../../ui/toasts";
import { addressOf, openView, savedViewsQuery, useKeepView, viewSearch } from "../../vocabulary/saved-views";
import { toQuery, type ProgramSearch } from "./address";
import styles from "./saved-views-menu.module.css";
import { ViewNameDialog } from "./view-name-dialog";

/** The saved views of the program list, and what can be done with the one that is open. */
export function SavedViewsMenu({ search }: { search: ProgramSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { save, remove } = useKeepView();
  const [listed, setListed] = useState(false);
  const [naming, setNaming] = useState<"new" | "rename">();
  const views = useQuery(savedViewsQuery).data ?? [];
  const { view: open, changed } = openView(views, search);
  const shown = { page: portfolio.ViewPage.Programs, address: addressOf(search), query: toQuery(search) };

  const show = (view: portfolio.SavedView) => void navigate({ to: "/programs", search: viewSearch(view) });
  const keep = async (view: portfolio.SavedView) => {
    const kept = await save.mutateAsync(view);
    setNaming(undefined);
    // A name changes nothing of what is shown.
    if (view.id === "") show(kept);
  };
  const quietly = (view: portfolio.SavedView) =>
    save.mutate(view, { onError: (error) => toastFailure(error.message) });
  const forget = (view: portfolio.SavedView) =>
    remove.mutate(view, {
      onSuccess: () =>
        toast({
          title: t("views.deleted", { name: view.name }),
          action: { label: t("undo"), run: () => quietly({ ...view, id: "" }) },
        }),
      onError: (error) => toastFailure(error.message),
    });
  const andClose = (act: () => void) => () => {
    setListed(false);
    act();
  };

  return (
    <>
      <Popover.Root open={listed} onOpenChange={setListed}>
        <Popover.Trigger
          render={<Button kind="quiet" className={styles.trigger} />}
          aria-label={changed ? t("views.changedOf", { name: open.name }) : (open?.name ?? t("views.menu"))}
        >
          <FunnelSimpleIcon size={14} aria-hidden />
          <span className={styles.name}>{open?.name ?? t("views.menu")}</span>
          {changed && (
            <span className={styles.changed} title={t("views.changed")}>
              <span>{t("views.changed")}</span>
            </span>
          )}
          <CaretDownIcon size={12} aria-hidden />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className={floating.positioner} sideOffset={6} align="start">
            <Popover.Popup className={clsx(floating.popup, styles.popup)} aria-label={t("views.saved")}>
              {views.length === 0 && <p className={styles.none}>{t("views.none")}</p>}
              {views.map((view) => (
                <Item
                  key={view.id}
                  label={view.name}
                  current={view === open}
                  onClick={andClose(() => show(view))}
                />
              ))}
              <hr className={styles.line} />
              {open && changed && (
                <Item
                  label={t("views.saveChanges")}
                  onClick={andClose(() => quietly({ ...open, ...shown }))}
                />
              )}
              <Item
                label={open ? t("views.saveAs") : t("views.save")}
                onClick={andClose(() => setNaming("new"))}
              />
              {open && (
                <>
                  <Item label={t("views.rename")} onClick={andClose(() => setNaming("rename"))} />
                  <label className={clsx(floating.item, styles.item)}>
                    <Checkbox
                      checked={open.pinned}
                      onCheckedChange={(pinned) => quietly({ ...open, pinned })}
                    />
                    {t("views.pin")}
                  </label>
                  <Item label={t("views.delete")} onClick={andClose(() => forget(open))} />
                </>
              )}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      {naming === "new" && (
        <ViewNameDialog
          title={t("views.saveIt")}
          name=""
          pinned={false}
          failure={save.error?.message}
          onSave={(named) => keep({ id: "", created_at: 0, updated_at: 0, ...shown, ...named })}
          onClose={() => setNaming(undefined)}
        />
      )}
      {naming === "rename" && open && (
        <ViewNameDialog
          title={t("views.renameIt")}
          name={open.name}
          pinned={open.pinned}
          failure={save.error?.message}
          onSave={(named) => keep({ ...open, ...named })}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  );
}

interface ItemProps {
  label: string;
  /** Whether it is the view that is open. */
  current?: boolean;
  onClick: () => void;
}

function Item({ label, current = false, onClick }: ItemProps) {
  return (
    <button
      type="button"
      className={clsx(floating.item, styles.item)}
      aria-current={current || undefined}
      onClick={onClick}
    >
      <span className={styles.mark}>{current && <CheckIcon size={14} aria-hidden />}</span>
      <span className={styles.label}>{label}</span>
    </button>
  );
}
