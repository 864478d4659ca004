"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { showToast } from "@/app/_ui/toast-queue";
import { ProvedAct } from "@/app/login/proved-act";

/** Takes away the second factor of a colleague who lost app and codes. */
export function RemoveSecondFactor({ employeeId, name }: { employeeId: string; name: string }) {
  const t = useTranslations("secondFactor");
  const router = useRouter();
  const { employees } = useTRPCClient();
  return (
    <ProvedAct
      act={(password) => employees.removeSecondFactor.mutate({ employeeId, password })}
      onDone={() => {
        showToast(t("removed"));
        router.refresh();
      }}
      look="danger-quiet"
      text={t("remove")}
      title={t("removeTitle", { name })}
      lines={[t("removeLine", { name }), t("removeLine2", { name })]}
      backLabel={t("removeBack")}
    />
  );
}
