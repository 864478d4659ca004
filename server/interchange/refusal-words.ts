import type { At, RefusalReason } from "./read/item";

/** Why something could not be read, and what to do about it. */
export const REFUSAL_WORDS: Readonly<Record<RefusalReason, string>> = {
  unreadable: "Het bestand kan niet worden gelezen. Controleer of het bestaat en of je erbij mag.",
  empty: "Hier staat niets in.",
  "unknown-format": "Dit is geen JSON, NDJSON of XML.",
  archive: "Dit is een ZIP. Pak hem uit en kies de bestanden die erin zitten.",
  "out-of-reach": "Hoort bij een cliënt buiten het bereik van wie de import startte.",
  "shared-already":
    "Hoort bij geen cliënt en is hier al anders bekend. Alleen wie overal mag importeren, vervangt het.",
  "file-too-large": "Het bestand is groter dan 2 GB. Knip het op.",
  "bad-encoding": "De tekens zijn niet te lezen. Sla het bestand op als UTF-8.",
  "broken-json": "De JSON is niet geldig of breekt af.",
  "broken-xml": "De XML is niet geldig of breekt af.",
  "document-type": "XML met een DOCTYPE of eigen entiteiten wordt om veiligheid niet gelezen.",
  "too-deep": "De inhoud is dieper genest dan 64 niveaus.",
  "too-large": "Eén gegeven is groter dan 20 MB.",
  "not-fhir": "Dit is geen FHIR-gegeven.",
  "no-resource-type": "Er staat niet bij wat voor FHIR-gegeven dit is (resourceType ontbreekt).",
  "unknown-resource-type": "Dit soort gegeven kent FHIR R4 niet.",
};

/** Where in a file, as people count: from 1. */
export function placeWords(at: At): string {
  const entry = at.entry
    ?.split(".")
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
    .join(".");
  return [entry && `onderdeel ${entry}`, at.line !== undefined && `regel ${at.line}`]
    .filter(Boolean)
    .join(", ");
}
