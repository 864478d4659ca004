import { shownMoment } from "../dossier/show";
import type { PagedSheet } from "./books";
import type { Selection } from "./scope";
import type { Cell } from "./sheet-xml";
import { VERSIONS_LEFT_OUT } from "./versions-sheet";

export const SCOPE_LABELS = { complete: "Volledig dossier", current: "Actueel dossier" } as const;

/** How to read the workbooks: said on the Toelichting sheet and in LEESMIJ.html alike. */
export const READING_NOTES: readonly string[] = [
  "Tijden zijn Nederlandse tijd (Amsterdam). Datums die maar deels bekend zijn, staan als tekst.",
  "Alle rapportages staan erin, ook verborgen rapportages en rapportages voor één deskundigheid.",
  "Wat gearchiveerd is, geldt niet meer. Het staat er nog in, met wie het archiveerde, wanneer en waarom; in FHIR als entered-in-error.",
  "Wat gecorrigeerd, beëindigd of gearchiveerd is, staat in zijn onderdeel zoals het nu is. Wat er eerst stond, staat in een volledig dossier op het blad Versies.",
  "Een tekst die langer is dan een Excel-cel gaat verder op de volgende regel; die regel begint met (vervolg).",
  "Tekst die begint met = + - of @ is tekst en geen formule. Excel toont hem zoals hij is opgeschreven.",
  "Tekens die in Excel niet kunnen bestaan zijn weggelaten; manifest.json zegt hoeveel.",
  "fhir/bundle.json bevat hetzelfde dossier als FHIR R4, ook wat uit een ander systeem kwam en in geen onderdeel past.",
  "Bewaak dit bestand en bewaar het niet langer dan nodig is.",
];

/** Sheet Toelichting: what this is, what is not in it and why, and how to read it. */
export class Explanation {
  readonly #rows: Cell[][];

  constructor(
    selection: Selection,
    order: {
      clientNumber: string;
      scope: keyof typeof SCOPE_LABELS;
      requestedBy: string;
      requestedAt: number;
      now: number;
    },
  ) {
    this.#rows = [
      ["Cliëntnummer", order.clientNumber],
      ["Inhoud", SCOPE_LABELS[order.scope]],
      ["Gevraagd door", order.requestedBy],
      ["Gevraagd op", shownMoment(order.requestedAt)],
      ["Stand van", shownMoment(order.now)],
      ...selection.omitted.map(({ part, reason }): Cell[] => [`Niet opgenomen: ${part.label}`, reason]),
      ...(order.scope === "current" ? [["Niet opgenomen: Versies", VERSIONS_LEFT_OUT]] : []),
      ...READING_NOTES.map((note, index): Cell[] => [index === 0 ? "Hoe te lezen" : null, note]),
    ];
  }

  /** The sheet, ready to write. */
  sheet(): PagedSheet {
    return {
      plan: {
        name: "Toelichting",
        columns: [
          { label: "Onderwerp", kind: "text", width: 32 },
          { label: "Toelichting", kind: "text", width: 100, wrap: true },
        ],
      },
      pages: () => [this.#rows],
    };
  }
}
