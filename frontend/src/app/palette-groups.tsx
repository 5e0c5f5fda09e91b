import { ArrowRightIcon } from "@phosphor-icons/react/dist/csr/ArrowRight";
import { ChatCircleIcon } from "@phosphor-icons/react/dist/csr/ChatCircle";
import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/csr/ClockCounterClockwise";
import { FunnelSimpleIcon } from "@phosphor-icons/react/dist/csr/FunnelSimple";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesWithKey } from "../lib/shortcuts";
import type { PaletteEntry, PaletteGroup } from "../ui/palette";
import { useKeyWords } from "../vocabulary/key-caps";
import { savedViewsQuery, viewSearch } from "../vocabulary/saved-views";
import type { Commands } from "./commands";
import { usePaletteActions } from "./palette-actions";
import { usePaletteRecords } from "./palette-records";
import { readRecent } from "./recent";

const iconSize = 16;

/** What the palette offers for a text: what was opened last, places, actions, records, and to ask the assistant. */
export function usePaletteGroups(
  text: string,
  commands: Commands,
  onAsk: (question: string) => void,
): PaletteGroup[] {
  const { t } = useTranslation();
  const words = wordsOf(text);
  const recent = useRecentEntries(commands);
  const places = usePlaceEntries(commands);
  const actions = usePaletteActions(commands);
  const { records, searching } = usePaletteRecords(text.trim(), (label) => matches(label, words));
  const question = text.trim();
  const ask: PaletteEntry = {
    id: "ask",
    label: t("palette.ask", { question }),
    icon: <ChatCircleIcon size={iconSize} />,
    run: () => onAsk(question),
  };
  const found = (entries: PaletteEntry[]) => entries.filter(({ label }) => matches(label, words));
  const groups =
    question === ""
      ? [
          { label: t("palette.recent"), items: recent },
          { label: t("palette.go"), items: places },
          { label: t("palette.act"), items: actions },
        ]
      : [
          { label: t("palette.go"), items: found(places) },
          { label: t("palette.records"), items: records },
          { label: t("palette.act"), items: found(actions) },
          // While records are searched for, Enter shall not ask by mistake.
          { label: t("assistant.title"), items: searching ? [] : [ask] },
        ];
  return groups.filter(({ items }) => items.length > 0);
}

function wordsOf(text: string): string[] {
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** Whether every word begins a word of the label. */
function matches(label: string, words: string[]): boolean {
  const within = wordsOf(label);
  return words.every((word) => within.some((other) => other.startsWith(word)));
}

/** The pages, the views of the programs among them, and the saved views. */
function usePlaceEntries(commands: Commands): PaletteEntry[] {
  const { t } = useTranslation();
  const { usual } = useKeyWords();
  const navigate = useNavigate();
  const views = useQuery(savedViewsQuery).data ?? [];
  return [
    ...[...pagesWithKey, "settings" as const].map((page) => ({
      id: `page ${page}`,
      label: t(`page.${page}`),
      icon: <ArrowRightIcon size={iconSize} />,
      keys: usual(page),
      run: commands[page],
    })),
    ...views.map((view) => ({
      id: `view ${view.id}`,
      label: view.name,
      hint: t("views.one"),
      icon: <FunnelSimpleIcon size={iconSize} />,
      run: () => void navigate({ to: "/programs", search: viewSearch(view) }),
    })),
  ];
}

/** What was opened last, without what is open. It stays as it was when the palette was opened. */
function useRecentEntries(commands: Commands): PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const { id } = useParams({ strict: false });
  const [recent] = useState(readRecent);
  const others = recent.filter((opened) =>
    opened.type === "page" ? path !== `/${opened.page}` : opened.id !== id,
  );
  return others.map((opened) => {
    const icon = <ClockCounterClockwiseIcon size={iconSize} />;
    return opened.type === "page"
      ? { id: `recent ${opened.page}`, label: t(`page.${opened.page}`), icon, run: commands[opened.page] }
      : {
          id: `recent ${opened.id}`,
          label: opened.name,
          hint: t("entity.program"),
          icon,
          run: () => void navigate({ to: "/program/$id", params: { id: opened.id } }),
        };
  });
}
