import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../../_parts/client-actions";
import { ClientContent } from "../../_parts/client-columns";
import { RecordCard } from "../../_records/record-card";
import { CareCard } from "./care-card";
import { PersonCard } from "./person-card";

type PersonaliaPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: PersonaliaPageProps): Promise<Metadata> {
  const t = await getTranslations("client");
  return { title: t("titleGeneral", { number: (await params).clientId }) };
}

export default async function PersonaliaPage({ params }: PersonaliaPageProps) {
  const { clientId } = await params;
  const person = await load((await api()).clients.personalia({ clientId }));
  const t = await getTranslations("personalia");
  const card = (kind: string) => {
    const found = person.cards.find((each) => each.kind === kind);
    return found && <RecordCard key={kind} card={found} moveFields={person.moveFields} />;
  };
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={t("title")} />
      <div className="grid gap-gap desk:grid-cols-2">
        <div className="grid min-w-0 content-start gap-gap">
          <PersonCard person={person} />
          {card("stays")}
          {card("addresses")}
        </div>
        <div className="grid min-w-0 content-start gap-gap">
          {card("directives")}
          {card("contacts")}
          <CareCard person={person} />
        </div>
      </div>
    </ClientContent>
  );
}
