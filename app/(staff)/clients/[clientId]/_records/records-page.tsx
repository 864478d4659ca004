import { getTranslations } from "next-intl/server";
import type { Inputs } from "@/app/_trpc/outputs";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../_parts/client-actions";
import { ClientContent } from "../_parts/client-columns";
import { RecordCard } from "./record-card";

type RecordsPageProps = {
  clientId: string;
  page: Inputs["records"]["cards"]["page"];
  title: string;
  note: string;
};

/** A page under Algemeen with the cards of some kinds of records. */
export async function RecordsPage({ clientId, page, title, note }: RecordsPageProps) {
  const cards = await load((await api()).records.cards({ clientId, page }));
  const t = await getTranslations("records");
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={title} note={note} />
      {cards.every(({ fields }) => fields.length === 0) && (
        <p className="text-sm text-muted">{t("readOnly")}</p>
      )}
      {cards.map((card) => (
        <RecordCard key={card.kind} card={card} />
      ))}
    </ClientContent>
  );
}
