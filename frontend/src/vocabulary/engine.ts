import type { TFunction } from "i18next";

/** Names the engine that answers in the language of the window. A language model keeps the name that it has. */
export function engineWords(t: TFunction, label: string): string {
  return label === "Built-in analyst" ? t("engine.builtIn") : label;
}
