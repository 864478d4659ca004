import { ADDRESS_COLUMNS, type AddressList, type Approachable } from "../consent/address-list";
import { OUTCOME_WORDS, type Outcome } from "../consent/rules";
import { amsterdamWallClock } from "../export/wall-clock";
import { openWorkbook } from "../export/workbook";
import type { ByteSink } from "../export/zip";
import { alone } from "./whole-workbook";

const KEYS = Object.keys(ADDRESS_COLUMNS) as (keyof Approachable)[];
const WIDTHS: Partial<Record<keyof Approachable, number>> = { number: 14, postcode: 12 };

/** Writes an address list: who may be approached, and of the others only how many and why. */
export async function writeAddressWorkbook(
  sink: ByteSink,
  list: AddressList & { party: string; madeAt: number; day: string },
): Promise<void> {
  const book = await openWorkbook(alone(sink, { modified: amsterdamWallClock()(list.madeAt) }), "", {
    sheets: [
      {
        name: "Adressen",
        columns: KEYS.map((key) => ({ label: ADDRESS_COLUMNS[key], kind: "text", width: WIDTHS[key] ?? 30 })),
      },
      {
        name: "Toelichting",
        columns: [
          { label: "Wat", kind: "text", width: 60, wrap: true },
          { label: "Aantal", kind: "text", width: 40, wrap: true },
        ],
      },
    ],
    properties: { title: "Adressenlijst", creator: "Kroniek", created: new Date(list.madeAt) },
  });
  await book.sheet(0).rows(list.lines.map((line) => KEYS.map((key) => String(line[key]))));
  const left = Object.entries(list.left) as [Outcome, number][];
  await book
    .sheet(1)
    .rows([
      ["Partij", list.party],
      ["Gemaakt op", list.day.split("-").reverse().join("-")],
      ["Mag worden benaderd", String(list.lines.length)],
      ...left.map(([why, count]) => [`Niet in de lijst: ${OUTCOME_WORDS[why]}`, String(count)]),
    ]);
  await book.close();
}
