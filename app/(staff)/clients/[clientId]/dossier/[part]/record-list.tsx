import type { PartList } from "./entry-list";

type Records = NonNullable<PartList["entries"][number]["details"][number]["records"]>;
type RecordListProps = { label: string; records: Records };

// A wide table scrolls in its own box, which the keyboard must be able to reach.
const reachable = { tabIndex: 0 };

/**
 * Records inside an entry. Flat ones (question, answer) are a small table; ones that hold records themselves (a goal
 * with its actions) stand under each other as blocks.
 */
export function RecordList({ label, records }: RecordListProps) {
  const nested = records.some((record) => record.some((fact) => fact.records));
  if (nested) return <RecordBlocks records={records} />;
  const heads = new Map(records.flatMap((record) => record.map((fact) => [fact.key, fact.label] as const)));
  return (
    <section aria-label={label} {...reachable} className="overflow-x-auto">
      <table className="border-collapse text-sm">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            {[...heads].map(([key, head]) => (
              <th key={key} scope="col" className="border-b border-line py-1 pr-4 text-left text-muted">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={JSON.stringify(record)}>
              {[...heads.keys()].map((key) => (
                <td key={key} className="max-w-(--measure) py-1 pr-4 align-top whitespace-pre-line">
                  {record.find((fact) => fact.key === key)?.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RecordBlocks({ records }: { records: Records }) {
  return (
    <ul className="grid gap-3">
      {records.map((record) => (
        <li key={JSON.stringify(record)} className="grid gap-1 border-l-3 border-line-strong pl-3">
          <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 max-tablet:grid-cols-1">
            {record.map((fact) => (
              <div key={fact.key} className="contents max-tablet:block">
                <dt className="text-muted">{fact.label}</dt>
                <dd className="min-w-0 whitespace-pre-line">
                  {fact.records ? <RecordList label={fact.label} records={fact.records} /> : fact.text}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
