import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "./link-button";
import { MessagePage } from "./message-page";

/** The same words whether something does not exist or may not be seen. */
export function NotFoundPage({ children }: { children?: ReactNode }) {
  const t = useTranslations("errors");
  return (
    <MessagePage title={t("notFoundTitle")} actions={<LinkButton href="/">{t("home")}</LinkButton>}>
      <p>{t("notFoundText")}</p>
      {children}
    </MessagePage>
  );
}
