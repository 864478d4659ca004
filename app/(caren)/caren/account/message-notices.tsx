"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Card } from "@/app/_ui/card";
import { Checkbox } from "@/app/_ui/checkbox";
import { Notice } from "@/app/_ui/notice";
import { showToast } from "@/app/_ui/toast-queue";

/** Whether a mail tells you of a new message. */
export function MessageNotices({ on: first }: { on: boolean }) {
  const t = useTranslations("portalMessages");
  const trpc = useTRPC();
  const [on, setOn] = useState(first);
  const setting = useMutation(
    trpc.portalMessages.setNotices.mutationOptions({
      onSuccess: () => showToast(t("noticesKept")),
      onError: (_error, asked) => setOn(!asked.on),
    }),
  );
  return (
    <Card title={t("notices")}>
      <div className="grid gap-3">
        <Checkbox
          label={t("noticesLabel")}
          hint={t("noticesHint")}
          checked={on}
          onChange={(event) => {
            setOn(event.target.checked);
            setting.mutate({ on: event.target.checked });
          }}
        />
        {setting.isError && (
          <Notice tone="danger" announce>
            <p>{setting.error.data ? setting.error.message : t("noAnswer")}</p>
          </Notice>
        )}
      </div>
    </Card>
  );
}
