import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { DataTable } from "@/app/_ui/data-table";
import { PageLink } from "@/app/_ui/page-link";
import { Day } from "@/app/_ui/time";
import { placeText } from "@/app/(staff)/clients/[clientId]/_parts/client-summary-of";
import { type ListOrder, listAddress } from "./list-params";

type Line = Outputs["clients"]["list"]["lines"][number];
type ClientTableProps = { lines: Line[]; order: ListOrder; busy?: boolean };

/** Clients one a row; on a phone one a card. */
export function ClientTable({ lines, order, busy }: ClientTableProps) {
  const t = useTranslations("clients");
  const who = useTranslations("client");
  const merged = useTranslations("merged");
  return (
    <div aria-busy={busy} className={busy ? "opacity-60" : undefined}>
      <DataTable
        caption={t("title")}
        captionHidden
        phoneLines
        items={lines}
        itemKey={(line) => String(line.number)}
        sort={{
          key: order.sort,
          direction: order.descending ? "descending" : "ascending",
          href: (key, direction) =>
            listAddress("/clients", {
              sort: key as ListOrder["sort"],
              descending: direction === "descending",
            }),
        }}
        columns={[
          {
            key: "name",
            label: t("name"),
            sortable: true,
            cell: (line) => (
              <>
                <PageLink href={`/clients/${line.number}`}>{line.name}</PageLink>
                {line.callName && <span className="font-normal text-muted"> ({line.callName})</span>}
              </>
            ),
          },
          {
            key: "number",
            label: t("number"),
            sortable: true,
            cell: (line) => (
              <>
                {line.number}
                {line.formerly !== null && (
                  <div className="text-muted">
                    {merged("into", { former: line.formerly, number: line.number })}
                  </div>
                )}
              </>
            ),
          },
          {
            key: "birthDate",
            label: t("birthDate"),
            sortable: true,
            cell: (line) =>
              line.birthDate && (
                <>
                  <Day value={line.birthDate} />
                  {line.age !== null && (
                    <span className="text-muted"> {who("birthDateWithAge", { age: line.age })}</span>
                  )}
                </>
              ),
          },
          {
            key: "gender",
            label: who("sex"),
            cell: (line) => (line.gender === "unknown" ? null : who(`genders.${line.gender}`)),
          },
          {
            key: "place",
            label: who("location"),
            cell: (line) => line.places.map((place) => <div key={place.code}>{placeText(place, who)}</div>),
          },
        ]}
      />
    </div>
  );
}
