/** A portfolio for tests, in the form in which files are imported: 120 programs with every kind of gap. */

const statuses = ["On Track", "At Risk", "Off Track", "Completed", null] as const;
const stages = ["Discovery", "Planning", "In Progress", "Launching", null] as const;
const owners = ["Ada Brandt", "Ben Okafor", "Chiara Conti", "Dan Novak", ""] as const;
const teams = ["Harbour", "Orchard", "Summit", ""] as const;
const lines = ["Logistics", "Payments", "Identity"] as const;
const subjects = [
  "Ledger",
  "Gateway",
  "Catalogue",
  "Depot",
  "Archive",
  "Beacon",
  "Compass",
  "Dispatch",
] as const;

function pick<T>(values: readonly [T, ...T[]], index: number): T {
  const value = values[index % values.length];
  return value === undefined ? values[0] : value;
}

function program(index: number) {
  const number = String(index).padStart(3, "0");
  const id = `program-${number}`;
  return {
    id,
    name: `${pick(subjects, index)} ${number}`,
    description: `What ${pick(subjects, index)} ${number} is for.`,
    status: pick(statuses, index),
    owner: pick(owners, index),
    team: pick(teams, index),
    product_line: pick(lines, index),
    pipeline_stage: pick(stages, index),
    strategic_objectives: index % 4 === 0 ? ["Serve faster"] : [],
    start_date: "2025-04-01",
    launch_date:
      index % 7 === 0 ? null : `${2026 + (index % 3)}-${String((index % 12) + 1).padStart(2, "0")}-15`,
    progress: index % 6 === 0 ? null : (index * 7) % 101,
    last_update: index % 5 === 0 ? null : "2026-01-20",
    risks:
      index % 10 === 1
        ? [
            {
              id: `risk-${number}`,
              program_id: id,
              title: `Supplier of ${number} withdraws`,
              severity: "High",
              description: "One supplier only.",
              mitigation: "",
              status: "Open",
            },
          ]
        : [],
    milestones:
      index % 10 === 2
        ? [
            {
              id: `milestone-${number}`,
              program_id: id,
              name: `Pilot of ${number}`,
              due_date: "2026-02-01",
              status: "Planned",
            },
          ]
        : [],
  };
}

export const samplePortfolio = Array.from({ length: 120 }, (_, index) => program(index + 1));
