import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { portfolio } from "../../bridge/model";
import { changeWords } from "../../vocabulary/change-words";

/** A fact as a line of an update. */
export interface DigestLine {
  key: string;
  text: string;
}

/** Says what happened to a program since its last update, a line for each fact. */
export function digestLines(t: TFunction, language: string, digest: portfolio.UpdateDigest): DigestLine[] {
  const words = changeWords(t, language);
  const day = (iso: string | null) => (iso === null ? t("day.none") : words.day(iso));
  const value = (change: portfolio.Change, content: unknown) =>
    content === null || content === "" ? t("notReported") : words.value(change, content);
  return [
    ...digest.fields.map((change) => ({
      key: `field ${change.field}`,
      text: t("digest.field", {
        field: words.field(change.field),
        before: value(change, change.before),
        after: value(change, change.after),
      }),
    })),
    ...digest.milestones.map(({ id, name, what, day: on, slip }) => ({
      key: `milestone ${id} ${what}`,
      text:
        what === "moved"
          ? t(slip < 0 ? "digest.milestone.earlier" : "digest.milestone.later", {
              name,
              day: day(on),
              count: Math.abs(slip),
            })
          : t(`digest.milestone.${what}`, { name, day: day(on) }),
    })),
    ...digest.risks.map(({ id, title, what, severity }) => ({
      key: `risk ${id} ${what}`,
      text:
        what === "opened" && severity
          ? t("digest.risk.openedAs", { title, severity: t(`level.${severity}`) })
          : t(`digest.risk.${what}`, { title }),
    })),
  ];
}

export function useDigestLines(digest: portfolio.UpdateDigest | undefined): DigestLine[] {
  const { t, i18n } = useTranslation();
  return digest ? digestLines(t, i18n.language, digest) : [];
}

/** The text of an update: what the author wrote, the facts, what is asked for. */
export function updateText(t: TFunction, text: string, lines: DigestLine[], asks: string): string {
  const facts = lines.map((line) => `– ${line.text}`).join("\n");
  return [
    text.trim(),
    facts && `${t("digest.heading")}\n${facts}`,
    asks.trim() && `${t("update.asks")}\n${asks.trim()}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
