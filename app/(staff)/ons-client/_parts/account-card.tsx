"use client";

import { Unlink } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { dayAt } from "@/app/_ui/dates";
import { Day } from "@/app/_ui/time";
import { showToast } from "@/app/_ui/toast-queue";
import { useFieldForm } from "../../clients/_form/use-field-form";
import { FormDialog } from "../../clients/[clientId]/sharing/form-dialog";
import { dialogField } from "../../clients/[clientId]/sharing/involved/dialog-field";

type CarenClient = Outputs["caren"]["client"];
type Link = CarenClient["links"][number];

/** Who holds the link, and breaking it. */
export function AccountCard({ client }: { client: CarenClient }) {
  const t = useTranslations("onsClient");
  const [gone, setGone] = useState<Link>();
  const { links, may, person, status } = client;
  return (
    <Card title={t("account")}>
      <div className="grid gap-3">
        {links.length === 0 && (
          <p className="text-sm text-muted">{t(status === "unknown" ? "accountUnknown" : "noAccount")}</p>
        )}
        {links.length > 0 && (
          <ul className="grid gap-4">
            {links.map((link) => (
              <li key={link.id} className="grid justify-items-start gap-1">
                <b>{link.name}</b>
                <span className="text-sm text-muted">
                  {t.rich("since", {
                    role: t(`roles.${link.role}`),
                    moment: () => <Day value={dayAt(link.since)} />,
                  })}
                </span>
                {link.ending && <span className="text-sm">{t("ending")}</span>}
                {may.edit && !link.ending && (
                  <Button
                    size="small"
                    icon={<Unlink />}
                    aria-label={links.length > 1 ? t("unlinkOf", { name: link.name }) : undefined}
                    onClick={() => setGone(link)}
                  >
                    {t("unlink")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        {links.length === 0 && may.edit && (
          <div>
            <Button
              size="small"
              icon={<Unlink />}
              unavailable={t(status === "unknown" ? "unlinkUnknown" : "unlinkNothing")}
            >
              {t("unlink")}
            </Button>
          </div>
        )}
      </div>
      {gone && (
        <UnlinkDialog clientId={String(person.number)} link={gone} onClose={() => setGone(undefined)} />
      )}
    </Card>
  );
}

/** Says what unlinking does, and asks why. */
function UnlinkDialog({ clientId, link, onClose }: { clientId: string; link: Link; onClose: () => void }) {
  const t = useTranslations("onsClient");
  const router = useRouter();
  const api = useTRPCClient();
  const form = useFieldForm({
    id: "unlink",
    fields: [dialogField("reason", "text", t("reason"), { required: true, hint: t("reasonHint") })],
    filled: {},
    send: ({ values }) => api.caren.unlink.mutate({ clientId, linkId: link.id, reason: values.reason ?? "" }),
    onDone: () => {
      showToast(t("unlinked"));
      onClose();
      router.refresh();
    },
  });
  return (
    <FormDialog form={form} title={t("unlinkTitle", { name: link.name })} act={t("unlink")} onClose={onClose}>
      <ul>
        {[t("unlinkNow", { name: link.name }), t("unlinkOthers"), t("unlinkStays")].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </FormDialog>
  );
}
