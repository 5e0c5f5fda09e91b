import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { CaretLeftIcon } from "@phosphor-icons/react/dist/csr/CaretLeft";
import { useEffect, useRef, type CSSProperties, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { InlineEdit } from "../../ui/inline-edit";
import { Failure } from "../../ui/notice";
import { Page, PageBody } from "../../ui/page";
import { Section } from "../../ui/section";
import { useFlash } from "../../ui/use-flash";
import { useHeight } from "../../ui/use-height";
import link from "../../ui/back-link.module.css";
import { lastList, rememberProgram } from "./last-list";
import { ProgramActions } from "./program-actions";
import { ProgramEditingProvider, useEditProgram, useProgramEditing } from "./program-editing";
import { ProgramFacts } from "./program-facts";
import { ProgramHealth } from "./program-health";
import { ProgramName } from "./program-name";
import { ProgramObjectives } from "./program-objectives";
import styles from "./program-page.module.css";
import { Parts, PartsBar, type ProgramPart } from "./program-parts";
import { ProgramProperties } from "./program-properties";
import { programQuery } from "./queries";
import { SaveMark, SaveState } from "./save-state";

interface ProgramPageProps {
  id: string;
  /** The risk, milestone or field to jump to. */
  record: string | undefined;
  /** What stands in the wide column below the description. */
  parts: (detail: portfolio.ProgramDetail) => ProgramPart[];
}

/** One program with everything that is known about it. */
export function ProgramPage({ id, record, parts }: ProgramPageProps) {
  const { t } = useTranslation();
  const query = useQuery(programQuery(id));
  useEffect(() => rememberProgram(id), [id]);

  if (query.error) {
    return (
      <Page title={t("program.gone")} lead={<BackToList />}>
        <Failure error={query.error} retryLabel={t("retry")} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (!query.data) {
    return (
      <Page title={t("program.loading")} lead={<BackToList />}>
        {null}
      </Page>
    );
  }
  return <OneProgram key={id} detail={query.data} record={record} parts={parts(query.data)} />;
}

function BackToList() {
  const { t } = useTranslation();
  return (
    <Link to="/programs" search={lastList().search} className={link.back} title={t("program.back")}>
      <CaretLeftIcon size={14} aria-hidden />
      <span className={link.word}>{t("page.programs")}</span>
    </Link>
  );
}

interface OneProgramProps {
  detail: portfolio.ProgramDetail;
  record: string | undefined;
  parts: ProgramPart[];
}

function OneProgram({ detail, record, parts }: OneProgramProps) {
  const editing = useEditProgram(detail.program);
  const content = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const visit = useLocation({ select: (location) => location.state.key ?? "" });
  useFlash(content, record, visit);
  return (
    <ProgramEditingProvider value={editing}>
      <Page
        title={detail.program.name}
        heading={<ProgramName />}
        lead={<BackToList />}
        aside={<SaveState />}
        actions={<ProgramActions />}
      >
        <PageBody>
          <div
            ref={content}
            className={styles.content}
            style={{ "--head": `${useHeight(head)}px` } as CSSProperties}
          >
            <div ref={head} className={styles.head}>
              <ProgramFacts />
              <PartsBar parts={parts} />
            </div>
            <div className={styles.columns}>
              <div className={styles.main}>
                <Description />
                <Parts parts={parts} />
              </div>
              <div className={styles.side}>
                <div className={styles.rail}>
                  <ProgramHealth detail={detail} />
                  <ProgramProperties />
                  <ProgramObjectives />
                </div>
              </div>
            </div>
          </div>
        </PageBody>
      </Page>
    </ProgramEditingProvider>
  );
}

function Description(): ReactNode {
  const { t } = useTranslation();
  const { program, save, saves, readOnly } = useProgramEditing();
  return (
    <Section title={t("field.description")} aside={<SaveMark save={saves.description} />}>
      <InlineEdit
        readOnly={readOnly}
        label={t("field.description")}
        value={program.description}
        emptyText={t("program.noDescription")}
        lines="many"
        onSave={(description) => save({ description })}
      />
    </Section>
  );
}
