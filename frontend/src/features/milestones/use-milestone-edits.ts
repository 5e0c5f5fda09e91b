import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { useDayWords } from "../../vocabulary/day";
import { useToday } from "../../vocabulary/desk-day";
import { useEditRecords } from "../../vocabulary/use-edit-records";

type Fields = Partial<Pick<portfolio.Milestone, "due_date" | "status" | "completed_date">>;

/** Edits of a milestone where it stands in the list. */
export function useMilestoneEdits() {
  const { t } = useTranslation();
  const words = useDayWords();
  const today = useToday();
  const edit = useEditRecords();

  const write = (milestone: portfolio.Milestone, after: Fields, done?: string) => {
    const fields = Object.keys(after) as (keyof Fields)[];
    edit({
      edits: [
        {
          entity: portfolio.Entity.Milestone,
          id: milestone.id,
          label: milestone.name,
          programId: milestone.program_id,
          before: Object.fromEntries(fields.map((field) => [field, milestone[field]])),
          after,
        },
      ],
      ...(done !== undefined && { done }),
    });
  };

  /** Done on a day; planned again where the day is taken away. */
  const complete = (milestone: portfolio.Milestone, day: string | null) => {
    const { Done, Planned } = portfolio.MilestoneStatus;
    const sentence =
      day === null
        ? t("milestone.reopened", { name: milestone.name })
        : t("milestone.completed", { name: milestone.name, day: words.day(day) });
    write(milestone, { status: day === null ? Planned : Done, completed_date: day }, sentence);
  };
  return {
    complete,
    tick: (milestone: portfolio.Milestone, done: boolean) => complete(milestone, done ? today : null),
    move: (milestone: portfolio.Milestone, day: string | null) => write(milestone, { due_date: day }),
  };
}

export type MilestoneEdits = ReturnType<typeof useMilestoneEdits>;
