import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";

/** What the mail says, as the receiver reads it; or that it is wiped. */
export function MailText({ mail: { text } }: { mail: Outputs["mail"]["one"] }) {
  const t = useTranslations("mail");
  return (
    <Card title={t("text")}>
      {text === null ? (
        <p className="text-muted">{t("wiped")}</p>
      ) : (
        <p className="max-w-(--measure) break-words whitespace-pre-line">{text}</p>
      )}
    </Card>
  );
}
