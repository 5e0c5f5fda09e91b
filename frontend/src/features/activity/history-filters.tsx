import { useQuery } from "@tanstack/react-query";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { FilterPicker, type FilterOption } from "../../ui/filter-picker";
import { SearchField } from "../../ui/search-field";
import { programNamesQuery } from "../../vocabulary/program-names";
import { actors, entities, type ActivitySearch } from "./address";
import { PeriodFields } from "./period-fields";

interface HistoryFiltersProps {
  search: ActivitySearch;
  change: (next: Record<string, string | string[]>, replace?: boolean) => void;
  onFind: (q: string) => void;
}

/** The filters of the history: who, what, when, which program, and a text. */
export function HistoryFilters({ search, change, onFind }: HistoryFiltersProps) {
  const { t } = useTranslation();
  const picker = (name: "actor" | "entity", options: FilterOption[]) => {
    const label = t(`activity.${name}`);
    const chosen: string[] = search[name] ?? [];
    const words = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
    return (
      <FilterPicker
        label={label}
        summary={words.length > 2 ? t("filter.several", { count: words.length }) : words.join(", ")}
        options={options}
        chosen={chosen}
        onChange={(values) => change({ [name]: values })}
        words={{
          open: t("filter.open", { field: label }),
          find: t("filter.find", { field: label }),
          remove: t("filter.remove", { field: label }),
          nothing: t("filter.nothing"),
        }}
      />
    );
  };
  return (
    <>
      {picker(
        "actor",
        actors.map((value) => ({ value, label: t(`actor.${value}`) })),
      )}
      {picker(
        "entity",
        entities.map((value) => ({ value, label: t(`entity.${value}`) })),
      )}
      {search.program && <OfProgram id={search.program} onRemove={() => change({ program: "" })} />}
      <PeriodFields since={search.since} until={search.until} onChange={change} />
      <SearchField label={t("activity.search")} value={search.q ?? ""} onChange={onFind} />
    </>
  );
}

/** Says that only the changes of a program are shown, and takes that away. */
function OfProgram({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useTranslation();
  const names = useQuery(programNamesQuery).data ?? [];
  const name = names.find((program) => program.id === id)?.name ?? t("activity.goneProgram");
  return (
    <Button aria-label={t("filter.remove", { field: name })} onClick={onRemove}>
      {name}
      <XIcon size={10} weight="bold" aria-hidden />
    </Button>
  );
}
