import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { CaretDownIcon } from "@phosphor-icons/react/dist/csr/CaretDown";
import { CaretUpIcon } from "@phosphor-icons/react/dist/csr/CaretUp";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { takesText } from "../../lib/platform";
import { isPressed } from "../../lib/shortcuts";
import { IconButton } from "../../ui/button";
import { toQuery } from "./address";
import { lastList } from "./last-list";
import { programListQuery } from "./queries";

/** Whether keys pressed there belong to something that lies above the page. */
function inLayer(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=listbox], [role=menu], [data-modal]") !== null;
}

/** Steps to the previous and next program of the list that the person came from, also with K and J. */
export function Neighbours({ id }: { id: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useInfiniteQuery(programListQuery(toQuery(lastList().search)));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const index = rows.findIndex((program) => program.id === id);
  const previous = index > 0 ? rows[index - 1]?.id : undefined;
  const next = index >= 0 ? rows[index + 1]?.id : undefined;
  const { hasNextPage, isFetching, fetchNextPage } = list;

  useEffect(() => {
    if (index >= 0 && next === undefined && hasNextPage && !isFetching) void fetchNextPage();
  }, [index, next, hasNextPage, isFetching, fetchNextPage]);

  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      if (takesText(event.target) || inLayer(event.target)) return;
      const target = isPressed("next", event) ? next : isPressed("previous", event) ? previous : undefined;
      if (target) void navigate({ to: "/program/$id", params: { id: target } });
    };
    document.addEventListener("keydown", step);
    return () => document.removeEventListener("keydown", step);
  }, [navigate, next, previous]);

  const go = (target: string | undefined) => () => {
    if (target) void navigate({ to: "/program/$id", params: { id: target } });
  };
  return (
    <>
      <IconButton label={t("program.previous")} disabled={!previous} onClick={go(previous)}>
        <CaretUpIcon size={16} />
      </IconButton>
      <IconButton label={t("program.next")} disabled={!next} onClick={go(next)}>
        <CaretDownIcon size={16} />
      </IconButton>
    </>
  );
}
