import type { documents } from "@/db/schema/dossier/documents";
import type { DemoPen } from "../demo-pen";
import { instantOf } from "../fhir-time";
import type { Draft } from "../part";
import { textPdf } from "./pdf";

type Entry = Draft<typeof documents>;

/** A document of the demo; `{naam}` in its text becomes the client's name. */
interface Paper {
  title: string;
  label: string;
  author: string;
  kind: "pdf" | "txt";
  text: readonly string[];
}

const PAPERS: readonly Paper[] = [
  {
    title: "Zorgleveringsovereenkomst",
    label: "agreement",
    author: "Stichting De Linde",
    kind: "pdf",
    text: [
      "Stichting De Linde en {naam} komen overeen dat De Linde zorg levert zoals beschreven in het zorgplan.",
      "De overeenkomst geldt zolang de indicatie loopt. Beide partijen kunnen schriftelijk opzeggen met een termijn van een maand.",
      "Een exemplaar van de algemene voorwaarden is uitgereikt en besproken.",
    ],
  },
  {
    title: "Indicatiebesluit Wlz",
    label: "indication",
    author: "CIZ",
    kind: "pdf",
    text: [
      "Op grond van de Wet langdurige zorg heeft {naam} recht op zorg. Het zorgprofiel is vastgesteld na een huisbezoek.",
      "Het besluit geldt voor onbepaalde tijd. Tegen dit besluit kan binnen zes weken bezwaar worden gemaakt.",
    ],
  },
  {
    title: "Brief van de huisarts bij verhuizing",
    label: "letter",
    author: "Huisartsenpraktijk De Brink",
    kind: "pdf",
    text: [
      "Geachte collega, bij deze draag ik de zorg voor {naam} aan u over.",
      "Voorgeschiedenis en actuele medicatie vindt u in de bijlage. Bloeddruk de laatste maanden stabiel, nierfunctie licht verminderd.",
      "Graag halfjaarlijks laboratoriumcontrole.",
    ],
  },
  {
    title: "Ontslagbrief ziekenhuis, afdeling geriatrie",
    label: "letter",
    author: "Meander Ziekenhuis, geriatrie",
    kind: "pdf",
    text: [
      "{naam} was bij ons opgenomen wegens een delier bij een blaasontsteking.",
      "Onder behandeling met antibiotica en een rustige omgeving is het delier in vier dagen verdwenen.",
      "Advies: voldoende drinken, dagritme aanhouden, gehoorapparaat en bril gebruiken.",
    ],
  },
  {
    title: "Wilsverklaring behandelwensen",
    label: "directive",
    author: "{naam}",
    kind: "pdf",
    text: [
      "Ik, {naam}, wil niet gereanimeerd worden. Ik wil wel behandeld worden voor klachten die mij last geven.",
      "Ziekenhuisopname alleen wanneer dat mijn comfort dient. Dit is met mijn arts en mijn familie besproken.",
    ],
  },
  {
    title: "Toestemmingsverklaring gegevensuitwisseling huisarts en apotheek",
    label: "consent-statement",
    author: "{naam}",
    kind: "pdf",
    text: [
      "Ondergetekende, {naam}, geeft toestemming om medicatie- en zorggegevens via beveiligde mail te delen met de huisarts en de apotheek.",
      "Deze toestemming kan op elk moment worden ingetrokken.",
    ],
  },
  {
    title: "Gespreksnotitie familiegesprek",
    label: "report",
    author: "Maatschappelijk werk",
    kind: "txt",
    text: [
      "Aanwezig: {naam}, familie, eerst verantwoordelijke verzorgende.",
      "Besproken: de eerste weken, eten in de huiskamer, muziekmiddag op donderdag. Familie is tevreden.",
      "Afspraak: over zes weken opnieuw, familie neemt foto's mee voor het levensboek.",
    ],
  },
  {
    title: "Thuisadviezen valpreventie",
    label: "other",
    author: "Fysiotherapie De Linde",
    kind: "txt",
    text: [
      "Losse kleedjes weg, nachtlampje op de gang, stevige schoenen.",
      "Oefen dagelijks tien keer opstaan uit de stoel met steun van de armleuningen.",
    ],
  },
];

function slug(title: string): string {
  return title
    .normalize("NFD")
    .replace(/[^\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replace(/\s+/g, "-");
}

function entryOf(pen: DemoPen, paper: Paper, daysAgo: number, status: Entry["status"] = "current"): Entry {
  const filled = (text: string) => text.replaceAll("{naam}", pen.client.name);
  const text = paper.text.map(filled);
  const writtenOn = pen.day(daysAgo);
  const fileName = `${slug(paper.title)}-${writtenOn}.${paper.kind}`;
  const mime = paper.kind === "pdf" ? "application/pdf" : "text/plain";
  const bytes =
    paper.kind === "pdf"
      ? textPdf(paper.title, text)
      : Buffer.from(`${paper.title}\n\n${text.join("\n\n")}\n`, "utf8");
  return {
    moment: instantOf(writtenOn)?.at ?? pen.now,
    title: paper.title,
    label: paper.label,
    fileName,
    mime,
    ...pen.file({ name: fileName, mime, bytes }),
    location: null,
    author: filled(paper.author),
    writtenOn,
    status,
    note: null,
    recordedBy: pen.colleague("carer").name,
  };
}

/** Papers every client has and some have; for `full` all, with one replaced and one whose bytes never came. */
export function demoDocuments(pen: DemoPen): Entry[] {
  if (pen.fill !== "full") {
    return pen
      .shuffle(PAPERS)
      .slice(0, pen.int(1, 4))
      .map((paper) => entryOf(pen, paper, pen.int(20, 700)));
  }
  const entries = PAPERS.map((paper, index) => entryOf(pen, paper, 30 + index * 57));
  const [agreement, , letter] = PAPERS;
  if (agreement !== undefined) {
    entries.push({
      ...entryOf(pen, agreement, 900, "superseded"),
      note: "Vervangen door de overeenkomst na de nieuwe indicatie.",
    });
  }
  if (letter !== undefined) {
    entries.push({
      ...entryOf(pen, letter, 800),
      title: "Röntgenverslag heup (alleen in het ziekenhuis)",
      label: "result",
      author: "Meander Ziekenhuis, radiologie",
      fileName: null,
      mime: null,
      bytes: null,
      sha256: null,
      fileId: null,
      location: "Meander Ziekenhuis, radiologie",
    });
  }
  return entries;
}
