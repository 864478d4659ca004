import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { PageLink } from "@/app/_ui/page-link";

/** Splits a text so that its links stand at the odd places. */
const LINKS = /(https?:\/\/\S+)/;

/** What the mail says, as the receiver reads it; or that it is wiped. A link is there only in a demo. */
export function MailText({ mail: { text } }: { mail: Outputs["mail"]["one"] }) {
  const t = useTranslations("mail");
  return (
    <Card title={t("text")}>
      {text === null ? (
        <p className="text-muted">{t("wiped")}</p>
      ) : (
        <p className="max-w-(--measure) break-words whitespace-pre-line">
          {text.split(LINKS).map((part, at) =>
            at % 2 === 0 ? (
              part
            ) : (
              <PageLink key={part} href={part}>
                {part}
              </PageLink>
            ),
          )}
        </p>
      )}
    </Card>
  );
}
