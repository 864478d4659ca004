import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";

type Agreements = Outputs["clients"]["alike"]["clients"][number]["agreements"];

const SAID = ["same", "close", "partly", "different"] as const;

/** In a few words why someone looks like the person in the form: zelfde BSN, geboortedatum; verschillend: adres. */
export function AgreementWords({ agreements }: { agreements: Agreements }) {
  const t = useTranslations("intake");
  const said = SAID.flatMap((word) => {
    const fields = agreements.filter(({ agreement }) => agreement === word);
    if (fields.length === 0) return [];
    return t(`alikeWords.${word}`, {
      fields: fields.map(({ field }) => t(`alikeFields.${field}`)).join(", "),
    });
  });
  return <>{said.join("; ")}</>;
}
