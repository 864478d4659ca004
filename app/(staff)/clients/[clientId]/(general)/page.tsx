import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { PageHead } from "@/app/_ui/page-head";
import { ClientActions } from "../_parts/client-actions";
import { ClientContent } from "../_parts/client-columns";
import { CareCard } from "./care-card";
import { ContactsCard } from "./contacts-card";
import { DirectivesCard } from "./directives-card";
import { PersonCard } from "./person-card";
import { PlacesCard } from "./places-card";

type PersonaliaPageProps = { params: Promise<{ clientId: string }> };

export async function generateMetadata({ params }: PersonaliaPageProps): Promise<Metadata> {
  const t = await getTranslations("client");
  return { title: t("titleGeneral", { number: (await params).clientId }) };
}

export default async function PersonaliaPage({ params }: PersonaliaPageProps) {
  const { clientId } = await params;
  const person = await load((await api()).clients.personalia({ clientId }));
  const t = await getTranslations("personalia");
  return (
    <ClientContent actions={<ClientActions />}>
      <PageHead title={t("title")} />
      <div className="grid gap-gap desk:grid-cols-2">
        <div className="grid min-w-0 content-start gap-gap">
          <PersonCard person={person} />
          <PlacesCard places={person.places} />
        </div>
        <div className="grid min-w-0 content-start gap-gap">
          {person.directives && <DirectivesCard directives={person.directives} />}
          <CareCard person={person} />
        </div>
      </div>
      <ContactsCard contacts={person.contacts} />
    </ClientContent>
  );
}
