import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { DataTable } from "@/app/_ui/data-table";
import { Day, Moment } from "@/app/_ui/time";

type Former = Outputs["sharing"]["page"]["former"];

/** Roles that are over: who could look when stays readable. */
export function FormerRoles({ former }: { former: Former }) {
  const t = useTranslations("sharing");
  return (
    <details className="rounded-lg border border-line bg-surface">
      <summary className="cursor-pointer px-pad py-3 font-bold">
        {t("former", { count: former.length })}
      </summary>
      <DataTable
        caption={t("formerCaption")}
        captionHidden
        items={former}
        itemKey={({ rowId }) => rowId}
        columns={[
          {
            key: "name",
            label: t("name"),
            cell: ({ name, title }) => (
              <>
                <span className="block">{name}</span>
                <span className="font-normal text-muted">{title}</span>
              </>
            ),
          },
          { key: "role", label: t("role"), cell: ({ label }) => label },
          { key: "from", label: t("fromColumn"), cell: ({ fromDate }) => <Day value={fromDate} /> },
          {
            key: "ended",
            label: t("ended"),
            cell: ({ endedAt, untilDate }) =>
              endedAt !== null ? <Moment value={endedAt} /> : untilDate && <Day value={untilDate} />,
          },
          {
            key: "why",
            label: t("why"),
            cell: ({ why, endedBy }) => t("whyBy", { why: t(`ends.${why}`), by: endedBy ?? "none" }),
          },
        ]}
      />
    </details>
  );
}
