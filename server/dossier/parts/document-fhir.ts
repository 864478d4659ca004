import type { documents } from "@/db/schema/dossier/documents";
import { safeContentType } from "../../files/content-type";
import {
  codingsOf,
  elementsOf,
  type FhirElement,
  type FhirResource,
  isElement,
  stringOf,
  textOf,
} from "../fhir";
import { authorOf } from "../fhir-author";
import { ownConcept, ownExtensions, ownSystem, ownValue } from "../fhir-own";
import { instantOf } from "../fhir-time";
import type { Draft, GiveContext, Row, TakeContext } from "../part";

export const DOCUMENT_LABELS = {
  letter: "Brief",
  report: "Verslag",
  examination: "Onderzoek",
  result: "Uitslag",
  "signed-care-plan": "Zorgplan getekend",
  indication: "Indicatiebesluit",
  agreement: "Overeenkomst",
  "consent-statement": "Toestemmingsverklaring",
  directive: "Wilsverklaring",
  legal: "Juridisch document",
  identification: "Legitimatie",
  photo: "Foto",
  portal: "Gedeeld via portaal",
  other: "Overig",
} as const;

const OWN_LABEL = ownSystem("document-label");
/** OID of the SHA-256 algorithm: FHIR's own attachment hash is SHA-1 */
const SHA256 = "urn:oid:2.16.840.1.101.3.4.2.1";

/** LOINC document types that have a label of ours; others are filed under Overig. */
const LABEL_OF: Readonly<Record<string, string>> = {
  "59284-0": "consent-statement",
  "64292-6": "consent-statement",
  "42348-3": "directive",
  "57133-1": "letter",
  "51852-2": "letter",
  "18842-5": "report",
  "11488-4": "report",
  "11502-2": "result",
};

const EXTENSIONS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "text/plain": "txt",
  "image/jpeg": "jpg",
  "image/png": "png",
};

function labelOf(resource: FhirResource): string {
  for (const { system, code } of [...codingsOf(resource.category), ...codingsOf(resource.type)]) {
    if (code === undefined) continue;
    if (system === OWN_LABEL && Object.hasOwn(DOCUMENT_LABELS, code)) return code;
    if (Object.hasOwn(LABEL_OF, code)) return LABEL_OF[code] ?? "other";
  }
  return "other";
}

/** Base64 as FHIR writes it, line breaks allowed; `undefined` when it is anything else. */
function bytesOf(data: unknown): Buffer | undefined {
  const text = stringOf(data)?.replace(/\s+/g, "");
  if (text === undefined || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  return Buffer.from(text, "base64");
}

type Found = { attachment: FhirElement; bytes?: Buffer; binary?: FhirResource };

function openAttachment(attachment: FhirElement, context: TakeContext): Found {
  const inline = bytesOf(attachment.data);
  if (inline !== undefined) return { attachment, bytes: inline };
  const url = stringOf(attachment.url);
  const binary = url === undefined ? undefined : context.resolve({ reference: url });
  if (binary?.resourceType !== "Binary") return { attachment };
  return { attachment, bytes: bytesOf(binary.data), binary };
}

/** A name to store it by: as given, else made from the title and the kind of file. */
function fileNameOf(title: string, mime: string | undefined): string {
  const extension = EXTENSIONS[mime ?? ""];
  return extension === undefined || /\.[A-Za-z0-9]{2,5}$/.test(title) ? title : `${title}.${extension}`;
}

/**
 * The document in a DocumentReference. Of several contents the first whose bytes are there is kept; a Binary it
 * points at is absorbed. Bytes that cannot be read leave an entry without a file.
 */
export function takeDocument(resource: FhirResource, context: TakeContext): Draft<typeof documents> | null {
  if (resource.resourceType !== "DocumentReference") return null;
  const opened = elementsOf(resource.content).map((content) =>
    openAttachment(isElement(content.attachment) ? content.attachment : {}, context),
  );
  const chosen: Found = opened.find(({ bytes }) => bytes !== undefined) ?? opened[0] ?? { attachment: {} };
  const { attachment, bytes, binary } = chosen;
  const told = (stringOf(attachment.contentType) ?? stringOf(binary?.contentType))?.split(";")[0]?.trim();
  const mime = told === undefined ? undefined : safeContentType(told);
  const attached = stringOf(attachment.title);
  const title =
    stringOf(resource.description) ?? attached ?? textOf(resource.type) ?? "Document zonder titel";
  const fileName = attached === undefined && bytes === undefined ? null : fileNameOf(attached ?? title, mime);
  const file =
    bytes === undefined
      ? undefined
      : context.keepFile({ name: fileName ?? title, mime: mime ?? "application/octet-stream", bytes });
  if (file !== undefined && binary !== undefined) context.absorb(binary);
  const date = instantOf(resource.date);
  const created = instantOf(attachment.creation);
  const status = stringOf(resource.status);
  const author = authorOf(resource.author, context) ?? null;
  const circumstances = isElement(resource.context) ? resource.context : {};
  return {
    moment: created?.at ?? date?.at ?? context.now,
    title,
    label: labelOf(resource),
    fileName,
    mime: mime ?? null,
    bytes: file?.bytes ?? null,
    sha256: file?.sha256 ?? null,
    fileId: file?.fileId ?? null,
    location: file === undefined ? (stringOf(attachment.url) ?? null) : null,
    author,
    writtenOn: created?.date ?? null,
    status: status === "superseded" || status === "entered-in-error" ? status : "current",
    note: stringOf(ownValue(resource, "note")) ?? textOf(circumstances.event) ?? null,
    recordedBy: authorOf(resource.authenticator, context) ?? author ?? undefined,
    recordedAt: date?.at,
  };
}

/** A document as a DocumentReference; its bytes stay beside the bundle, named by file id and SHA-256. */
export function giveDocument(row: Row<typeof documents>, { patient }: GiveContext): FhirResource[] {
  return [
    {
      resourceType: "DocumentReference",
      id: row.id,
      extension: ownExtensions({ note: row.note }),
      identifier: row.sha256 === null ? undefined : [{ system: SHA256, value: row.sha256 }],
      status: row.status,
      category: [ownConcept("document-label", DOCUMENT_LABELS, row.label)],
      subject: patient,
      date: new Date(row.recordedAt).toISOString(),
      author: row.author === null ? undefined : [{ display: row.author }],
      authenticator: { display: row.recordedBy },
      description: row.title,
      content: [
        {
          attachment: {
            contentType: row.mime ?? undefined,
            url: row.fileId === null ? (row.location ?? undefined) : `urn:uuid:${row.fileId}`,
            size: row.bytes ?? undefined,
            title: row.fileName ?? undefined,
            creation: row.writtenOn ?? undefined,
          },
        },
      ],
    },
  ];
}
