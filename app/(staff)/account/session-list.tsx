"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { Notice } from "@/app/_ui/notice";
import { Moment } from "@/app/_ui/time";
import { showToast } from "@/app/_ui/toast-queue";
import { useAccountApi } from "@/app/login/side";

type Session = Outputs["account"]["page"]["sessions"][number];

/** Where you are signed in, and the way to end all of it but here. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  const t = useTranslations("account");
  const api = useAccountApi();
  const router = useRouter();
  const end = useMutation(
    api.endOtherSessions.mutationOptions({
      onSuccess: () => {
        showToast(t("ended"));
        router.refresh();
      },
    }),
  );
  const columns: Column<Session>[] = [
    {
      key: "began",
      label: t("columnBegan"),
      cell: ({ createdAt }) => <Moment value={createdAt} format="near" />,
    },
    {
      key: "seen",
      label: t("columnSeen"),
      cell: ({ lastSeenAt }) => <Moment value={lastSeenAt} format="near" />,
    },
    { key: "where", label: t("columnWhere"), cell: ({ current }) => (current ? t("here") : t("elsewhere")) },
  ];
  return (
    <Card flush title={t("sessions")}>
      <DataTable
        captionHidden
        caption={t("sessionsCaption")}
        columns={columns}
        items={sessions}
        itemKey={({ createdAt, current }) => `${createdAt} ${current}`}
      />
      <div className="grid gap-2 border-t border-line px-pad py-2">
        {end.error && (
          <Notice tone="danger" announce>
            <p>{end.error.message}</p>
          </Notice>
        )}
        {sessions.length > 1 ? (
          <div>
            <Button size="small" busy={end.isPending && t("ending")} onClick={() => end.mutate()}>
              {t("endOthers")}
            </Button>
          </div>
        ) : (
          <p className="text-sm text-muted">{t("onlyHere")}</p>
        )}
      </div>
    </Card>
  );
}
