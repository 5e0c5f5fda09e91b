import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../../bridge/model";
import { useEditRecords } from "../../../vocabulary/use-edit-records";
import {
  datesOf,
  daysOfSteps,
  dueOf,
  editOf,
  effectiveDays,
  launchShift,
  leadDay,
  nameOf,
  rebased,
  sameTarget,
  type Draft,
  type Target,
} from "./draft";
import type { Scale } from "./time-scale";
import { useTimelineWords } from "./timeline-words";

/** How long the keyboard rests before its steps are written as one change, in milliseconds. */
const rest = 700;

/** A program whose launch was moved: by how many days, and to which. */
export interface MovedLaunch {
  program: Pick<portfolio.Program, "id" | "name">;
  days: number;
  launch: string | null;
}

interface MovesOptions {
  rows: portfolio.ProgramRow[];
  details: ReadonlyMap<string, portfolio.TimelineRow>;
  scale: Scale;
  say: (text: string) => void;
  onMoved: (moved: MovedLaunch) => void;
}

/**
 * Moves programs and milestones: what is dragged, or nudged with the keyboard, is shown as a draft, and written as one
 * change when it is let go, when the keyboard rests, or with Enter. Escape leaves everything as it was.
 */
export function useMoves({ rows, details, scale, say, onMoved }: MovesOptions) {
  const { t } = useTranslation();
  const words = useTimelineWords();
  const edit = useEditRecords();
  const [draft, setDraft] = useState<Draft>();
  // What was written has arrived, or was taken back.
  const [seen, setSeen] = useState({ rows, details });
  if (seen.rows !== rows || seen.details !== details) {
    setSeen({ rows, details });
    if (draft?.settling) setDraft(undefined);
  }

  const wordsOf = (target: Target, days: number) =>
    target.kind === "program" ? words.dates(datesOf(target, days)) : words.day(dueOf(target, days) ?? "");

  const commit = (given: Draft | undefined, byPointer = false) => {
    if (!given || given.settling) return;
    const { target } = given;
    const days = effectiveDays(target, given.days);
    if (days === 0) {
      setDraft(undefined);
      return;
    }
    setDraft({ ...given, settling: true });
    const by = words.by(days);
    edit({
      edits: [editOf(target, given.days)],
      ...(byPointer && { done: t("timeline.movedOne", { name: nameOf(target), by }) }),
    });
    say(t("timeline.saved", { name: nameOf(target), dates: wordsOf(target, given.days) }));
    const shift = launchShift(target, given.days);
    if (shift !== 0) {
      onMoved({ program: target.program, days: shift, launch: datesOf(target, given.days).launch_date });
    }
  };

  const cancel = () => {
    // A drag that ends as soon as it began may not be drawn yet.
    setDraft((now) => (now?.settling ? now : undefined));
    if (!draft || draft.settling) return false;
    say(t("timeline.cancelled", { name: nameOf(draft.target) }));
    return true;
  };

  const drag = (target: Target, days: number) => setDraft({ target, days, steps: 0, settling: false });

  /** Moves a target by a step of the scale, on or back. */
  const nudge = (target: Target, step: 1 | -1) => {
    if (leadDay(target) === null) {
      say(t("timeline.nothingToMove", { name: nameOf(target) }));
      return;
    }
    const going = draft && !draft.settling && sameTarget(draft.target, target) ? draft : undefined;
    if (!going) commit(draft);
    const steps = (going?.steps ?? 0) + step;
    const from = going?.target ?? rebased(target, draft);
    const days = daysOfSteps(from, scale, steps);
    setDraft({ target: from, days, steps, settling: false });
    say(
      t("timeline.moved", {
        name: nameOf(from),
        dates: wordsOf(from, days),
        by: words.by(effectiveDays(from, days)),
      }),
    );
  };

  const latest = useRef<() => void>(undefined);
  useEffect(() => {
    latest.current = () => {
      if (draft && draft.steps !== 0) commit(draft);
    };
  });
  const resting = draft && draft.steps !== 0 && !draft.settling ? draft : undefined;
  useEffect(() => {
    if (!resting) return;
    const timer = setTimeout(() => latest.current?.(), rest);
    return () => clearTimeout(timer);
  }, [resting]);

  return {
    draft,
    /** Whether the keyboard moves something that is not written yet. */
    moving: resting !== undefined,
    nudge,
    cancel,
    drag,
    drop: (target: Target, days: number) => commit({ target, days, steps: 0, settling: false }, true),
    /** Writes what the keyboard has moved so far. */
    settle: useCallback(() => latest.current?.(), []),
  };
}

export type Moves = ReturnType<typeof useMoves>;
