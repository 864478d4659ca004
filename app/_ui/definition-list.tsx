import type { ReactNode } from "react";

export type Definition = { term: string; value: ReactNode };

/** Names and values under each other in two columns; stacked on a phone. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 max-tablet:grid-cols-1 max-tablet:gap-y-0">
      {items.map((item) => (
        <div key={item.term} className="contents max-tablet:block max-tablet:py-1">
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0 whitespace-pre-line">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
