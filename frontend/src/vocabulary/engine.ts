import { queryOptions } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { engines } from "../bridge/backend";
import { portfolio, type desk } from "../bridge/model";

/** What can answer, the built-in analyst first; it has the id "". */
export const enginesQuery = queryOptions({ queryKey: ["engines"], queryFn: () => engines.List() });

/** Names the engine that answers in the language of the window. A language model keeps the name that it has. */
export function engineWords(t: TFunction, label: string): string {
  return label === "Built-in analyst" ? t("engine.builtIn") : label;
}

/** Names an engine without its place: "Ollama qwen3". */
export function engineName(t: TFunction, { endpoint }: desk.Engine): string {
  return endpoint ? `${endpoint.name} ${endpoint.model}` : t("engine.builtIn");
}

/** Says where an engine runs. */
export function placeWords(t: TFunction, place: portfolio.Place): string {
  return t(place === portfolio.Place.ThisComputer ? "engine.here" : "engine.away");
}
