import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Initials } from "@/app/_ui/initials";
import { Tag } from "@/app/_ui/tag";
import { Day } from "@/app/_ui/time";
import { byUrgency } from "./client-flags";
import type { ClientSummary } from "./client-summary";
import { ClientTabs } from "./client-tabs";
import { CompactHeader } from "./compact-header";
import { FlagList } from "./flag-list";
import type { TabKey } from "./tab-of";

type ClientHeaderProps = {
  client: ClientSummary;
  /** Masked BSN with *toon* (BsnField), for who may see it. */
  bsn?: ReactNode;
  /** Tabs this user may open. */
  tabs: TabKey[];
};

/** Above every client page, also on paper: name, birth date, number, place, flags, tabs. */
export function ClientHeader({ client, bsn, tabs }: ClientHeaderProps) {
  const t = useTranslations("client");
  const flags = byUrgency(client.flags);
  return (
    <CompactHeader client={client} flags={flags}>
      <div className="border-b border-line bg-surface px-5 pt-3 max-tablet:px-4 max-tablet:pt-2">
        <div className="flex flex-wrap items-center gap-3 desk:flex-nowrap max-tablet:grid max-tablet:grid-cols-[auto_minmax(0,1fr)] max-tablet:gap-x-2.5 max-tablet:gap-y-1.5">
          <span className="no-print">
            <Initials text={client.initials} square />
          </span>
          <div className="min-w-0 desk:max-w-[62%] desk:shrink-0">
            <p className="text-xl font-bold max-tablet:text-lg">
              {client.name}
              {client.callName && <span className="font-normal text-muted"> ({client.callName})</span>}
            </p>
            <dl className="flex flex-wrap gap-x-3.5 text-sm max-tablet:gap-x-3">
              {client.birthDate && (
                <Fact term={t("birthDate")}>
                  <Day value={client.birthDate} />
                  {client.age !== undefined && ` ${t("birthDateWithAge", { age: client.age })}`}
                </Fact>
              )}
              {client.deathDate !== undefined && (
                <Fact term={t("deceased")}>{client.deathDate && <Day value={client.deathDate} />}</Fact>
              )}
              {client.sex && (
                <Fact term={t("sex")} termHidden wideOnly>
                  {client.sex}
                </Fact>
              )}
              <Fact term={t("number")}>{client.number}</Fact>
              {bsn && (
                <Fact term={t("bsn")} wideOnly>
                  {bsn}
                </Fact>
              )}
              {client.location && (
                <Fact term={t("location")} termHidden>
                  {client.location}
                </Fact>
              )}
              {client.ownRole && (
                <Fact term={t("role")} termHidden>
                  <Tag>{t("ownRole", { role: client.ownRole })}</Tag>
                </Fact>
              )}
            </dl>
          </div>
          {flags.length > 0 && <FlagList flags={flags} />}
        </div>
        <ClientTabs number={client.number} tabs={tabs} />
      </div>
    </CompactHeader>
  );
}

type FactProps = { term: string; termHidden?: boolean; wideOnly?: boolean; children: ReactNode };

function Fact({ term, termHidden, wideOnly, children }: FactProps) {
  return (
    <div className={wideOnly ? "flex gap-1.25 max-tablet:hidden" : "flex gap-1.25"}>
      <dt className={termHidden ? "sr-only" : "text-muted"}>{term}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
