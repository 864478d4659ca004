import { and, gte, inArray, isNull, or } from "drizzle-orm";
import { episodes } from "@/db/schema/dossier/episodes";
import { periodProblems } from "../checks";
import { EXPERTISES } from "../codes";
import { demoEpisodes } from "../demo/episodes";
import {
  codingOf,
  elementsOf,
  extensionValue,
  type FhirResource,
  noteOf,
  referenceOf,
  stringOf,
  textOf,
} from "../fhir";
import { authorOf } from "../fhir-author";
import { expertisesOf, ownExtensions, ownValue } from "../fhir-own";
import { instantOf, periodOf } from "../fhir-time";
import { definePart, type TakeContext } from "../part";

const NAME = "http://nictiz.nl/fhir/StructureDefinition/ext-EpisodeOfCare.EpisodeOfCareName";
const COMMENT = "http://nictiz.nl/fhir/StructureDefinition/ext-Comment";
const ICPC = "http://hl7.org/fhir/sid/icpc-1-nl";

const STATUS = {
  planned: "Gepland",
  active: "Actief",
  paused: "Onderbroken",
  finished: "Afgesloten",
  cancelled: "Geannuleerd",
} as const;

type Status = keyof typeof STATUS;

const STATUS_OF: Readonly<Record<string, Status>> = {
  planned: "planned",
  waitlist: "planned",
  active: "active",
  onhold: "paused",
  finished: "finished",
  cancelled: "cancelled",
  "entered-in-error": "cancelled",
};

/** The diagnosis an episode follows: in words, and its ICPC code from the Condition where that came along. */
function diagnosisOf(episode: FhirResource, context: TakeContext) {
  const conditions = elementsOf(episode.diagnosis).map((diagnosis) => diagnosis.condition);
  const codes = conditions.map((reference) => context.resolve(reference)?.code);
  const words = conditions.map((reference, index) => textOf(codes[index]) ?? referenceOf(reference)?.display);
  const own = ownValue(episode, "diagnosis-code");
  const icpc = codingOf(own) ?? codes.map((code) => codingOf(code, ICPC)).find((code) => code !== undefined);
  return { diagnosis: textOf(words) ?? null, icpc: icpc?.code ?? null };
}

/** Episoden: nl-core-EpisodeOfCare (zib EpisodeOfCare 1.0). */
export const episodesPart = definePart({
  slug: "episodes",
  label: "Episoden",
  singular: "episode",
  table: episodes,
  columns: [
    { key: "name", label: "Episode", kind: "text", list: true, width: 36, write: { required: true } },
    {
      key: "status",
      label: "Status",
      kind: "code",
      codes: STATUS,
      list: true,
      filter: true,
      width: 14,
      write: { required: true, initial: "active" },
    },
    {
      key: "startedOn",
      label: "Begin",
      kind: "date",
      list: true,
      width: 14,
      write: { partial: true, initial: { from: "today" } },
    },
    { key: "endedOn", label: "Einde", kind: "date", list: true, width: 14, write: { partial: true } },
    { key: "diagnosis", label: "Diagnose", kind: "text", list: true, width: 36, write: {} },
    { key: "icpc", label: "ICPC", kind: "text", list: true, width: 10, write: { max: 12 } },
    { key: "responsible", label: "Hoofdbehandelaar", kind: "text", width: 30, write: {} },
    { key: "note", label: "Toelichting", kind: "prose", width: 48, write: {} },
    {
      key: "expertises",
      label: "Deskundigheden",
      kind: "codes",
      codes: EXPERTISES,
      onlyComplete: true,
      width: 28,
      write: {
        hint: "Alleen wie een van deze deskundigheden heeft, ziet dit. Je eigen deskundigheid hoort erbij.",
      },
    },
  ],
  dating: "startedOn",
  ending: { on: "endedOn", status: { key: "status", codes: ["finished", "cancelled"] } },
  check: periodProblems,
  searchIn: ["name", "diagnosis", "icpc", "note"],
  current: (t, { day }) =>
    and(inArray(t.status, ["active", "paused"]), or(isNull(t.endedOn), gte(t.endedOn, day))),
  currentExport: "current",
  restricted: { expertises: true },
  summary: (row) => ({
    title: row.name,
    detail: row.diagnosis ?? row.note ?? undefined,
    ...(row.status !== "active" && { badge: { text: STATUS[row.status], role: "neutral" as const } }),
  }),
  fhir: {
    types: ["EpisodeOfCare"],
    take: (resource, context) => {
      const { start, end } = periodOf(resource.period);
      const { diagnosis, icpc } = diagnosisOf(resource, context);
      const recorded = instantOf(ownValue(resource, "recorded-at"));
      const status = STATUS_OF[stringOf(resource.status) ?? ""];
      return {
        moment: start?.at ?? recorded?.at ?? context.now,
        name:
          stringOf(extensionValue(resource, NAME)) ??
          textOf(resource.type) ??
          diagnosis ??
          "Episode zonder naam",
        status: status ?? (end === undefined ? "active" : "finished"),
        startedOn: start?.date ?? null,
        endedOn: end?.date ?? null,
        diagnosis,
        icpc,
        responsible: authorOf(resource.careManager, context) ?? null,
        note: stringOf(extensionValue(resource, COMMENT)) ?? noteOf(resource.note) ?? null,
        expertises: expertisesOf(resource),
        recordedBy: stringOf(ownValue(resource, "recorded-by")),
        recordedAt: recorded?.at,
      };
    },
    give: (row, { patient, scope }) => {
      const own = ownExtensions({
        "diagnosis-code": row.icpc === null ? undefined : { system: ICPC, code: row.icpc },
        expertise: scope === "current" ? undefined : row.expertises,
        "recorded-at": new Date(row.recordedAt).toISOString(),
        "recorded-by": row.recordedBy,
      });
      return [
        {
          resourceType: "EpisodeOfCare",
          id: row.id,
          extension: [
            { url: NAME, valueString: row.name },
            ...(row.note === null ? [] : [{ url: COMMENT, valueString: row.note }]),
            ...(own ?? []),
          ],
          status: row.status === "paused" ? "onhold" : row.status,
          diagnosis: row.diagnosis === null ? undefined : [{ condition: { display: row.diagnosis } }],
          patient,
          period: { start: row.startedOn ?? undefined, end: row.endedOn ?? undefined },
          careManager: row.responsible === null ? undefined : { display: row.responsible },
        },
      ];
    },
  },
  merge: "dossier",
  demo: demoEpisodes,
});
