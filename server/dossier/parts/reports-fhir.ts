import type { reports } from "@/db/schema/dossier/reports";
import { DISCIPLINES, oneOf } from "../codes";
import { codingOf, elementsOf, type FhirElement, type FhirResource, hasCode, stringOf } from "../fhir";
import { authorOf, disciplineOf } from "../fhir-author";
import { narrativeText } from "../fhir-narrative";
import { expertisesOf, ownCode, ownValue } from "../fhir-own";
import { instantOf } from "../fhir-time";
import type { Draft, TakeContext } from "../part";
import { isClinicalNote, isLifeStory } from "../resource-kind";
import { CONFIDENTIALITY, FREE_TEXT, REPORT_CATEGORIES, SNOMED, SOAP } from "./reports-codes";

type Report = Draft<typeof reports>;

const ICPC = "http://hl7.org/fhir/sid/icpc-1-nl";
const SOAP_LINE_CODE = "http://nictiz.nl/fhir/StructureDefinition/ext-SOAPReport.SOAPLineCode";

const soapOf = (concept: unknown) => SOAP.find(({ code }) => hasCode(concept, SNOMED, code));
const written = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** The text of one SOAP line, with the ICPC code it was given. */
function lineText(line: FhirElement): string | undefined {
  const coded = elementsOf(line.extension).find(({ url }) => url === SOAP_LINE_CODE);
  const icpc = codingOf(coded?.valueCodeableConcept, ICPC);
  const text = written(line.valueString);
  const label = icpc && `[${["ICPC", icpc.code, icpc.display].filter(Boolean).join(" ")}]`;
  return [text, label].filter((part) => part !== undefined).join(" ") || undefined;
}

function fromComposition(composition: FhirResource, context: TakeContext): Partial<Report> | null {
  const texts: Record<string, string[]> = {
    subjective: [],
    objective: [],
    assessment: [],
    plan: [],
    text: [],
  };
  const lines: FhirResource[] = [];
  const visit = (section: FhirElement, depth: number): void => {
    const found = elementsOf(section.entry).flatMap((entry) => {
      const line = context.resolve(entry);
      const kind = soapOf(line?.code)?.key ?? (ownLine(line) ? "text" : undefined);
      const text = line && kind && lineText(line);
      if (line === undefined || kind === undefined || text === undefined) return [];
      lines.push(line);
      texts[kind]?.push(text);
      return [text];
    });
    const narrative = found.length === 0 ? narrativeText(section.text) : undefined;
    const soap = soapOf(section.code)?.key;
    const title = soap === undefined ? stringOf(section.title) : undefined;
    if (narrative !== undefined) {
      texts[soap ?? "text"]?.push(title === undefined ? narrative : `${title}\n${narrative}`);
    }
    if (depth < 8) for (const inner of elementsOf(section.section)) visit(inner, depth + 1);
  };
  for (const section of elementsOf(composition.section)) visit(section, 0);
  const isEmpty = Object.values(texts).every((list) => list.length === 0);
  const whole = isEmpty ? narrativeText(composition.text) : undefined;
  if (isEmpty && whole === undefined) return null;
  for (const line of lines) context.absorb(line);
  const joined = (key: string) => texts[key]?.join("\n\n") || null;
  return {
    title: stringOf(composition.title) ?? null,
    text: joined("text") ?? whole ?? null,
    subjective: joined("subjective"),
    objective: joined("objective"),
    assessment: joined("assessment"),
    plan: joined("plan"),
  };
}

const ownLine = (line: FhirResource | undefined): boolean =>
  hasCode(line?.code, FREE_TEXT.system, FREE_TEXT.code);

function decoded(attachment: FhirElement): string | undefined {
  const bytes = Buffer.from(typeof attachment.data === "string" ? attachment.data : "", "base64");
  const isLatin = /charset=(?:iso-8859-1|windows-1252|us-ascii)/i.test(
    stringOf(attachment.contentType) ?? "",
  );
  return written(bytes.toString(isLatin ? "latin1" : "utf8"));
}

function fromNote(note: FhirResource): Partial<Report> {
  const attachments = elementsOf(note.content).flatMap((content) => elementsOf(content.attachment));
  return {
    title: stringOf(note.description) ?? stringOf(attachments[0]?.title) ?? null,
    text:
      attachments
        .map(decoded)
        .filter((part) => part !== undefined)
        .join("\n\n") || "(geen tekst)",
    subjective: null,
    objective: null,
    assessment: null,
    plan: null,
  };
}

/**
 * A report from a Composition that holds text (SOAP lines, narrative sections) and is no life story, or from a
 * DocumentReference that is a clinical note. SOAP lines are absorbed; other resources a section points at are not,
 * they have their own part. Confidentiality R or V means hidden.
 */
export function takeReport(resource: FhirResource, context: TakeContext): Report | null {
  const isNote = resource.resourceType === "DocumentReference";
  if (isNote ? !isClinicalNote(resource) : isLifeStory(resource)) return null;
  const content = isNote ? fromNote(resource) : fromComposition(resource, context);
  if (content === null) return null;
  const moment = instantOf(resource.date)?.at;
  const author = authorOf(resource.author, context) ?? authorOf(resource.authenticator, context);
  const recorded = instantOf(ownValue(resource, "recorded-at"))?.at ?? moment;
  return {
    text: null,
    ...content,
    moment: moment ?? context.now,
    category: ownCode(resource.category, "report-category", REPORT_CATEGORIES) ?? "other",
    discipline: oneOf(DISCIPLINES, ownValue(resource, "discipline")) ?? disciplineOf(author),
    hidden: isNote
      ? hasCode(resource.securityLabel, CONFIDENTIALITY, "R", "V")
      : resource.confidentiality === "R" || resource.confidentiality === "V",
    expertises: expertisesOf(resource),
    recordedBy: author,
    recordedAt: recorded,
  };
}
