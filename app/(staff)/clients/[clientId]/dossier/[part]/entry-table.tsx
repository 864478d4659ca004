import { useTranslations } from "next-intl";
import { ColumnHead } from "@/app/_ui/column-head";
import { Table, TableHead } from "@/app/_ui/table";
import type { PartList } from "./entry-list";
import { EntryRow } from "./entry-row";
import type { ListChoices } from "./list-params";

type EntryTableProps = {
  list: PartList;
  choices: ListChoices;
  to: (changes: Partial<ListChoices>) => string;
};

/** Entries one a row, each of which opens in place. */
export function EntryTable({ list, choices, to }: EntryTableProps) {
  const t = useTranslations("dossier");
  const direction = choices.ascending ? "ascending" : "descending";
  return (
    <Table caption={t("caption", { part: list.label })} captionHidden>
      <TableHead>
        <tr>
          {list.columns.map(({ key, label, kind, sortable }) => {
            const sorted = choices.sort === key ? direction : undefined;
            return (
              <ColumnHead
                key={key}
                label={label}
                number={kind === "number"}
                sorted={sorted}
                sortHref={sortable ? to({ sort: key, ascending: sorted !== "ascending" }) : undefined}
              />
            );
          })}
        </tr>
      </TableHead>
      <tbody>
        {list.entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} columns={list.columns} singular={list.singular} />
        ))}
      </tbody>
    </Table>
  );
}
