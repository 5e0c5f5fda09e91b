import type { portfolio } from "../../bridge/model";

/** What is known of the endpoints of companies; the model and the key are a person's to give. */
export const remoteEngines: readonly Pick<
  portfolio.Endpoint,
  "name" | "base_url" | "context" | "uses_key"
>[] = [
  { name: "OpenAI", base_url: "https://api.openai.com/v1", context: 128_000, uses_key: true },
  { name: "Anthropic", base_url: "https://api.anthropic.com/v1", context: 200_000, uses_key: true },
];
