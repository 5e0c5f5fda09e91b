import { ProgramDependencies } from "../features/dependencies/program-dependencies";
import { ProgramMilestones } from "../features/milestones/program-milestones";
import { ProgramPage } from "../features/programs/program-page";
import { ProgramRisks } from "../features/risks/program-risks";
import { StatusUpdates } from "../features/updates/status-updates";

/** The page of one program, put together from the features that know its parts. */
export function ProgramRoute({ id, record }: { id: string; record: string | undefined }) {
  return (
    <ProgramPage
      id={id}
      record={record}
      main={(detail) => <StatusUpdates detail={detail} />}
      side={(detail) => (
        <>
          <ProgramMilestones program={detail.program} />
          <ProgramRisks program={detail.program} />
          <ProgramDependencies detail={detail} />
        </>
      )}
    />
  );
}
