import { useMutation, useQueryClient } from "@tanstack/react-query";
import { PlusIcon } from "@phosphor-icons/react/dist/csr/Plus";
import { useRef, useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { portfolio } from "../../bridge/model";
import { readDay } from "../../lib/dates";
import { readAgain } from "../../lib/read-again";
import { Button, IconButton } from "../../ui/button";
import { TextInput } from "../../ui/field";
import { Section, SectionNote } from "../../ui/section";
import { useReadOnly } from "../../vocabulary/desk-day";
import { MilestoneDialog } from "./milestone-dialog";
import { MilestoneItem } from "./milestone-item";
import styles from "./program-milestones.module.css";
import { blankMilestone, milestoneStore } from "./queries";

/** The milestones of one program in the order of their due dates; those without one come last. */
export function ProgramMilestones({ program }: { program: portfolio.Program }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const [editing, setEditing] = useState<portfolio.Milestone>();
  const { milestones } = program;
  const done = milestones.filter(({ status }) => status === portfolio.MilestoneStatus.Done).length;
  return (
    <Section
      title={t("page.milestones")}
      aside={milestones.length > 0 && t("milestone.doneCount", { done, total: milestones.length })}
      action={
        !readOnly && (
          <IconButton label={t("milestone.add")} onClick={() => setEditing(blankMilestone(program.id))}>
            <PlusIcon size={14} />
          </IconButton>
        )
      }
    >
      {milestones.length === 0 && <SectionNote>{t("milestone.noneHere")}</SectionNote>}
      <ul className={styles.list}>
        {milestones.toSorted(byDueDate).map((milestone) => (
          <MilestoneItem
            key={milestone.id}
            program={program}
            milestone={milestone}
            onEdit={() => setEditing(milestone)}
          />
        ))}
      </ul>
      {!readOnly && <NewMilestone programId={program.id} />}
      {editing && <MilestoneDialog milestone={editing} onClose={() => setEditing(undefined)} />}
    </Section>
  );
}

/** Sorting keeps the order of Go among those of one day. */
function byDueDate(a: portfolio.Milestone, b: portfolio.Milestone): number {
  const [first, second] = [a.due_date ?? "9999", b.due_date ?? "9999"];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Adds one milestone after the other: a name, a day, Enter. */
function NewMilestone({ programId }: { programId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [due, setDue] = useState("");
  const nameInput = useRef<HTMLInputElement>(null);
  const day = readDay(due);
  const add = useMutation({
    mutationFn: (milestone: portfolio.Milestone) => milestoneStore.save(milestone),
    onSuccess: () => {
      setName("");
      setDue("");
      nameInput.current?.focus();
    },
    onSettled: () => readAgain(client),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === "" || day === undefined || add.isPending) return;
    add.mutate({ ...blankMilestone(programId), name: name.trim(), due_date: day });
  };
  const problem = day === undefined ? t("day.invalid") : add.error?.message;
  return (
    <form className={styles.new} onSubmit={submit}>
      <TextInput
        ref={nameInput}
        aria-label={t("milestone.newName")}
        placeholder={t("milestone.newName")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {name !== "" && (
        <>
          <TextInput
            aria-label={t("milestone.newDue")}
            aria-invalid={day === undefined}
            placeholder={t("day.pattern")}
            className={styles.newDue}
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
          <Button type="submit" disabled={name.trim() === "" || day === undefined || add.isPending}>
            {t("add")}
          </Button>
        </>
      )}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}
