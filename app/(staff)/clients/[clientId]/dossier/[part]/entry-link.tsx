"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { PageLink } from "@/app/_ui/page-link";

/** From an entry in a list to its own page, where it is corrected, ended or archived. */
export function EntryLink({ id, singular }: { id: string; singular: string }) {
  const t = useTranslations("writing");
  const list = usePathname();
  return (
    <span className="no-print">
      <PageLink href={`${list}/${id}`}>{t("openEntry", { singular })}</PageLink>
    </span>
  );
}
