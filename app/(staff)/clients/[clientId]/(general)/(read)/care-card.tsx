import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { Day } from "@/app/_ui/time";
import type { Personalia } from "./person-card";

/** Who else gives care, who pays, and since when. */
export function CareCard({ person }: { person: Personalia }) {
  const t = useTranslations("personalia");
  const facts = [
    { term: t("inCareSince"), value: person.inCareSince && <Day value={person.inCareSince} format="long" /> },
    {
      term: t("outOfCareSince"),
      value: person.outOfCareSince && <Day value={person.outOfCareSince} format="long" />,
    },
    { term: t("outOfCareReason"), value: person.outOfCareReason },
    { term: t("generalPractitioner"), value: person.generalPractitioner },
    { term: t("pharmacy"), value: person.pharmacy },
    { term: t("insurer"), value: person.insurer },
    { term: t("insuranceNumber"), value: person.insuranceNumber },
  ].filter(({ value }) => value);
  return (
    <Card title={t("care")} flush={facts.length === 0}>
      {facts.length === 0 ? <EmptyState>{t("careEmpty")}</EmptyState> : <DefinitionList items={facts} />}
    </Card>
  );
}
