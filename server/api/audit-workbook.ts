import type { AuditDownload } from "../audit/download";
import { SHEET_COLUMNS } from "../audit/sheet";
import { amsterdamWallClock } from "../export/wall-clock";
import { openWorkbook } from "../export/workbook";
import type { ByteSink } from "../export/zip";
import { alone } from "./whole-workbook";

const COLUMNS = SHEET_COLUMNS.map(({ label, kind, width }) => ({ label, kind, width }));
const ABOUT = [
  { label: "Wat", kind: "text", width: 24 },
  { label: "Waarde", kind: "text", width: 80, wrap: true },
] as const;

/** What the sheet Toelichting says: who made this when, by which filter, and what it is and is not. */
function explanation(download: AuditDownload): string[][] {
  return [
    ["Gemaakt door", download.madeBy],
    ["Gemaakt op", download.day.split("-").reverse().join("-")],
    ["Aantal logregels", String(download.rows)],
    ...Object.entries(download.filter).map(([name, value]) => [`Filter: ${name}`, value]),
    ["Volgorde", "Oudste regel eerst, op logregelnummer."],
    [
      "Wat er niet in staat",
      "De inhoud van dossiers: het logboek zegt dat iets is geopend of gewijzigd, niet wat er stond.",
    ],
    [
      "Bewijskracht",
      "Een werkmap kan iedereen wijzigen. Gebruik voor bewijs het ondertekende bestand, dat zich laat controleren.",
    ],
  ];
}

/** Writes the log as a workbook: its rows, and a sheet that says what they are. */
export async function writeAuditWorkbook(sink: ByteSink, download: AuditDownload): Promise<void> {
  const created = new Date(download.madeAt);
  const modified = amsterdamWallClock()(download.madeAt);
  const book = await openWorkbook(alone(sink, { modified }), "", {
    sheets: [
      { name: "Logregels", columns: COLUMNS },
      { name: "Toelichting", columns: ABOUT },
    ],
    properties: { title: "Logboek", creator: "Kroniek", created },
  });
  for await (const batch of download.sheet()) await book.sheet(0).rows(batch);
  await book.sheet(1).rows(explanation(download));
  await book.close();
}
