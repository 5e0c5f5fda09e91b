import { useTranslation } from "react-i18next";
import { Section } from "../../ui/section";
import { Age } from "../../vocabulary/day";
import { Fact } from "./fact";
import { useProgramEditing } from "./program-editing";
import { DateFact, TextFact } from "./program-facts";
import styles from "./program-facts.module.css";

/** What is asked less often of a program than what its header says. */
export function ProgramProperties() {
  const { t } = useTranslation();
  const { program } = useProgramEditing();
  return (
    <Section title={t("program.properties")}>
      <dl className={styles.properties}>
        <TextFact field="team" />
        <TextFact field="product_line" />
        <DateFact field="start_date" />
        <Fact field="last_update">
          <span className={styles.plain}>
            <Age day={program.last_update} />
          </span>
        </Fact>
        {program.external_id !== "" && (
          <Fact field="external_id">
            <span className={styles.plain} title={program.external_id}>
              {program.external_id}
            </span>
          </Fact>
        )}
      </dl>
    </Section>
  );
}
