import type { Words } from "../words";
import type { words as english } from "../en/words";

export const words: Words<typeof english> = {
  product: "Portfolio AI",
  close: "Schließen",
  cancel: "Abbrechen",
  retry: "Erneut versuchen",
  undo: "Rückgängig machen",
  redo: "Wiederherstellen",
  add: "Hinzufügen",
  edit: "{{name}} bearbeiten",
  show: "{{name}} ansehen",
  notReported: "Nicht gemeldet",

  page: {
    overview: "Überblick",
    board: "Tafel",
    timeline: "Zeitplan",
    programs: "Programme",
    risks: "Risiken",
    milestones: "Meilensteine",
    objectives: "Ziele",
    reports: "Berichte",
    activity: "Verlauf",
    settings: "Einstellungen",
    failed: "Nicht gezeigt",
    failedTitle: "Diese Seite ließ sich nicht zeigen",
    failedText:
      "An Ihrem Portfolio wurde nichts geändert. Die anderen Seiten sind da wie zuvor. Der Fehler: {{reason}}",
    unknown: "Keine solche Seite",
    unknownTitle: "Unter dieser Adresse gibt es keine Seite",
    unknownText:
      "An Ihrem Portfolio wurde nichts geändert. Der Link ist vielleicht alt oder falsch geschrieben.",
    unknownBack: "Programme öffnen",
  },
  nav: { label: "Seiten", saved: "Auf diesem Computer" },
  desk: { problem: "Das Portfolio ließ sich nicht öffnen" },

  editing: {
    refused_one: "Nicht geändert: {{reason}}",
    refused_other: "{{count, number}} Zeilen wurden nicht geändert: {{reason}}",
  },

  entity: {
    program: "Programm",
    risk: "Risiko",
    milestone: "Meilenstein",
    objective: "Ziel",
    dependency: "Abhängigkeit",
    status_update: "Statusmeldung",
  },
  actor: { person: "Von Hand", import: "Import", agent: "Assistent, freigegeben" },

  field: {
    program: "Programm",
    risk: "Risiko",
    milestone: "Meilenstein",
    objective: "Ziel",
    name: "Name",
    title: "Titel",
    description: "Beschreibung",
    status: "Status",
    pipeline_stage: "Phase",
    owner: "Verantwortlich",
    team: "Team",
    product_line: "Produktlinie",
    open_risks: "Offene Risiken",
    next_milestone: "Nächster Meilenstein",
    start_date: "Beginn",
    launch_date: "Einführung",
    progress: "Fortschritt",
    last_update: "Letzte Meldung",
    external_id: "Schlüssel in der Datei",
    severity: "Schwere",
    likelihood: "Eintritt",
    mitigation: "Gegenmaßnahme",
    review_date: "Überprüfung",
    due_date: "Fällig",
    baseline_date: "Zuerst fällig",
    completed_date: "Erreicht am",
    strategic_objectives: "Ziele",
    status_update: "Statusmeldung",
    assessed: "Ermittelt",
    date: "Datum",
    author: "Verfasst von",
    text: "Text",
    note: "Notiz",
  },

  status: {
    "On Track": "Im Plan",
    "At Risk": "Gefährdet",
    "Off Track": "Kritisch",
    Completed: "Abgeschlossen",
    none: "Nicht gemeldet",
  },

  statusCount: {
    "On Track": "{{count, number}} im Plan",
    "At Risk": "{{count, number}} gefährdet",
    "Off Track": "{{count, number}} kritisch",
    Completed: "{{count, number}} abgeschlossen",
    none: "{{count, number}} nicht gemeldet",
  },

  stage: {
    Discovery: "Vorstudie",
    Planning: "Planung",
    "In Progress": "Umsetzung",
    Launching: "Einführung",
    Completed: "Abgeschlossen",
    none: "Nicht gemeldet",
  },
  level: { High: "Hoch", Medium: "Mittel", Low: "Niedrig", none: "—" },
  riskStatus: { Open: "Offen", Mitigating: "In Bearbeitung", Accepted: "Akzeptiert", Closed: "Geschlossen" },
  milestoneStatus: { Planned: "Geplant", Done: "Erreicht", Missed: "Verfehlt" },

  day: {
    set: "Setzen",
    none: "—",
    never: "nie",
    today: "heute",
    undated: "ohne Termin",
    launched: "eingeführt",
    invalid: "Das ist kein Datum. Schreiben Sie es wie 15.09.2026 oder 2026-09-15.",
    pattern: "15.09.2026",
    span_one: "{{count, number}} Tag",
    span_other: "{{count, number}} Tage",
    ago: { days: "vor {{count}} T.", years: "vor {{count}} J." },
    ahead: { days: "in {{count}} T.", years: "in {{count}} J." },
    late: { days: "{{count}} T. Verzug", years: "{{count}} J. Verzug" },
  },

  progress: {
    none: "—",
    percent: "{{percent}} %",
    invalid: "Der Fortschritt ist eine ganze Zahl von 0 bis 100.",
  },

  health: {
    title: "Zustand",
    declared: "Gemeldet",
    assessed: "Ermittelt",
    why: "{{status}}, weil",
    whyOf: "{{name}} ist nach den Fakten {{status}}: Gründe ansehen",
    nothing: "Kein Umstand spricht dagegen.",
    noData: "Es ist nichts gemeldet, woraus sich etwas ermitteln ließe.",
    lateMilestone_one: "{{record}} war am {{day}} fällig: {{days}} Verzug.",
    lateMilestone_other:
      "{{count, number}} Meilensteine sind überfällig, zuerst {{record}}, fällig am {{day}}: {{days}} Verzug.",
    slippedMilestone_one: "{{record}} liegt {{days}} hinter dem ersten Termin.",
    slippedMilestone_other:
      "{{count, number}} Meilensteine liegen hinter ihrem ersten Termin, am weitesten {{record}}: {{days}}.",
    launchPassed: "Die Einführung war für {{day}} geplant ({{days}} Verzug), und das Programm läuft noch.",
    unmitigatedRisk_one: "{{record}} ist ein offenes Risiko mit hoher Schwere ohne Gegenmaßnahme.",
    unmitigatedRisk_other:
      "{{count, number}} offene Risiken mit hoher Schwere haben keine Gegenmaßnahme, etwa {{record}}.",
    behindPlan_one:
      "Der Fortschritt liegt {{count, number}} Punkt hinter der verstrichenen Zeit von Beginn bis Einführung.",
    behindPlan_other:
      "Der Fortschritt liegt {{count, number}} Punkte hinter der verstrichenen Zeit von Beginn bis Einführung.",
    stale: "Die letzte Statusmeldung ist {{days}} alt.",
    neverUpdated: "Es gab nie eine Statusmeldung.",
    notComplete: "Als abgeschlossen gemeldet, bei {{percent}} % Fortschritt.",
    leftOpen_one: "Als abgeschlossen gemeldet, aber {{record}} ist noch offen.",
    leftOpen_other:
      "Als abgeschlossen gemeldet, aber {{count, number}} Meilensteine sind noch offen, etwa {{record}}.",
    notCompleteAndOpen_one:
      "Als abgeschlossen gemeldet, bei {{percent}} % Fortschritt, und {{record}} ist noch offen.",
    notCompleteAndOpen_other:
      "Als abgeschlossen gemeldet, bei {{percent}} % Fortschritt, und {{count, number}} Meilensteine sind noch offen, etwa {{record}}.",
  },

  preset: {
    attention: "Brauchen Aufmerksamkeit",
    launching_30: "Start in 30 Tagen",
    launching_60: "Start in 60 Tagen",
    launching_90: "Start in 90 Tagen",
    launch_passed: "Start überschritten",
    stale: "Veraltete Meldungen",
    overdue: "Überfällig",
  },

  filter: {
    show: "Zeige",
    more: "Weitere Filter",
    fewer: "Weniger Filter",
    open: "Nach {{field}} filtern",
    find: "In {{field}} suchen",
    remove: "Filter auf {{field}} entfernen",
    nothing: "Nichts gefunden",
    several: "{{count, number}} Werte",
    clear: "Alle Filter entfernen",
  },

  typed: {
    nameless: "Hier wird ein Name gebraucht.",
    textless: "Hier wird ein Text gebraucht.",
  },
};
