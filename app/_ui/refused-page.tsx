import { useTranslations } from "next-intl";
import { sentenceOf } from "@/server/core/errors";
import { LinkButton } from "./link-button";
import { MessagePage } from "./message-page";

/** A task is missing: says so, and whom to ask. */
export function RefusedPage() {
  const t = useTranslations("errors");
  return (
    <MessagePage title={t("refusedTitle")} actions={<LinkButton href="/">{t("home")}</LinkButton>}>
      <p>{sentenceOf("task-missing")}</p>
    </MessagePage>
  );
}
