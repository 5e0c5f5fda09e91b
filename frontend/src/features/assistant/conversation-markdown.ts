import type { TFunction } from "i18next";
import { portfolio } from "../../bridge/model";
import { formatInstant } from "../../lib/dates";
import { changeWords } from "../../vocabulary/change-words";
import { engineWords } from "../../vocabulary/engine";
import { checkedWords } from "./checked-line";
import { costWords } from "./cost-words";
import { withoutLinks } from "./plain-markdown";
import { rowFates, type RowFate } from "./proposal-rows";
import { withoutTables } from "./without-tables";

/**
 * A conversation as a Markdown file, in the language of the window: each question with its answer, what answered and when,
 * how much of it was checked, and what became of what it proposed, with the
 * values that a person put in. `written` are the change sets of applied proposals.
 */
export function conversationMarkdown(
  t: TFunction,
  language: string,
  conversation: portfolio.Conversation,
  written: readonly portfolio.ChangeSet[],
): string {
  const parts = [`# ${oneLine(conversation.title)}`];
  for (const message of conversation.messages) {
    if (message.role === portfolio.Role.Person) {
      const when = formatInstant(message.created_at, language);
      parts.push("---", `**${t("history.question")}** · ${when}`, quoted(message.text));
    } else {
      parts.push(...answer(t, language, message, written));
    }
  }
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function answer(
  t: TFunction,
  language: string,
  message: portfolio.Message,
  written: readonly portfolio.ChangeSet[],
): string[] {
  const { proposal } = message;
  const who = [`**${engineWords(t, message.engine)}**`, formatInstant(message.created_at, language)];
  const cost = costWords(t, language, message);
  const text = proposal ? withoutTables(message.text) : message.text;
  const checked = checkedWords(t, message.claims);
  return [
    [...who, ...(cost ? [cost] : [])].join(" · "),
    withoutLinks(text),
    message.state === portfolio.TurnState.Stopped ? `*${t("assistant.stopped")}*` : "",
    message.error,
    checked ? `*${checked}*` : "",
    ...(proposal ? proposalTable(t, language, proposal, written) : []),
  ];
}

function proposalTable(
  t: TFunction,
  language: string,
  proposal: portfolio.Proposal,
  written: readonly portfolio.ChangeSet[],
): string[] {
  const words = changeWords(t, language);
  const set = written.find(({ id }) => id === proposal.change_set_id);
  const fates = rowFates(proposal, set, new Set());
  const value = (change: portfolio.Change, of: unknown) =>
    of === null || of === "" ? t("notReported") : words.value(change, of);
  const edited = new Map(proposal.decision?.edited.map((edit) => [edit.row, edit.value]));
  const rows = proposal.changes.map((change, index) => {
    const after: unknown = edited.has(index + 1) ? edited.get(index + 1) : change.after;
    const whole = change.field === "*";
    const cells = whole
      ? [
          words.record(change),
          t(`aRecord.${change.entity}`),
          "",
          t(change.before === null ? "history.new" : "history.gone"),
        ]
      : [change.label, words.field(change.field), value(change, change.before), value(change, after)];
    return row([...cells, fateWords(t, proposal, fates[index])]);
  });
  const state = {
    waiting: t("history.waiting"),
    applied: t("proposal.applied"),
    discarded: t("proposal.discarded"),
  };
  const became = set?.undone ? t("proposal.undone") : state[proposal.state];
  const columns = (["record", "field", "before", "after", "became"] as const).map((key) =>
    t(`history.${key}`),
  );
  return [
    `**${oneLine(proposal.title)}** · ${became}`,
    [row(columns), row(columns.map(() => "---")), ...rows].join("\n"),
  ];
}

/** What became of a row of a proposal that was decided; nothing for one that waits. */
function fateWords(t: TFunction, { state }: portfolio.Proposal, fate: RowFate | undefined): string {
  if (state !== portfolio.ProposalState.Applied || fate === undefined || fate === "waiting") return "";
  const words = { applied: t("proposal.applied"), refused: t("proposal.refused"), left: t("proposal.left") };
  return words[fate];
}

function row(cells: string[]): string {
  return `| ${cells.map((cell) => oneLine(cell).replaceAll("|", "\\|")).join(" | ")} |`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}
