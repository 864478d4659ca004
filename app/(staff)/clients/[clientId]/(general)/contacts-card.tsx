import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Day } from "@/app/_ui/time";
import type { Personalia } from "./person-card";

/** Family, friends and representatives, with how to reach them. */
export function ContactsCard({ contacts }: { contacts: Personalia["contacts"] }) {
  const t = useTranslations("personalia");
  return (
    <Card title={t("contacts")} flush>
      {contacts.length === 0 ? (
        <EmptyState>{t("contactsEmpty")}</EmptyState>
      ) : (
        <DataTable
          caption={t("contacts")}
          captionHidden
          items={contacts}
          itemKey={(contact) => contact.id}
          columns={[
            { key: "name", label: t("name"), cell: (contact) => contact.name },
            {
              key: "relation",
              label: t("relation"),
              cell: (contact) => (
                <>
                  {contact.relation}
                  {contact.role && <div className="text-muted">{contact.role}</div>}
                  {contact.untilDate && (
                    <div className="text-muted">
                      {t("until")} <Day value={contact.untilDate} />
                    </div>
                  )}
                </>
              ),
            },
            {
              key: "phone",
              label: t("phone"),
              cell: (contact) => contact.phone && <span className="whitespace-nowrap">{contact.phone}</span>,
            },
            { key: "email", label: t("email"), cell: (contact) => contact.email },
            {
              key: "address",
              label: t("addressAndNote"),
              cell: (contact) =>
                (contact.address || contact.note) && (
                  <>
                    {contact.address}
                    {contact.note && <div className="text-muted">{contact.note}</div>}
                  </>
                ),
            },
          ]}
        />
      )}
    </Card>
  );
}
