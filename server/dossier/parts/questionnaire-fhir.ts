import type { AskedQuestion, questionnaires } from "@/db/schema/dossier/questionnaires";
import { elementsOf, extensionValue, type FhirResource, noteOf, primitiveElement, stringOf } from "../fhir";
import { authorOf } from "../fhir-author";
import { ownExtensions, ownQuestionnaire, ownValue } from "../fhir-own";
import { instantOf } from "../fhir-time";
import type { Draft, GiveContext, Row, TakeContext } from "../part";
import { valueText } from "./observation-value";

type Entry = Row<typeof questionnaires>;

const DISPLAY = "http://hl7.org/fhir/StructureDefinition/display";

const STATUS: Readonly<Record<string, Entry["status"]>> = {
  "in-progress": "open",
  completed: "completed",
  amended: "amended",
  stopped: "stopped",
  "entered-in-error": "entered-in-error",
};
/** The Questionnaire answered, by its canonical address or as a reference; absorbed when found. */
function definitionOf(canonical: string | undefined, context: TakeContext): FhirResource | undefined {
  if (canonical === undefined) return undefined;
  const [url] = canonical.split("|");
  const found =
    context.all("Questionnaire").find((known) => known.url === url) ??
    context.resolve({ reference: canonical });
  if (found?.resourceType !== "Questionnaire") return undefined;
  context.absorb(found);
  return found;
}

/** Wording by link id. Nesting is bounded by reading (`READ_LIMITS.depth`). */
function wordings(items: unknown, into = new Map<string, string>()): Map<string, string> {
  for (const item of elementsOf(items)) {
    const [id, text] = [stringOf(item.linkId), stringOf(item.text)];
    if (id !== undefined && text !== undefined) into.set(id, text);
    wordings(item.item, into);
  }
  return into;
}

/** Items with their answers in reading order; a question in a group carries the group's name in front. */
function flatten(items: unknown, words: Map<string, string>, group?: string): AskedQuestion[] {
  return elementsOf(items).flatMap((item) => {
    const code = stringOf(item.linkId) ?? "";
    const own = stringOf(item.text) ?? words.get(code);
    const answers = elementsOf(item.answer);
    const below = [item, ...answers].flatMap((holder) => elementsOf(holder.item));
    const isGroup = answers.length === 0 && below.length > 0;
    const path = [group, own].filter((text) => text !== undefined).join(" – ") || undefined;
    const nested = flatten(below, words, path);
    if (isGroup) return nested;
    const answer = answers.flatMap((given) => valueText(given) ?? []).join(", ") || null;
    return [{ code, question: path ?? (code || "Vraag zonder tekst"), answer }, ...nested];
  });
}

/** Last part of a canonical address, for a questionnaire that is named nowhere. */
function lastSegment(url: string | undefined): string | undefined {
  return stringOf(url?.split(/[/:#]/).at(-1)?.replace(/[-_]+/g, " "));
}

/** The answers in a QuestionnaireResponse; the Questionnaire lends its title and the wording of its questions. */
export function takeQuestionnaire(
  resource: FhirResource,
  context: TakeContext,
): Draft<typeof questionnaires> | null {
  if (resource.resourceType !== "QuestionnaireResponse") return null;
  const canonical = stringOf(resource.questionnaire);
  const definition = definitionOf(canonical, context);
  const [url, version] = canonical?.split("|") ?? [];
  const status = stringOf(resource.status) ?? "";
  const state = (Object.hasOwn(STATUS, status) ? STATUS[status] : undefined) ?? "open";
  const authored = instantOf(resource.authored);
  const asked = instantOf(ownValue(resource, "asked-on"));
  const filledInBy = authorOf(resource.source, context) ?? authorOf(resource.author, context);
  const recorder = stringOf(ownValue(resource, "recorded-by"));
  return {
    moment: authored?.at ?? asked?.at ?? context.now,
    title:
      stringOf(extensionValue(primitiveElement(resource, "questionnaire"), DISPLAY)) ??
      stringOf(definition?.title) ??
      stringOf(definition?.name) ??
      lastSegment(url) ??
      "Vragenlijst zonder titel",
    edition: stringOf(version) ?? stringOf(definition?.version) ?? null,
    canonical: stringOf(url) ?? null,
    status: state,
    filledInBy: filledInBy ?? null,
    questions: flatten(resource.item, wordings(definition?.item)),
    askedOn: asked?.date ?? null,
    submittedAt: state === "open" ? null : (authored?.at ?? null),
    note: stringOf(ownValue(resource, "note")) ?? noteOf(resource.note) ?? null,
    recordedBy: recorder ?? filledInBy,
    recordedAt: authored?.at,
  };
}

function canonicalOf(row: Entry): string {
  const url = row.canonical ?? ownQuestionnaire(row.title);
  return row.edition === null ? url : `${url}|${row.edition}`;
}

/** A filled in list as a QuestionnaireResponse, questions written out so that it can be read by itself. */
export function giveQuestionnaire(row: Entry, { patient }: GiveContext): FhirResource[] {
  const status = Object.keys(STATUS).find((code) => STATUS[code] === row.status);
  const authored = row.submittedAt ?? (row.askedOn === null ? row.moment : undefined);
  return [
    {
      resourceType: "QuestionnaireResponse",
      id: row.id,
      extension: ownExtensions({
        "asked-on": row.askedOn,
        note: row.note,
        "recorded-by": row.recordedBy === row.filledInBy ? null : row.recordedBy,
      }),
      questionnaire: canonicalOf(row),
      _questionnaire: { extension: [{ url: DISPLAY, valueString: row.title }] },
      status,
      subject: patient,
      authored: authored === undefined ? undefined : new Date(authored).toISOString(),
      source: row.filledInBy === null ? undefined : { display: row.filledInBy },
      item: row.questions.map(({ code, question, answer }) => ({
        linkId: code,
        text: question,
        answer: answer === null ? undefined : [{ valueString: answer }],
      })),
    },
  ];
}
