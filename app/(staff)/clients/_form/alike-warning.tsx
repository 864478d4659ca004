"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Day } from "@/app/_ui/time";
import { AgreementWords } from "./agreement-words";
import type { Filled } from "./filled";

/** Who looks like the person in the form, so that nobody is taken in twice. Each opens in a tab of its own. */
export function AlikeWarning({ values }: { values: Filled }) {
  const t = useTranslations("intake");
  const trpc = useTRPC();
  const found = useQuery(trpc.clients.alike.queryOptions({ values }, { gcTime: 0, staleTime: 0 }));
  const { clients = [], elsewhere = 0 } = found.data ?? {};
  return (
    <Notice
      tone="warning"
      title={t("alikeTitle", { count: Math.max(1, clients.length + elsewhere) })}
      announce
    >
      <p>{t("alikeHelp")}</p>
      {found.isPending && <p>{t("alikeLoading")}</p>}
      {found.error && <p>{found.error.message}</p>}
      {clients.length > 0 && (
        <ul aria-label={t("alikeList")}>
          {clients.map((client) => (
            <li key={client.number}>
              <PageLink href={`/clients/${client.number}`} target="_blank">
                {client.name}
              </PageLink>{" "}
              ({client.number}
              {client.birthDate && (
                <>
                  , <Day value={client.birthDate} />
                </>
              )}
              {client.places.map(({ location }) => `, ${location}`).join("")}):{" "}
              <AgreementWords agreements={client.agreements} />
            </li>
          ))}
        </ul>
      )}
      {elsewhere > 0 && <p>{t("alikeElsewhere")}</p>}
    </Notice>
  );
}
