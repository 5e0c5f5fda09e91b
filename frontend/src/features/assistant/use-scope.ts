/** What questions are about: a program. */
export interface AssistantScope {
  id: string;
  name: string;
}
