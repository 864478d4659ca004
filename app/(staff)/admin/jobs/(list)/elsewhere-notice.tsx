import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/notice";

/** With a real Inngest server there is nothing to see here but where to look. */
export function ElsewhereNotice({ address, unsent }: { address: string; unsent: number }) {
  const t = useTranslations("jobs");
  return (
    <Notice tone="info" title={t("elsewhere")}>
      <p>
        {t.rich("elsewhereText", {
          address: () => (
            <a href={address} rel="noreferrer">
              {address}
            </a>
          ),
        })}
      </p>
      <p>{t("unsent", { count: unsent })}</p>
    </Notice>
  );
}
