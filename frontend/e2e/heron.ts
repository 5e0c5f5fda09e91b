import type { Page } from "@playwright/test";

/** A day so many days from today. */
export const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const heron = {
  id: "heron",
  name: "Heron",
  description: "Counts birds.",
  status: "On Track",
  pipeline_stage: "Planning",
  owner: "Ada Brandt",
  team: "Harbour",
  product_line: "Wildlife",
  start_date: "2025-04-01",
  launch_date: dayFrom(90),
  progress: 40,
  strategic_objectives: ["Serve faster"],
  last_update: dayFrom(-10),
  risks: [
    {
      id: "heron-r",
      program_id: "heron",
      title: "No ferry",
      severity: "High",
      mitigation: "",
      status: "Open",
    },
    {
      id: "heron-s",
      program_id: "heron",
      title: "Old nets",
      severity: "Low",
      mitigation: "",
      status: "Closed",
    },
  ],
  milestones: [
    { id: "heron-n", program_id: "heron", name: "Season over", due_date: dayFrom(60), status: "Planned" },
    { id: "heron-m", program_id: "heron", name: "Nets up", due_date: dayFrom(5), status: "Planned" },
  ],
};
const others = ["Egret", "Stork"].map((name) => ({
  id: name.toLowerCase(),
  name,
  owner: "Ben Okafor",
  team: "Orchard",
  strategic_objectives: ["Cut waste"],
}));

/** A program with something of everything, and two others. */
export const herons = [heron, ...others];

/** What the page of a program says of its edits. */
export const saved = (page: Page) => page.getByRole("status", { name: "State of the edits" });
