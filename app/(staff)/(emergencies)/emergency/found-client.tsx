"use client";

import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { Day } from "@/app/_ui/time";
import { OpenForm } from "./open-form";

type Found = Extract<Outputs["emergency"]["find"], { outcome: "found" }>;

/** Who was found: just enough to be sure, and then why the dossier must be opened. */
export function FoundClient({ found: { client, isOpen } }: { found: Found }) {
  const t = useTranslations("emergency");
  return (
    <Card title={t("found")}>
      <div className="grid gap-4">
        <div role="status">
          <DefinitionList
            items={[
              { term: t("name"), value: <b>{client.name}</b> },
              {
                term: t("birthDate"),
                value: client.birthDate ? <Day value={client.birthDate} /> : t("unknown"),
              },
              { term: t("number"), value: client.number },
              { term: t("place"), value: client.places.join(", ") || t("noPlace") },
            ]}
          />
        </div>
        {isOpen ? (
          <Notice tone="info" title={t("alreadyOpenTitle")}>
            <p>{t("alreadyOpen")}</p>
            <div>
              <LinkButton href={`/clients/${client.number}`}>{t("toClient")}</LinkButton>
            </div>
          </Notice>
        ) : (
          <OpenForm clientNumber={String(client.number)} name={client.name} />
        )}
      </div>
    </Card>
  );
}
