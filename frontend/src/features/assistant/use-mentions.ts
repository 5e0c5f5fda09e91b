import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useId, useState, type KeyboardEvent } from "react";
import { programs } from "../../bridge/backend";
import { readUntil } from "../../bridge/give-up";
import { portfolio } from "../../bridge/model";
import { dataKey } from "../../lib/query-keys";
import { mentionWords, type Mention } from "./mention";

/** How many records of each kind are read, and how many of all are offered. */
const read = 20;
const offered = 8;

const none: portfolio.Found[] = [];

/** The programs and objectives that a text finds; without a text the first programs by name. */
function foundQuery(text: string) {
  return queryOptions({
    queryKey: [dataKey, "mentioned", text],
    queryFn: async ({ signal }): Promise<portfolio.Found[]> => {
      if (text !== "") {
        const found = await readUntil(signal, (ticket) => programs.Find(text, read, ticket));
        return found.filter(({ entity }) => named.has(entity));
      }
      const first = { of: portfolio.Entity.Program, limit: offered } as portfolio.Query;
      const page = await readUntil(signal, (ticket) => programs.Page(first, ticket));
      return page.rows.map(({ id, name }) => ({
        entity: portfolio.Entity.Program,
        id,
        name,
        program_id: id,
        program_name: "",
      }));
    },
    retry: false,
    placeholderData: keepPreviousData,
  });
}

const named: ReadonlySet<portfolio.Entity> = new Set([portfolio.Entity.Program, portfolio.Entity.Objective]);

/** What programs have as owner, team and so on: a program may be called the same. */
const valuesQuery = queryOptions({
  queryKey: [dataKey, "mention-values"],
  queryFn: async ({ signal }) => {
    const all = { of: portfolio.Entity.Program } as portfolio.Query;
    const facets = await readUntil(signal, (ticket) => programs.Facets(all, ticket));
    return new Set(facets.flatMap(({ groups }) => groups.map(({ value }) => folded(value))));
  },
});

function folded(name: string): string {
  return name.trim().normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/**
 * The records that are offered for a mention that is typed. Arrow keys go through them, Enter and Tab take one, Escape says
 * that none is meant. While the names are read, Enter waits for them.
 */
export function useMentions(mention: Mention | undefined, take: (words: string) => void) {
  const id = useId();
  const [dismissed, setDismissed] = useState<number>();
  const [chosen, setChosen] = useState(0);
  const [seen, setSeen] = useState<string>();
  const wanted = mention && mention.at !== dismissed ? mention : undefined;
  const text = wanted?.text.trim() ?? "";
  const found = useQuery({ ...foundQuery(text), enabled: wanted !== undefined });
  const values = useQuery({ ...valuesQuery, enabled: wanted !== undefined }).data;
  if (mention === undefined && dismissed !== undefined) setDismissed(undefined);
  if (seen !== text) {
    setSeen(text);
    setChosen(0);
  }

  // A name is meant, not a description; and until those of the text are there, those of the text before stay as far as they fit.
  const words = folded(text).split(/\s+/);
  const fits = ({ name }: portfolio.Found) => words.every((word) => folded(name).includes(word));
  const options = wanted ? (found.data ?? none).filter(fits).slice(0, offered) : none;
  const active = options[Math.min(chosen, options.length - 1)];
  const reading = wanted !== undefined && found.isFetching;

  const choose = (record: portfolio.Found) => {
    const alike = (found.data ?? none).filter(({ name }) => folded(name) === folded(record.name));
    take(mentionWords(record, (name) => alike.length > 1 || (values?.has(folded(name)) ?? false)));
  };
  /** Takes a key that is for the list; false leaves it to the text. */
  const onKey = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const takes = event.key === "Enter" && !event.shiftKey;
    if (event.key === "Escape" && wanted && (reading || active)) setDismissed(wanted.at);
    else if (step !== undefined && active)
      setChosen((options.indexOf(active) + step + options.length) % options.length);
    else if ((takes || event.key === "Tab") && active) choose(active);
    else if (!(takes && reading)) return false;
    event.preventDefault();
    return true;
  };
  return { id, options, active, choose, onKey };
}

export type Mentions = ReturnType<typeof useMentions>;

/** The id of the option of a record. */
export function optionId(list: string, { entity, id }: portfolio.Found): string {
  return `${list}-${entity}-${id}`;
}
