import type { InferInsertModel } from "drizzle-orm";
import {
  clientAppointments,
  clientNotes,
  clientPasses,
  clientProfile,
  clientServices,
  clientVersions,
} from "@/db/schema/client-records";
import { carePlans } from "@/db/schema/dossier/care-plans";
import { startOfDay } from "@/server/core/clock";
import type { DemoPen } from "@/server/dossier/demo-pen";
import type { Tx } from "../client";
import { insertMany } from "../insert";
import { demoId } from "./chance";
import type { DemoClient } from "./demo-client";
import { makePen } from "./pen";
import { DEMO_PEOPLE } from "./people";
import { clientIdOf, subjectOf } from "./rows";

const MINUTE = 60_000;
/** Two files of one person, which must stay mergeable: who ever had a pass link is not (CONTRACT.md). */
const WITHOUT_PASS = [10002, 10003];
/** Whose care plan went past its last day. */
const EXPIRED_PLAN = [10007, 10042];
const OFFICE = "administratie@kroniek.example";

const SERVICES = [
  ["Waslabel en wasverzorging", "Wasserij De Linde"],
  ["Warme maaltijd", "Keuken Elzenhof"],
  ["Kapper aan huis", "Salon Zutphen"],
  ["Pedicure", null],
  ["Internet en televisie", "De Linde"],
] as const;

const NOTES = [
  ["Post", "Post van de verzekeraar naar de eerste contactpersoon sturen."],
  ["Sleutel", "Reservesleutel ligt bij de receptie, nummer staat op de lijst."],
  ["Rekening", "Rekeningen gaan per e-mail naar de familie."],
] as const;

const PROFILE = {
  communication: ["Hoort slecht links; ga rechts zitten en praat rustig.", "Leest graag mee op papier."],
  preference: ["Drinkt koffie zonder suiker, thee na het eten.", "Staat liever laat op, na half negen."],
  habit: ["Luistert elke avond naar het nieuws op de radio.", "Wandelt na de lunch een ronde door de tuin."],
  background: ["Werkte veertig jaar als onderwijzer in Zutphen.", "Groeide op op een boerderij bij Vorden."],
  religion: [
    "Protestant; gaat op zondag graag naar de viering.",
    "Katholiek opgevoed, gaat niet meer ter kerke.",
  ],
} as const;

const VISITS = [
  ["Tandarts", "mondzorgpraktijk", "Behandelkamer"],
  ["Gesprek over het zorgplan", "contactpersoon", "Huiskamer"],
  ["Fysiotherapie", "fysiotherapeut", "Oefenzaal"],
  ["Pedicure", null, "Eigen kamer"],
] as const;

type Own<Row> = Omit<Row, "id" | "clientId">;

function servicesOf(pen: DemoPen, until: string | null): Own<InferInsertModel<typeof clientServices>>[] {
  return pen
    .shuffle(SERVICES)
    .slice(0, pen.int(0, 2))
    .map(([service, provider]) => ({
      ...{ service, provider, note: null, fromDate: pen.client.inCareSince, untilDate: until },
    }));
}

function profileOf(pen: DemoPen): Own<InferInsertModel<typeof clientProfile>>[] {
  const aspects = pen.shuffle(Object.keys(PROFILE) as (keyof typeof PROFILE)[]).slice(0, pen.int(1, 3));
  return aspects.map((aspect) => ({
    aspect,
    text: pen.pick(PROFILE[aspect]),
    fromDate: null,
    untilDate: null,
  }));
}

function appointmentsOf(pen: DemoPen): Own<InferInsertModel<typeof clientAppointments>>[] {
  return Array.from({ length: pen.int(0, 3) }, () => {
    const [subject, withWhom, place] = pen.pick(VISITS);
    const startsAt = startOfDay(pen.day(pen.int(-30, 20))) + pen.int(36, 64) * 15 * MINUTE;
    return {
      ...{ subject, withWhom, place, note: null, startsAt, cancelledOn: null },
      endsAt: startsAt + pen.pick([30, 45, 60]) * MINUTE,
    };
  });
}

/** A plan that is still worked by though its last day is over. */
function expiredPlan(pen: DemoPen): Own<InferInsertModel<typeof carePlans>> {
  const moment = pen.daysAgo(200);
  return {
    ...{ moment, recordedAt: moment, recordedBy: pen.colleague("nurse").name, title: "Tijdelijk zorgplan" },
    ...{ status: "active", domain: "all", startedOn: pen.day(200), endedOn: pen.day(10), evaluateOn: null },
    ...{ reason: "Afspraken voor de eerste maanden na de verhuizing.", agreedWith: null, note: null },
    ...{ goals: [], actions: [] },
  };
}

/** Stores what is kept around a client of the demo: profile, notes, services, pass link, appointments. */
export async function addClientRecords(
  tx: Tx,
  demo: DemoClient,
  now: number,
  staff: ReadonlyMap<string, string>,
): Promise<void> {
  if (demo.fill === "none") return;
  const clientId = clientIdOf(demo, now);
  const pen = makePen(subjectOf(demo, now), "client-records");
  const named = <Row extends object>(kind: string, rows: readonly Row[]) =>
    rows.map((row, at) => ({ ...row, id: demoId(now, `${demo.number}/${kind}/${at}`), clientId }));
  const until = demo.row.outOfCareSince ?? null;
  const notes = pen.chance(0.3) || demo.number === 10001 ? [pen.pick(NOTES)] : [];
  const noted = named(
    "note",
    notes.map(([subject, text]) => ({ subject, text, fromDate: pen.client.inCareSince, untilDate: until })),
  );
  const hasPass = !WITHOUT_PASS.includes(demo.number) && (demo.number === 10001 || pen.chance(0.15));
  const pass = { number: `P-${demo.number}`, fromDate: pen.client.inCareSince, untilDate: until };
  await insertMany(tx, clientNotes, noted);
  await insertMany(tx, clientProfile, named("profile", profileOf(pen)));
  await insertMany(tx, clientServices, named("service", servicesOf(pen, until)));
  await insertMany(tx, clientPasses, named("pass", hasPass ? [pass] : []));
  await insertMany(tx, clientAppointments, named("appointment", until === null ? appointmentsOf(pen) : []));
  await insertMany(
    tx,
    clientVersions,
    noted.map(({ id: recordId }) => ({
      ...{ id: demoId(now, `version/${recordId}`), clientId, kind: "notes", recordId, version: 1 },
      ...{ action: "added" as const, before: null, changedAt: pen.daysAgo(pen.int(1, 20)) },
      changedBy: DEMO_PEOPLE.find(({ email }) => email === OFFICE)?.name ?? "",
      changedById: staff.get(OFFICE) ?? null,
    })),
  );
  const plans = EXPIRED_PLAN.includes(demo.number) ? [expiredPlan(pen)] : [];
  await insertMany(tx, carePlans, named("expired-plan", plans));
}
