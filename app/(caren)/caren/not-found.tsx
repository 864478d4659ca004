import { useTranslations } from "next-intl";
import { LinkButton } from "@/app/_ui/link-button";
import { MessagePage } from "@/app/_ui/message-page";

/** The same words whether something does not exist or may not be seen (any more). */
export default function PortalNotFound() {
  const t = useTranslations("portal");
  return (
    <MessagePage title={t("notFoundTitle")} actions={<LinkButton href="/caren">{t("homeLink")}</LinkButton>}>
      <p>{t("notFoundText")}</p>
    </MessagePage>
  );
}
