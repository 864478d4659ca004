"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { cx } from "@/app/_ui/cx";
import { Cell, Row, RowHead } from "@/app/_ui/table";
import { MistakenBadge, NewBadge } from "./entry-badges";
import { EntryDetails } from "./entry-details";
import { EntryLink } from "./entry-link";
import type { PartList } from "./entry-list";

type EntryRowProps = {
  entry: PartList["entries"][number];
  columns: PartList["columns"];
  singular: string;
};

/** Up to so many characters a value stays on one line: "140,42 mmol/L". */
const shortest = 14;

/** An entry in the table; its first cell opens the rest of it in a row underneath. */
export function EntryRow({ entry, columns, singular }: EntryRowProps) {
  const t = useTranslations("dossier");
  const id = useId();
  const [open, setOpen] = useState(false);
  const struck = (entry.mistaken || entry.archived) && "line-through";
  const textOf = (key: string) => entry.cells.find((cell) => cell.key === key)?.text ?? "";
  return (
    <>
      <Row selected={open}>
        {columns.map(({ key, label, kind }, index) => {
          const text = textOf(key);
          const short = kind === "date" || kind === "moment" || text.length <= shortest;
          const looks = short ? "whitespace-nowrap" : undefined;
          if (index === 0) {
            return (
              <RowHead key={key}>
                <button
                  type="button"
                  aria-expanded={open}
                  aria-controls={open ? id : undefined}
                  className="flex items-start gap-1 text-left text-link underline decoration-1 underline-offset-[.18em] hover:decoration-2 pointer-coarse:min-h-6"
                  onClick={() => setOpen(!open)}
                >
                  {open ? (
                    <ChevronDown className="mt-0.5 size-4 flex-none" />
                  ) : (
                    <ChevronRight className="mt-0.5 size-4 flex-none" />
                  )}
                  <span className={cx(looks, struck)}>{text || t("untitled", { singular })}</span>
                </button>
                {/* Paper has no buttons. */}
                <span className={cx("hidden print:inline", struck)}>{text}</span>
                <NewBadge entry={entry} />
                <MistakenBadge entry={entry} />
              </RowHead>
            );
          }
          const long = /\S{24}/.test(text) ? "inline-block min-w-28 wrap-anywhere" : looks;
          return (
            <Cell key={key} label={text && label} number={kind === "number"}>
              <span
                className={cx(
                  kind === "prose" && !open ? "line-clamp-2 print:line-clamp-none" : long,
                  struck,
                )}
              >
                {text}
              </span>
            </Cell>
          );
        })}
      </Row>
      {open && (
        <tr id={id} className="border-b border-line max-tablet:block">
          <td colSpan={columns.length} className="px-pad py-3 max-tablet:block">
            <div className="grid gap-3">
              <EntryDetails entry={entry} />
              <EntryLink id={entry.id} singular={singular} />
            </div>
          </td>
        </tr>
      )}
    </>
  );
}
