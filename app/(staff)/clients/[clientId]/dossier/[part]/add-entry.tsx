"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { capital } from "@/app/_ui/capital";
import { LinkButton } from "@/app/_ui/link-button";
import { useClientRights } from "../../_parts/client-rights";

/** The way to a new entry, for who may write. */
export function AddEntry({ slug, singular }: { slug: string; singular: string }) {
  const t = useTranslations("writing");
  const { clientId, mayEdit } = useClientRights();
  if (!mayEdit) return null;
  return (
    <span className="no-print">
      <LinkButton look="primary" icon={<Plus />} href={`/clients/${clientId}/dossier/${slug}/new`}>
        {t("add", { singular: capital(singular) })}
      </LinkButton>
    </span>
  );
}
