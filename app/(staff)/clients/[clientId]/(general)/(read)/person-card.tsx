import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Day } from "@/app/_ui/time";

export type Personalia = Outputs["clients"]["personalia"];

/** Name, birth, and how to reach the client. Leaves out what was never recorded. */
export function PersonCard({ person }: { person: Personalia }) {
  const t = useTranslations("personalia");
  const who = useTranslations("client");
  const facts = [
    { term: t("name"), value: person.name },
    { term: t("firstNames"), value: person.firstNames },
    { term: t("callName"), value: person.callName },
    { term: who("birthDate"), value: person.birthDate && <Day value={person.birthDate} format="long" /> },
    { term: who("deceased"), value: person.deathDate && <Day value={person.deathDate} format="long" /> },
    { term: who("sex"), value: who(`genders.${person.gender}`) },
    { term: t("maritalStatus"), value: person.maritalStatus },
    { term: t("language"), value: person.language },
    { term: t("nationality"), value: person.nationality },
    { term: t("phone"), value: person.phone },
    { term: t("mobile"), value: person.mobile },
    { term: t("email"), value: person.email },
  ];
  return (
    <Card title={t("person")}>
      <DefinitionList items={facts.filter(({ value }) => value)} />
    </Card>
  );
}
