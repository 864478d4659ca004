"use client";

import { useMutation } from "@tanstack/react-query";
import { Siren } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { showToast } from "@/app/_ui/toast-queue";
import { leavePage } from "@/app/_ui/unsaved";
import { useMinutesLeft } from "@/app/(staff)/(emergencies)/use-minutes-left";
import { refusalText } from "@/app/login/refusal-text";

/** Said aloud at these many minutes left; in between only the eye sees it run. */
const SPOKEN: readonly number[] = [10, 5, 1];

type EmergencyBannerProps = {
  clientId: string;
  /** Epoch ms: when it closes, and what the server's clock said when the page was made */
  until: number;
  now: number;
};

/** Above every page of a client whose dossier is open by the emergency procedure: the time left, and the way out. */
export function EmergencyBanner({ clientId, until, now }: EmergencyBannerProps) {
  const t = useTranslations("emergency");
  const router = useRouter();
  const minutes = useMinutesLeft(until, now);
  const over = minutes <= 0;
  const leave = () => {
    showToast(t("closed"));
    router.push("/");
    router.refresh();
  };
  const close = useMutation(
    useTRPC().emergency.close.mutationOptions({
      onSuccess: leave,
      // Closed already, here or by the clock: that is what was asked.
      onError: ({ data }) => (data?.reason === "not-found" || data?.reason === "emergency-over") && leave(),
    }),
  );
  return (
    <section aria-label={t("title")}>
      <Banner
        tone="warning"
        icon={<Siren />}
        action={
          !over && (
            <Button
              size="small"
              busy={close.isPending && t("closing")}
              onClick={() => leavePage(() => close.mutate({ clientId }))}
            >
              {t("close")}
            </Button>
          )
        }
      >
        <p>
          <b>{t("title")}</b> {over ? t("over") : t("left", { minutes })}
        </p>
        <p role="status" className="sr-only">
          {over ? t("over") : SPOKEN.includes(minutes) ? t("left", { minutes }) : null}
        </p>
        {close.error && (
          <p role="alert" className="font-bold">
            {refusalText(close.error, t("noAnswer"))}
          </p>
        )}
      </Banner>
    </section>
  );
}
