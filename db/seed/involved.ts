import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { documents } from "@/db/schema/dossier/documents";
import { questionnaires } from "@/db/schema/dossier/questionnaires";
import { activities, documentReleases, familyMembers } from "@/db/schema/involved";
import { profileQuestionnaireEditions } from "@/db/schema/questionnaires";
import { dayOf } from "@/server/core/clock";
import { askedOf, canonicalOf } from "@/server/questionnaires/entry";
import { insertMany } from "../insert";
import { demoId } from "./chance";
import { DEMO_PEOPLE } from "./people";
import { relationIdOf } from "./portal";

const DAY = 86_400_000;
const CLIENT = 10001;
const INVOLVED = "betrokkene@kroniek.example";
const THERAPIST = "regie@kroniek.example";

const FAMILY = [
  { name: "Marieke Verhoeven", relation: "dochter", phone: "06 00000011", note: "Komt op zondag." },
  { name: "Joost Verhoeven", relation: "zoon", phone: "06 00000012", note: "Woont in Groningen." },
  { name: "Fleur Bakker", relation: "kleindochter", phone: null, note: null },
] as const;

const ANSWERS = {
  "1": "Mevrouw Verhoeven",
  "2": "Rond half acht",
  "3": "Rustig opstaan, koffie in de huiskamer en ’s middags even naar buiten.",
  "4": "2",
  "5": ["1", "2", "5"],
  "6": true,
};

/**
 * What was asked of and shared with someone around client 10001: a questionnaire that waits, one that was handed in and
 * is in the dossier, a shared document, and family.
 */
export async function makeInvolved(tx: Tx, now: number, staff: ReadonlyMap<string, string>): Promise<void> {
  const [client] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.number, CLIENT));
  if (!client) throw new Error(`There is no client ${CLIENT}.`);
  const clientId = client.id;
  const [by] = DEMO_PEOPLE.filter(({ email }) => email === THERAPIST);
  const asker = { name: `${by?.name}, ${by?.title}`, id: staff.get(THERAPIST) ?? "" };
  const relationId = relationIdOf(now, INVOLVED, "involved", CLIENT);
  const [habits, sleep] = [demoId(now, "questionnaire/habits"), demoId(now, "questionnaire/sleep")];
  const ask = (name: string, daysAgo: number, dueIn: number) => ({
    ...{ id: demoId(now, `activity/${name}`), clientId, relationId, requestKey: `demo/${name}` },
    ...{ askedAt: now - daysAgo * DAY, askedBy: asker.name, askedById: asker.id, requestDigest: "" },
    ...{ dueOn: dayOf(now + dueIn * DAY), remindOn: dayOf(now + (dueIn - 3) * DAY) },
  });
  const entryId = demoId(now, "activity/habits/entry");
  const submittedAt = now - 12 * DAY;
  await insertMany(tx, activities, [
    {
      ...ask("sleep", 2, 10),
      ...{ questionnaireId: sleep, edition: 1, title: "Slaap en rust" },
      instruction: "Het gaat om wat u zelf merkt als u op bezoek bent. Weet u iets niet, laat het dan open.",
    },
    {
      ...ask("habits", 20, -6),
      ...{ questionnaireId: habits, edition: 2, title: "Welzijn en gewoonten", entryId },
      ...{ startedAt: submittedAt, submittedAt },
    },
  ]);
  const [asked] = await tx
    .select({ definition: profileQuestionnaireEditions.definition })
    .from(profileQuestionnaireEditions)
    .where(
      and(
        eq(profileQuestionnaireEditions.questionnaireId, habits),
        eq(profileQuestionnaireEditions.edition, 2),
      ),
    );
  await tx.insert(questionnaires).values({
    ...{ id: entryId, clientId, moment: submittedAt, recordedAt: submittedAt, submittedAt },
    ...{ recordedBy: "Els Brouwer, betrokkene", recordedById: `portal:${demoId(now, `portal/${INVOLVED}`)}` },
    ...{ title: "Welzijn en gewoonten", edition: "2", canonical: canonicalOf(habits) },
    ...{ status: "completed", filledInBy: "Els Brouwer (casemanager dementie)" },
    questions: askedOf(asked?.definition.questions ?? [], ANSWERS),
    askedOn: dayOf(now - 20 * DAY),
  });
  const [document] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        ...[eq(documents.clientId, clientId), isNotNull(documents.fileId), eq(documents.status, "current")],
        isNull(documents.archivedAt),
      ),
    )
    .orderBy(asc(documents.id))
    .limit(1);
  if (!document) throw new Error(`Client ${CLIENT} has no document to share.`);
  await tx.insert(documentReleases).values({
    ...{ id: demoId(now, "release/first"), clientId, documentId: document.id, relationId },
    ...{ releasedAt: now - 5 * DAY, releasedBy: asker.name, releasedById: asker.id },
  });
  await insertMany(
    tx,
    familyMembers,
    FAMILY.map((member) => ({ ...member, id: demoId(now, `family/${member.name}`), clientId })),
  );
}
