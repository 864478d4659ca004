import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { api, load } from "@/app/_trpc/server";
import { formatDay } from "@/app/_ui/dates";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { me } from "@/app/(staff)/_shell/me";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { AuditDesk } from "./audit-desk";
import { ChainNotice } from "./chain-notice";
import { type AuditFormValues, NOTHING_CHOSEN, queryOf } from "./form-values";

const loadAsked = createLoader({ emergency: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audits");
  return { title: t("title") };
}

/** What the log is asked when one comes from a use of the emergency procedure: whom it was about is in no address. */
async function askedFrom(emergencyId: string): Promise<AuditFormValues> {
  const trail = await load((await api()).emergency.trail({ id: emergencyId }));
  return { ...NOTHING_CHOSEN, ...trail, from: formatDay(trail.from), until: formatDay(trail.until) };
}

export default async function AuditsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { audits } = await api();
  const { emergency } = await loadAsked(searchParams);
  const asked = emergency === null ? NOTHING_CHOSEN : await askedFrom(emergency);
  const first = await load(audits.list(queryOf(asked, [])));
  const { holds } = await me();
  const [choices, chain] = await Promise.all([load(audits.choices()), load(audits.chain())]);
  const t = await getTranslations("audits");
  return (
    <PageMain>
      <PageHead
        title={t("title")}
        note={t("note")}
        aside={
          holds.includes("emergency.review") && (
            <PageLink href="/audits/emergencies">{t("emergencies")}</PageLink>
          )
        }
      />
      <ChainNotice given={chain} />
      <AuditDesk key={emergency} first={first} asked={asked} choices={choices} />
    </PageMain>
  );
}
