import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Moment } from "@/app/_ui/time";
import { DocumentFile } from "../_documents/document-file";
import { EntryBadges } from "./entry-badges";
import type { PartList } from "./entry-list";
import { RecordList } from "./record-list";

type Entry = PartList["entries"][number];

/** Everything of an entry that is not in its row, and who recorded it when. */
export function EntryDetails({ entry }: { entry: Entry }) {
  const t = useTranslations("dossier");
  const facts = entry.details.filter(({ records }) => !records);
  const struck = entry.mistaken || entry.archived ? "line-through" : undefined;
  const nested = entry.details.filter(({ records }) => records);
  return (
    <div className="grid gap-3">
      <EntryBadges entry={entry} />
      {entry.fileName && (
        <DocumentFile
          documentId={entry.id}
          name={entry.fileName}
          mime={entry.details.find(({ key }) => key === "mime")?.text ?? ""}
        />
      )}
      {facts.length > 0 && (
        <DefinitionList
          items={facts.map(({ label, text, prose }) => ({
            term: label,
            value: <div className={cx(prose && "max-w-(--measure)", struck)}>{text}</div>,
          }))}
        />
      )}
      {nested.map(({ key, label, records }) => (
        <section key={key} aria-label={label} className="grid gap-1">
          <h2 className="text-sm">{label}</h2>
          <div className={struck}>
            <RecordList label={label} records={records ?? []} />
          </div>
        </section>
      ))}
      <p className="text-muted">
        {t("recordedBy", { name: entry.recordedBy })} <Moment value={entry.recordedAt} format="long" />
      </p>
    </div>
  );
}
