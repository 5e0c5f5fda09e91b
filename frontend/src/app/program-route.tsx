import { useTranslation } from "react-i18next";
import { ProgramActivity } from "../features/activity/program-activity";
import { ProgramDependencies } from "../features/dependencies/program-dependencies";
import { ProgramMilestones } from "../features/milestones/program-milestones";
import { ProgramPage } from "../features/programs/program-page";
import { ProgramRisks } from "../features/risks/program-risks";
import { StatusUpdates } from "../features/updates/status-updates";

/** The page of one program, put together from the features that know its parts. */
export function ProgramRoute({ id, record }: { id: string; record: string | undefined }) {
  const { t } = useTranslation();
  return (
    <ProgramPage
      id={id}
      record={record}
      parts={(detail) => [
        { id: "updates", title: t("update.title"), content: <StatusUpdates detail={detail} /> },
        {
          id: "milestones",
          title: t("page.milestones"),
          content: <ProgramMilestones program={detail.program} />,
        },
        { id: "risks", title: t("page.risks"), content: <ProgramRisks program={detail.program} /> },
        {
          id: "dependencies",
          title: t("dependency.title"),
          content: <ProgramDependencies detail={detail} />,
        },
        { id: "activity", title: t("page.activity"), content: <ProgramActivity programId={id} /> },
      ]}
    />
  );
}
