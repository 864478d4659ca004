import type { Outputs } from "@/app/_trpc/outputs";

type Relations = Outputs["portal"]["clients"][number]["relations"];
type Words = (key: "withRelation", values: { label: string; relation: string }) => string;

/** What someone is to a client: "Betrokkene: casemanager dementie". */
export function relationWords(relations: Relations, t: Words): string {
  return relations
    .map(({ label, relation }) => (relation ? t("withRelation", { label, relation }) : label))
    .join(" · ");
}
