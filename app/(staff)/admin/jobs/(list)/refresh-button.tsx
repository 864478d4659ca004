"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/app/_ui/button";

/** Looks again. By hand: each look is an event in the log. */
export function RefreshButton() {
  const t = useTranslations("jobs");
  const router = useRouter();
  const [waiting, startTransition] = useTransition();
  return (
    <Button
      size="small"
      icon={<RefreshCw />}
      busy={waiting && t("refresh")}
      onClick={() => startTransition(() => router.refresh())}
    >
      {t("refresh")}
    </Button>
  );
}
