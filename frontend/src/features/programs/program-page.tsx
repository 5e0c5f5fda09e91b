import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { CaretLeftIcon } from "@phosphor-icons/react/dist/csr/CaretLeft";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { InlineEdit } from "../../ui/inline-edit";
import { Failure } from "../../ui/notice";
import { Page, PageBody } from "../../ui/page";
import { Section, SectionNote } from "../../ui/section";
import { useFlash } from "../../ui/use-flash";
import { useReadOnly } from "../../vocabulary/desk-day";
import { DeleteProgram } from "./delete-program";
import { lastList, rememberProgram } from "./last-list";
import { Neighbours } from "./neighbours";
import { ProgramFacts } from "./program-facts";
import { ProgramHealth } from "./program-health";
import styles from "./program-page.module.css";
import { programQuery } from "./queries";
import { useSaveField } from "./use-save-field";

interface ProgramPageProps {
  id: string;
  /** The risk or milestone to jump to. */
  record: string | undefined;
  /** What stands in the wide and in the narrow column. */
  main: (detail: portfolio.ProgramDetail) => ReactNode;
  side: (detail: portfolio.ProgramDetail) => ReactNode;
}

/** One program with everything that is known about it. */
export function ProgramPage({ id, record, main, side }: ProgramPageProps) {
  const { t } = useTranslation();
  const query = useQuery(programQuery(id));
  const readOnly = useReadOnly();
  useEffect(() => rememberProgram(id), [id]);

  const lead = (
    <Link to="/programs" search={lastList().search} className={styles.back} title={t("program.back")}>
      <CaretLeftIcon size={14} aria-hidden />
      <span>{t("page.programs")}</span>
    </Link>
  );
  if (query.error) {
    return (
      <Page title={t("program.gone")} lead={lead}>
        <Failure error={query.error} retryLabel={t("retry")} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  const detail = query.data;
  if (!detail) {
    return (
      <Page title={t("program.loading")} lead={lead}>
        {null}
      </Page>
    );
  }
  return (
    <Page
      title={detail.program.name}
      lead={lead}
      actions={
        <>
          {!readOnly && <DeleteProgram program={detail.program} />}
          <Neighbours id={id} />
        </>
      }
    >
      <Content key={id} detail={detail} record={record} main={main} side={side} />
    </Page>
  );
}

function Content({
  detail,
  record,
  main,
  side,
}: Omit<ProgramPageProps, "id"> & { detail: portfolio.ProgramDetail }) {
  const { t } = useTranslation();
  const { program } = detail;
  const content = useRef<HTMLDivElement>(null);
  const visit = useLocation({ select: (location) => location.state.key ?? "" });
  useFlash(content, record, visit);
  const save = useSaveField(program);
  const readOnly = useReadOnly();
  return (
    <PageBody>
      <div ref={content} className={styles.content}>
        <ProgramFacts program={program} />
        <div className={styles.columns}>
          <div className={styles.main}>
            <Section title={t("field.description")}>
              <InlineEdit
                readOnly={readOnly}
                label={t("field.description")}
                value={program.description}
                emptyText={t("program.noDescription")}
                lines="many"
                onSave={(description) => save({ description })}
              />
            </Section>
            {main(detail)}
          </div>
          <div className={styles.side}>
            <ProgramHealth detail={detail} />
            {side(detail)}
            <Section title={t("page.objectives")} aside={program.strategic_objectives.length}>
              {program.strategic_objectives.length === 0 ? (
                <SectionNote>{t("program.noObjectives")}</SectionNote>
              ) : (
                <ul className={styles.objectives}>
                  {program.strategic_objectives.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
              )}
            </Section>
          </div>
        </div>
      </div>
    </PageBody>
  );
}
