import type { AuditLine } from "./view";

/** A value of the workbook: times are epoch ms. */
export type SheetValue = string | number | null;

interface SheetColumn {
  label: string;
  kind: "text" | "number" | "datetime";
  width: number;
  value: (line: AuditLine) => SheetValue;
}

const text = (label: string, width: number, value: SheetColumn["value"]): SheetColumn => ({
  ...{ label, width, value },
  kind: "text",
});

/** The columns of the log in Excel: every group of NEN 7513, in words. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  { label: "Logregel", kind: "number", width: 12, value: ({ sequence }) => sequence },
  { label: "Tijd", kind: "datetime", width: 20, value: ({ at }) => at },
  text("Medewerker", 26, ({ who }) => who),
  text("Rol", 24, ({ role }) => role),
  text("Namens", 24, ({ onBehalfOf }) => onBehalfOf),
  text("Gebeurtenis", 36, ({ event }) => event),
  text("Soort", 14, ({ action }) => action),
  text("Uitkomst", 14, ({ outcomeText }) => outcomeText),
  text("Cliëntnummer", 14, ({ client }) => client?.number ?? null),
  text("Cliënt", 26, ({ client }) => client?.name ?? null),
  text("Object", 40, ({ objects }) => objects.join("; ") || null),
  text("Doel", 28, ({ purpose }) => purpose),
  text("Taak", 34, ({ task }) => task),
  text("Noodprocedure", 16, ({ emergency }) => (emergency ? "Ja" : "Nee")),
  text("Toegangspunt", 24, ({ accessPoint }) => accessPoint),
  text("Bron", 18, ({ source }) => source),
  text("Bijzonderheden", 40, ({ detail }) => detail),
  text("Controlegetal", 24, ({ hash }) => hash),
];

/** A row of the log as its cells, in the order of the columns. */
export function sheetRow(line: AuditLine): SheetValue[] {
  return SHEET_COLUMNS.map(({ value }) => value(line));
}
