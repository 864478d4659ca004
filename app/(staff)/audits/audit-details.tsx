import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { ExactMoment } from "./_parts/exact-moment";
import { OutcomeMark } from "./_parts/outcome-mark";

export type AuditLine = Outputs["audits"]["list"]["lines"][number];

/** One row of the log beside the list, or how to open one. */
export function AuditDetails({ line }: { line: AuditLine | undefined }) {
  const t = useTranslations("audits");
  return (
    <Card title={line ? t("rowTitle", { sequence: line.sequence }) : t("details")}>
      {line ? <LineFacts line={line} /> : <p className="text-sm text-muted">{t("detailsHint")}</p>}
    </Card>
  );
}

/** Every group of NEN 7513 of one row, in words; a group that does not apply says so. */
export function LineFacts({ line }: { line: AuditLine }) {
  const t = useTranslations("audits");
  const none = t("none");
  const client = line.client && [line.client.number ?? t("clientGone"), line.client.name];
  return (
    <div className="grid gap-3 text-sm">
      <DefinitionList
        items={[
          { term: t("event"), value: <b>{line.event}</b> },
          { term: t("columnTime"), value: <ExactMoment value={line.at} /> },
          { term: t("action"), value: line.action },
          {
            term: t("outcome"),
            value: <OutcomeMark outcome={line.outcome} emergency={false} />,
          },
          { term: t("who"), value: [line.who, line.role].filter(Boolean).join(", ") },
          { term: t("onBehalfOf"), value: line.onBehalfOf ?? t("self") },
          { term: t("columnClient"), value: client?.filter(Boolean).join(" · ") ?? none },
          { term: t("objects"), value: line.objects.length > 0 ? line.objects.join("\n") : none },
          { term: t("purpose"), value: line.purpose ?? t("noPurpose") },
          {
            term: t(line.outcome === "refused" && line.task ? "asked" : "allowedBy"),
            value: line.task ? t("task", { task: line.task }) : t("noTask"),
          },
          { term: t("emergency"), value: t(line.emergency ? "yes" : "no") },
          {
            term: t("source"),
            value: [line.accessPoint, line.source].filter(Boolean).join(", "),
          },
          ...(line.detail ? [{ term: t("detail"), value: line.detail }] : []),
        ]}
      />
      <details>
        <summary className="cursor-pointer">{t("hash")}</summary>
        <p className="text-xs break-all">
          {line.hash} ({line.keyId})
        </p>
      </details>
      <p className="text-muted">{t("neverContent")}</p>
    </div>
  );
}
