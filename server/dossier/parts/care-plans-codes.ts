/** Domains of life in a care plan (the four of the Dutch quality framework, and treatment), code → Dutch. */
export const CARE_DOMAINS = {
  physical: "Lichamelijk welbevinden",
  mental: "Mentaal welbevinden",
  participation: "Participatie",
  living: "Wonen en leven",
  treatment: "Behandeling",
  all: "Alle domeinen",
  other: "Overig",
} as const;

export const PLAN_STATUS = {
  draft: "Concept",
  active: "Actief",
  paused: "Onderbroken",
  completed: "Afgerond",
  stopped: "Gestopt",
} as const;

export const GOAL_STATUS = {
  planned: "Gepland",
  running: "Loopt",
  "at-risk": "Onder druk",
  achieved: "Gehaald",
  "not-achieved": "Niet gehaald",
  stopped: "Gestopt",
} as const;

export const ACTION_STATUS = {
  planned: "Gepland",
  running: "Loopt",
  done: "Klaar",
  stopped: "Gestopt",
} as const;

export type GoalStatus = keyof typeof GOAL_STATUS;
