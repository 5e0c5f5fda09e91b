import { useMemo, useState } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { portfolio, type agent } from "../../bridge/model";
import { useLookedAt } from "../../vocabulary/looked-at";
import { programsWhere } from "../../vocabulary/program-filter";

/** A program that questions can be about. */
export interface OpenProgram {
  id: string;
  name: string;
}

/** What questions can be about. */
export interface ScopeChoice {
  kind: "program" | "selection" | "list" | "portfolio";
  label: string;
  scope: agent.Scope;
}

/** Everything that questions can be about where the person is, the nearest first, and which of it they are about. */
export function useScope(program: OpenProgram | undefined) {
  const { t } = useTranslation();
  const lookedAt = useLookedAt();
  const choices = useMemo(() => scopeChoices(t, program, lookedAt), [t, program, lookedAt]);
  // What was chosen holds while there is the same to choose from: another program, or a new selection, is asked about anew.
  const [chosen, setChosen] = useState<{ kind: ScopeChoice["kind"]; among: string }>();
  const among = [program?.id, ...choices.map(({ kind }) => kind)].join(" ");
  const kept = chosen?.among === among ? choices.find(({ kind }) => kind === chosen.kind) : undefined;
  const usual = choices.find(({ kind }) => kind !== "list") ?? wholePortfolio(t);
  return {
    choices,
    scope: kept ?? usual,
    choose: ({ kind }: ScopeChoice) => setChosen({ kind, among }),
  };
}

function scopeChoices(
  t: TFunction,
  program: OpenProgram | undefined,
  { list, selected }: ReturnType<typeof useLookedAt>,
): ScopeChoice[] {
  const choices: ScopeChoice[] = [];
  if (program) {
    choices.push({ kind: "program", label: program.name, scope: { program_id: program.id } });
  }
  if (selected.size > 0) {
    choices.push({
      kind: "selection",
      label: t("assistant.selected", { count: selected.size }),
      scope: { program_id: "", programs: programsWhere([isOneOf([...selected])]) },
    });
  }
  if (list) {
    const { view, count, query } = list;
    choices.push({
      kind: "list",
      label: view === undefined ? t("assistant.list", { count }) : t("assistant.view", { view, count }),
      scope: { program_id: "", programs: query, ...(view !== undefined && { view }) },
    });
  }
  return [...choices, wholePortfolio(t)];
}

function wholePortfolio(t: TFunction): ScopeChoice {
  return { kind: "portfolio", label: t("assistant.wholePortfolio"), scope: { program_id: "" } };
}

function isOneOf(values: string[]): portfolio.Condition {
  return { field: portfolio.Field.Id, op: portfolio.Op.Is, values };
}
