import { useTranslations } from "next-intl";
import type { Failure } from "@/app/_trpc/failure";
import { Notice } from "@/app/_ui/notice";
import { TextButton } from "@/app/_ui/text-button";

type FailureNoticeProps = { failure: Failure | undefined; onSignIn: () => void };

/** Why it was not stored and what to do; what was typed is still in the form. */
export function FailureNotice({ failure, onSignIn }: FailureNoticeProps) {
  const t = useTranslations("writing");
  if (!failure) return null;
  return (
    <Notice tone="danger" title={t("notStored")} announce>
      {failure.kind === "signed-out" ? (
        <p>
          {t("signedOut")} <TextButton onClick={onSignIn}>{t("signIn")}</TextButton>
        </p>
      ) : failure.kind === "offline" ? (
        <p>{failure.sentence ?? t("noAnswer")}</p>
      ) : (
        <>
          <p>{failure.sentence}</p>
          <p>{t("stillThere")}</p>
        </>
      )}
    </Notice>
  );
}
