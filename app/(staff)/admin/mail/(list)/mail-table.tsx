import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { PageLink } from "@/app/_ui/page-link";
import { Moment } from "@/app/_ui/time";
import { MailStatus } from "../_parts/mail-status";

type Line = Outputs["mail"]["list"]["lines"][number];

/** Mails one a row; the kind opens it. */
export function MailTable({ lines }: { lines: Line[] }) {
  const t = useTranslations("mail");
  const columns: Column<Line>[] = [
    {
      key: "kind",
      label: t("columnKind"),
      cell: ({ id, kind }) => <PageLink href={`/admin/mail/${id}`}>{t(`kind.${kind}`)}</PageLink>,
    },
    {
      key: "to",
      label: t("columnTo"),
      cell: ({ to }) => <span className="break-all">{to ?? t("noAddress")}</span>,
    },
    { key: "state", label: t("columnState"), cell: (line) => <MailStatus mail={line} /> },
    {
      key: "queued",
      label: t("columnQueued"),
      cell: ({ queuedAt }) => <Moment value={queuedAt} format="near" />,
    },
    { key: "attempts", label: t("columnAttempts"), number: true, cell: ({ attempts }) => attempts },
    {
      key: "next",
      label: t("columnNext"),
      cell: ({ nextAttemptAt }) => nextAttemptAt && <Moment value={nextAttemptAt} format="near" />,
    },
    {
      key: "problem",
      label: t("columnProblem"),
      cell: ({ problem }) => problem && t(`problem.${problem}`),
    },
  ];
  return (
    <DataTable
      captionHidden
      caption={t("caption")}
      columns={columns}
      items={lines}
      itemKey={({ id }) => id}
    />
  );
}
