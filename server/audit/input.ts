import { z } from "zod";

/** How an act can have ended, as one chooses it; by emergency is a way of its own. */
export const OUTCOMES = ["done", "refused", "failed", "emergency"] as const;

/** Create, Read, Update, Delete, Execute: the action groups of NEN 7513. */
export const ACTIONS = ["C", "R", "U", "D", "E"] as const;

/** Rows on one page. */
export const PAGE_SIZE = 25;

/** A client number as people type it. */
export const ClientNumber = z
  .string()
  .trim()
  .regex(/^[1-9]\d{3,6}$/);

const Day = z.iso.date();

/** Calendar days, both included; either may be left out. */
const period = { from: Day.optional(), until: Day.optional() };

const inOrder = ({ from, until }: { from?: string | undefined; until?: string | undefined }) =>
  from === undefined || until === undefined || from <= until;
const ORDER = { path: ["until"] };

const choices = {
  ...period,
  client: ClientNumber.optional(),
  /** `employee:<id>`, `systeem`, `opdrachtregel` or `anoniem` */
  person: z.string().max(80).optional(),
  /** Any of these; none means all */
  events: z.array(z.string().max(80)).max(200).default([]),
  action: z.enum(ACTIONS).optional(),
  outcome: z.enum(OUTCOMES).optional(),
};

/** Which rows of the log: everything chosen must hold. */
export const AuditFilter = z.object(choices).refine(inOrder, ORDER);
export type AuditFilterInput = z.input<typeof AuditFilter>;

/** Where in the list: an end of it, or beside the row (sequence) at the edge of the page one comes from. */
const Place = z.union([
  z.enum(["newest", "oldest"]),
  z.object({ older: z.number().int() }),
  z.object({ newer: z.number().int() }),
]);
export type Place = z.infer<typeof Place>;

const page = {
  place: Place.default("newest"),
  size: z.number().int().min(1).max(100).default(PAGE_SIZE),
};

/** A page of the log. */
export const ListAudits = z.object({ ...choices, ...page }).refine(inOrder, ORDER);

/** A page of one client's own log. */
export const ClientLog = z.object({ ...period, ...page }).refine(inOrder, ORDER);
