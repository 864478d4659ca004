import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { Day, Moment } from "@/app/_ui/time";

/** The clients you opened last, from your own lines in the log. */
export function RecentClients({ clients }: { clients: Outputs["dashboard"]["view"]["recent"] }) {
  const t = useTranslations("dashboard");
  const list = useTranslations("clients");
  const who = useTranslations("client");
  return (
    <Card title={t("recent")} aside={<PageLink href="/clients">{t("allClients")}</PageLink>} flush>
      {clients.length === 0 ? (
        <EmptyState
          title={t("noRecent")}
          action={
            <LinkButton href="/clients" size="small">
              {t("findClient")}
            </LinkButton>
          }
        >
          {t("noRecentHelp")}
        </EmptyState>
      ) : (
        <DataTable
          caption={t("recent")}
          captionHidden
          phoneLines
          items={clients}
          itemKey={(client) => String(client.number)}
          columns={[
            {
              key: "name",
              label: list("name"),
              cell: (client) => <PageLink href={`/clients/${client.number}`}>{client.name}</PageLink>,
            },
            { key: "number", label: list("number"), cell: (client) => client.number },
            {
              key: "birthDate",
              label: list("birthDate"),
              cell: (client) => client.birthDate && <Day value={client.birthDate} />,
            },
            {
              key: "place",
              label: who("location"),
              cell: (client) => client.places.map(({ location }) => location).join(", "),
            },
            {
              key: "openedAt",
              label: t("openedAt"),
              cell: (client) => <Moment value={client.openedAt} format="near" />,
            },
          ]}
        />
      )}
    </Card>
  );
}
