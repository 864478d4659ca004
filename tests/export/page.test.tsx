import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ApiProvider } from "@/app/_trpc/client";
import { ExportDesk } from "@/app/(staff)/clients/[clientId]/export/export-desk";
import type { Export, Progress } from "@/app/(staff)/clients/[clientId]/export/use-exports";
import messages from "@/messages/nl.json";
import { START } from "../world";

const HOUR = 3_600_000;

function anExport(fields: Partial<Export>): Export {
  return {
    id: "e1",
    before: [],
    heading: "generated",
    scope: "complete",
    purpose: "client-request",
    purposeNote: null,
    clientAskedOn: "2026-11-21",
    dueOn: "2026-12-21",
    requestedBy: "Sanne Kuipers",
    requestedAt: START,
    status: "pending",
    completedAt: null,
    expiresAt: null,
    bytes: null,
    downloads: 0,
    downloadable: false,
    failure: null,
    failedAt: null,
    deletedAt: null,
    ...fields,
  };
}

const ready = anExport({
  status: "ready",
  downloadable: true,
  completedAt: START,
  expiresAt: START + 24 * HOUR,
  bytes: 1_812_345,
  downloads: 2,
});

/** The page as the server sends it, in plain text: what a reload shows before any script has run. */
function shown(exports: Export[], progress: Partial<Progress>[] = [], now = START): string {
  const polled = {
    now,
    exports: exports.map((each, index) => ({
      id: each.id,
      status: each.status,
      heading: each.heading,
      deletedAt: each.deletedAt,
      rowsKnown: null,
      rowsDone: 0,
      part: null,
      ...progress[index],
    })),
  };
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Amsterdam" messages={messages} now={new Date(0)}>
      <ApiProvider>
        <ExportDesk clientId="10001" today="2026-11-21" given={{ exports, polled }} />
      </ApiProvider>
    </NextIntlClientProvider>,
  );
  return html
    .replace(/<\/(?:p|h\d|li|button|td|th)>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'");
}

describe("the export page", () => {
  it("says what will come when there is nothing yet", () => {
    const text = shown([]);
    expect(text).toContain("Nog geen export om te downloaden");
    expect(text).toContain("Nog niets verwijderd");
    expect(text).not.toContain("Er loopt al een export");
  });

  it("says when a client who asks today gets the copy at the latest", () => {
    expect(shown([])).toContain("De cliënt krijgt de kopie uiterlijk op 21 december 2026.");
  });

  it("shows rows done of rows known right after a reload, and why no second one can start", () => {
    const text = shown([anExport({})], [{ rowsKnown: 1347, rowsDone: 842, part: "Metingen" }]);
    expect(text).toContain("In afwachting");
    expect(text).toContain("842 van 1.347 regels Nu: Metingen");
    expect(text).toContain("Je mag deze pagina verlaten");
    expect(text).toContain(
      "Er loopt al een export van deze cliënt. Je kunt een nieuwe starten als die klaar is.",
    );
  });

  it("promises no rows before they are counted", () => {
    expect(shown([anExport({})])).not.toMatch(/\d regels/);
  });

  it("tells of a ready one who, when, why, how large, how often, and until when", () => {
    const text = shown([ready]);
    expect(text).toContain(
      "Klaar sinds vandaag om 10.00 uur, gemaakt door Sanne Kuipers. Verzoek van de cliënt (art. 15 AVG). 1,8 MB, 2 keer gedownload.",
    );
    expect(text).toContain("Wordt vanzelf verwijderd morgen om 10.00 uur, over 24 uur");
    expect(text).toContain("Download export");
  });

  it.each([
    [23 * HOUR + 59 * 60_000, "vandaag om 10.00 uur, over 1 minuut"],
    [24 * HOUR - 20_000, "vandaag om 10.00 uur, binnen een minuut"],
    [16 * HOUR + 45 * 60_000, "vandaag om 10.00 uur, over 7 uur en 15 minuten"],
    [22 * HOUR, "vandaag om 10.00 uur, over 2 uur"],
  ])("counts down to its end in words, %i ms after it was ready", (passed, words) => {
    expect(shown([ready], [], START + passed)).toContain(`Wordt vanzelf verwijderd ${words}\n`);
  });

  it("says why one failed, under which number, and offers the same once more", () => {
    const text = shown([anExport({ id: "0193-77", status: "failed", failure: "De schijf was vol." })]);
    expect(text).toContain("Mislukt");
    expect(text).toContain("De schijf was vol. Nummer: 0193-77");
    expect(text).toContain("Start deze export opnieuw");
  });

  it("keeps the trace of those gone, also of one whose file is being removed now", () => {
    const gone = { ...ready, heading: "deleted", downloadable: false } as const;
    const text = shown([
      { ...gone, id: "e2", deletedAt: null },
      { ...gone, id: "e1", scope: "current", purpose: "transfer", deletedAt: START + 24 * HOUR },
    ]);
    expect(text).toContain("wordt nu verwijderd");
    expect(text).toContain("Actueel, overdracht");
    expect(text).toContain("22-11-2026, 10.00");
    expect(text).not.toContain("Download export");
  });
});
