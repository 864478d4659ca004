import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { Moment } from "@/app/_ui/time";
import { StateBadge } from "../_parts/state-badge";

type QuestionnaireCardProps = { questionnaires: Outputs["questionnaires"]["list"] };

/** The profile questionnaires of this organisation, those in use first. */
export function QuestionnaireCard({ questionnaires }: QuestionnaireCardProps) {
  const t = useTranslations("questionnaires");
  if (questionnaires.length === 0) {
    return (
      <Card flush title={t("profile")}>
        <EmptyState>{t("noneMade")}</EmptyState>
      </Card>
    );
  }
  return (
    <Card flush title={t("profile")}>
      <DataTable
        captionHidden
        caption={t("profile")}
        items={questionnaires}
        itemKey={({ id }) => id}
        columns={[
          {
            key: "title",
            label: t("title"),
            cell: ({ id, title }) => <PageLink href={`/admin/questionnaires/${id}`}>{title}</PageLink>,
          },
          { key: "state", label: t("state"), cell: ({ state }) => <StateBadge state={state} /> },
          {
            key: "edition",
            label: t("editionHead"),
            cell: ({ edition }) => (edition === 0 ? t("editionNone") : edition),
          },
          {
            key: "concept",
            label: t("concept"),
            cell: ({ conceptQuestions }) =>
              conceptQuestions === null ? null : t("conceptLine", { count: conceptQuestions }),
          },
          {
            key: "changed",
            label: t("changed"),
            cell: ({ changedAt, changedBy }) => (
              <>
                <Moment value={changedAt} format="near" />
                <span className="text-muted">, {changedBy}</span>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
