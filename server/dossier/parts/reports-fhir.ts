import type { reports } from "@/db/schema/dossier/reports";
import { DISCIPLINES, oneOf } from "../codes";
import {
  type Coding,
  codingOf,
  elementsOf,
  type FhirElement,
  type FhirResource,
  hasCode,
  stringOf,
} from "../fhir";
import { authorOf, disciplineOf } from "../fhir-author";
import { narrativeText } from "../fhir-narrative";
import { expertisesOf, ownCode, ownConcept, ownExtensions, ownSystem, ownValue } from "../fhir-own";
import { instantOf } from "../fhir-time";
import type { Draft, Row, TakeContext } from "../part";
import { isClinicalNote, isLifeStory } from "../resource-kind";
import { REPORT_CATEGORIES } from "./reports-codes";

type Report = Draft<typeof reports>;

const SNOMED = "http://snomed.info/sct";
const CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
const ICPC = "http://hl7.org/fhir/sid/icpc-1-nl";
const SOAP_LINE_CODE = "http://nictiz.nl/fhir/StructureDefinition/ext-SOAPReport.SOAPLineCode";
const CONTACT_REPORT = {
  coding: [{ system: SNOMED, code: "11591000146107", display: "patiëntcontactverslag" }],
};

/** The four kinds of line in nl-core-SOAPReport, in the order they are written (SOEP). */
const SOAP = [
  { key: "subjective", code: "255362007", display: "Subjectief" },
  { key: "objective", code: "260224007", display: "Objectief" },
  { key: "assessment", code: "129265001", display: "Evaluatie" },
  { key: "plan", code: "129271007", display: "Beleid" },
] as const;

const FREE_TEXT = { system: ownSystem("report-line"), code: "text", display: "Verslag" };

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

type Line = { id: string; coding: Coding; text: string };

/** The resources of a report: a SOAP report as Composition with its lines, free text as DocumentReference. */
export function giveReport(row: Row<typeof reports>, patient: { reference: string }): FhirResource[] {
  const date = new Date(row.moment).toISOString();
  const shared = {
    id: row.id,
    extension: ownExtensions({
      discipline: row.discipline,
      expertise: row.expertises,
      "recorded-at": row.recordedAt === row.moment ? undefined : new Date(row.recordedAt).toISOString(),
    }),
    category: [ownConcept("report-category", REPORT_CATEGORIES, row.category)],
    type: CONTACT_REPORT,
    date,
    author: [{ display: row.recordedBy }],
  };
  const lines: Line[] = SOAP.flatMap(({ key, code, display }) => {
    const text = row[key];
    return text === null ? [] : [{ id: `${row.id}-${key}`, coding: { system: SNOMED, code, display }, text }];
  });
  if (lines.length === 0) {
    return [
      {
        resourceType: "DocumentReference",
        ...shared,
        status: "current",
        subject: patient,
        description: row.title ?? undefined,
        securityLabel: row.hidden
          ? [{ coding: [{ system: CONFIDENTIALITY, code: "R", display: "restricted" }] }]
          : undefined,
        content: [
          {
            attachment: {
              contentType: "text/plain; charset=utf-8",
              data: Buffer.from(row.text ?? "").toString("base64"),
            },
          },
        ],
      },
    ];
  }
  if (row.text !== null) lines.push({ id: `${row.id}-text`, coding: FREE_TEXT, text: row.text });
  return [
    {
      resourceType: "Composition",
      ...shared,
      status: "final",
      subject: patient,
      confidentiality: row.hidden ? "R" : undefined,
      title: row.title ?? undefined,
      section: lines.map(({ id, coding }) => ({
        code: { coding: [coding] },
        entry: [{ reference: `Observation/${id}` }],
      })),
    },
    ...lines.map(({ id, coding, text }) => ({
      resourceType: "Observation",
      id,
      status: "final",
      code: { coding: [coding] },
      subject: patient,
      effectiveDateTime: date,
      valueString: text,
    })),
  ];
}

/** A report as one text: free text, then its SOAP lines marked S, O, E and P. */
export function plainText(row: Row<typeof reports>): string {
  const lines = [row.subjective, row.objective, row.assessment, row.plan].map((text, index) =>
    text === null ? undefined : `${"SOEP"[index]}: ${text}`,
  );
  return [row.text, ...lines].filter((text) => text !== null && text !== undefined).join("\n");
}
