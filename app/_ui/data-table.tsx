import type { ReactNode } from "react";
import { ColumnHead, type Direction } from "./column-head";
import { Cell, Row, RowHead, Table, TableHead } from "./table";

export type Column<Item> = {
  key: string;
  label: string;
  cell: (item: Item) => ReactNode;
  number?: boolean;
  labelHidden?: boolean;
  sortable?: boolean;
};

type DataTableProps<Item> = {
  caption: string;
  captionHidden?: boolean;
  phoneLines?: boolean;
  /** The first column is the row header. */
  columns: Column<Item>[];
  items: Item[];
  itemKey: (item: Item) => string;
  sort?: {
    key: string;
    direction: Direction;
    /** Address of this list, sorted otherwise. */
    href: (key: string, direction: Direction) => string;
  };
  isSelected?: (item: Item) => boolean;
  isChanged?: (item: Item) => boolean;
};

/** A table from columns and items; sorting by links, so it works before any script has loaded. */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const { caption, captionHidden, phoneLines, columns, items, itemKey, sort, isSelected, isChanged } = props;
  return (
    <Table caption={caption} captionHidden={captionHidden} phoneLines={phoneLines}>
      <TableHead>
        <tr>
          {columns.map((column) => {
            const sorted = sort?.key === column.key ? sort.direction : undefined;
            const other = sorted === "ascending" ? "descending" : "ascending";
            return (
              <ColumnHead
                key={column.key}
                label={column.label}
                number={column.number}
                labelHidden={column.labelHidden}
                sorted={sorted}
                sortHref={column.sortable ? sort?.href(column.key, other) : undefined}
              />
            );
          })}
        </tr>
      </TableHead>
      <tbody>
        {items.map((item) => (
          <Row key={itemKey(item)} selected={isSelected?.(item)} changed={isChanged?.(item)}>
            {columns.map((column, index) => {
              const value = column.cell(item);
              if (index === 0) return <RowHead key={column.key}>{value}</RowHead>;
              const named = !column.labelHidden && value !== null && value !== undefined && value !== "";
              return (
                <Cell key={column.key} number={column.number} label={named ? column.label : undefined}>
                  {value}
                </Cell>
              );
            })}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
