import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { TextButton } from "@/app/_ui/text-button";
import { ExactMoment } from "./_parts/exact-moment";
import { OutcomeMark } from "./_parts/outcome-mark";

type Line = Outputs["audits"]["list"]["lines"][number];
type AuditTableProps = {
  lines: Line[];
  opened: number | undefined;
  onOpen: (sequence: number) => void;
};

/** Rows of the log; the event opens one. */
export function AuditTable({ lines, opened, onOpen }: AuditTableProps) {
  const t = useTranslations("audits");
  const columns: Column<Line>[] = [
    {
      key: "time",
      label: t("columnTime"),
      cell: (line) => (
        <>
          <ExactMoment value={line.at} />
          <span className="block text-xs font-normal text-muted">
            {t("rowNumber", { sequence: line.sequence })}
          </span>
        </>
      ),
    },
    {
      key: "who",
      label: t("columnWho"),
      cell: (line) => (
        <>
          {line.who}
          {line.role && <span className="block text-xs text-muted">{line.role}</span>}
        </>
      ),
    },
    {
      key: "event",
      label: t("event"),
      cell: (line) => (
        <TextButton
          aria-label={t("open", { event: line.event, sequence: line.sequence })}
          onClick={() => onOpen(line.sequence)}
        >
          {line.event}
        </TextButton>
      ),
    },
    { key: "client", label: t("columnClient"), cell: (line) => line.client && (line.client.number ?? "–") },
    {
      key: "outcome",
      label: t("outcome"),
      cell: ({ outcome, emergency }) => <OutcomeMark outcome={outcome} emergency={emergency} />,
    },
  ];
  return (
    <DataTable
      captionHidden
      caption={t("caption")}
      columns={columns}
      items={lines}
      itemKey={({ sequence }) => String(sequence)}
      isSelected={({ sequence }) => sequence === opened}
    />
  );
}
