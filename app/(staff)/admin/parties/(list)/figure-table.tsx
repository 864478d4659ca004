import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";

type Party = Outputs["consent"]["parties"][number];
type Figures = Outputs["consent"]["overview"]["rows"][number];

const FIGURES = ["yes", "no", "none", "over"] as const;

type FigureTableProps = {
  parties: Party[];
  rows: Figures[];
  /** May see which clients are behind a figure. */
  behind: boolean;
};

/** Each party with its basis, and how many clients said Ja, Nee, nothing, or something that is over. */
export function FigureTable({ parties, rows, behind }: FigureTableProps) {
  const t = useTranslations("parties");
  const figureOf = (party: Party, figure: (typeof FIGURES)[number]) =>
    rows.find(({ partyId }) => partyId === party.id)?.figures[figure];
  return (
    <Card flush>
      {parties.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <DataTable
          caption={t("title")}
          captionHidden
          items={parties}
          itemKey={({ id }) => id}
          columns={[
            {
              key: "name",
              label: t("name"),
              cell: ({ id, name, purpose }) => (
                <>
                  <PageLink href={`/admin/parties/${id}`}>{name}</PageLink>
                  <span className="block font-normal text-muted">{purpose}</span>
                </>
              ),
            },
            { key: "basis", label: t("basis"), cell: ({ basis }) => t(`bases.${basis}`) },
            ...FIGURES.map((figure) => ({
              key: figure,
              label: t(`figures.${figure}`),
              number: true,
              cell: (party: Party) => {
                const count = figureOf(party, figure);
                if (count === undefined) return <span className="text-muted">{t("noFigure")}</span>;
                if (!behind || count === 0) return count;
                return (
                  <PageLink href={`/admin/parties/${party.id}/clients?figure=${figure}`}>
                    {count}
                    <span className="sr-only">
                      {t("figureOf", { figure: t(`figures.${figure}`), party: party.name })}
                    </span>
                  </PageLink>
                );
              },
            })),
          ]}
        />
      )}
    </Card>
  );
}
