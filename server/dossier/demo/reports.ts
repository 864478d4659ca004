import type { reports } from "@/db/schema/dossier/reports";
import type { DemoPen } from "../demo-pen";
import type { Draft } from "../part";
import { CLINICAL_REPORTS, type ClinicalReport } from "./reports-clinical";
import { dailyReports, type Shift } from "./reports-daily";
import { daysInCare, momentOn, tell } from "./words";

type Report = Draft<typeof reports>;

const HOURS: Readonly<Record<Shift, readonly [from: number, until: number]>> = {
  day: [8, 16],
  evening: [17, 23],
  night: [1, 7],
};
const WRITERS = {
  pg: ["carer", "carer", "assistant", "nurse"],
  somatic: ["carer", "carer", "nurse", "nurse", "assistant"],
  home: ["district-nurse", "carer", "carer", "nurse"],
  ggz: ["counsellor", "counsellor", "nurse"],
} as const;

/** What a carer adds to a report about the care of that day. */
const ADDABLE: readonly string[] = ["observation", "wellbeing"];

const two = (value: number): string => String(value).padStart(2, "0");

/** A moment on that day in that shift; what would lie ahead is a day earlier. */
function momentIn(pen: DemoPen, daysAgo: number, shift: Shift): number {
  const [from, until] = HOURS[shift];
  const at = momentOn(pen, pen.day(daysAgo), `${two(pen.int(from, until))}:${two(pen.int(0, 60))}`);
  return at > pen.now ? at - 86_400_000 : at;
}

const EMPTY = { title: null, text: null, subjective: null, objective: null, assessment: null, plan: null };

function writerOf(pen: DemoPen, category: string): string {
  if (category === "nursing") return "nurse";
  return category === "wellbeing" ? "activity-worker" : pen.pick(WRITERS[pen.client.careKind]);
}

function daily(pen: DemoPen, daysAgo: number): Report {
  const shift = pen.pick(["day", "day", "day", "evening", "evening", "night"] as const);
  const choices = dailyReports(pen.client.careKind, shift);
  const [category, template] = pen.pick(choices);
  const [alsoCategory, also] = pen.pick(choices);
  const goesTogether = shift === "day" && also !== template && ADDABLE.includes(alsoCategory);
  const discipline = writerOf(pen, category);
  const moment = momentIn(pen, daysAgo, shift);
  return {
    ...EMPTY,
    moment,
    category,
    discipline,
    text: tell(pen, goesTogether && category === "care" ? `${template} ${also}` : template, moment),
    hidden: false,
    expertises: [],
    recordedBy: pen.colleague(discipline).name,
    recordedAt: moment,
  };
}

function clinical(pen: DemoPen, daysAgo: number, report: ClinicalReport): Report {
  const moment = momentIn(pen, daysAgo, "day");
  const [subjective, objective, assessment, plan] = report.soap ?? [];
  const written = (template: string | undefined) =>
    template === undefined ? null : tell(pen, template, moment);
  return {
    moment,
    category: report.category,
    discipline: report.discipline,
    title: report.title,
    text: written(report.text),
    subjective: written(subjective),
    objective: written(objective),
    assessment: written(assessment),
    plan: written(plan),
    hidden: report.hidden ?? false,
    expertises: [...(report.expertises ?? [])],
    recordedBy: pen.colleague(report.discipline).name,
    recordedAt: moment,
  };
}

/** One report of that many days ago: most from daily care, the rest by a practitioner. */
export function writeReport(pen: DemoPen, daysAgo: number): Report {
  const fitting = CLINICAL_REPORTS.filter(({ kinds }) => kinds.includes(pen.client.careKind));
  return pen.chance(0.85) ? daily(pen, daysAgo) : clinical(pen, daysAgo, pen.pick(fitting));
}

/**
 * Reports of a client, oldest first: 3–40 over at most three months, or in a full dossier 60 over a year with every
 * practitioner's report that fits the client among them (hidden and expertise-bound ones too).
 */
export function demoReports(pen: DemoPen): Report[] {
  const isFull = pen.fill === "full";
  const span = Math.min(isFull ? 365 : 90, daysInCare(pen));
  const amount = isFull ? 60 : pen.int(3, 41);
  const written = Array.from({ length: amount }, () => writeReport(pen, pen.int(0, span)));
  const every = isFull
    ? CLINICAL_REPORTS.filter(({ kinds }) => kinds.includes(pen.client.careKind)).map((report) =>
        clinical(pen, pen.int(1, span), report),
      )
    : [];
  return [...written, ...every].sort((a, b) => a.moment - b.moment);
}
