"use client";

import { useTranslations } from "next-intl";
import { Button } from "./button";
import { MessagePage } from "./message-page";

export type FailedPageProps = {
  /** `digest` is the reference that is also in the server log; the message itself is never shown. */
  error: Error & { digest?: string };
  reset: () => void;
};

/** Something broke: what that means for your work, a way to try again, a code for the helpdesk. */
export function FailedPage({ error, reset }: FailedPageProps) {
  const t = useTranslations("errors");
  return (
    <MessagePage
      title={t("unexpectedTitle")}
      actions={
        <Button look="primary" onClick={reset}>
          {t("retry")}
        </Button>
      }
    >
      <p>{t("unexpectedText")}</p>
      {error.digest && <p className="text-base text-muted">{t("code", { code: error.digest })}</p>}
    </MessagePage>
  );
}
