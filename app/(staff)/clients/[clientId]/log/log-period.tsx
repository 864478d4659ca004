"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { FilterBar } from "@/app/_ui/filter-bar";
import { LinkButton } from "@/app/_ui/link-button";
import { FilterDay } from "../dossier/[part]/filter-day";
import { type LogChoices, logAddress } from "./list-params";

/** From and until which day; takes effect at once. */
export function LogPeriod({ address, choices }: { address: string; choices: LogChoices }) {
  const t = useTranslations("ownLog");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [waiting, startTransition] = useTransition();
  const { from, until } = choices;
  const go = (changes: Partial<LogChoices>) =>
    startTransition(() => router.push(logAddress(address, { from, until, ...changes }), { scroll: false }));
  const active = [from, until].filter(Boolean).length;
  return (
    <div aria-busy={waiting} className={waiting ? "opacity-60" : undefined}>
      <FilterBar label={t("filters")} active={active}>
        <FilterDay
          key={`from ${from}`}
          label={t("from")}
          value={from}
          onChoose={(day) => go({ from: day })}
        />
        <FilterDay
          key={`until ${until}`}
          label={t("until")}
          value={until}
          onChoose={(day) => go({ until: day })}
        />
        {active > 0 && (
          <LinkButton href={address} size="small">
            {ui("filtersClear")}
          </LinkButton>
        )}
      </FilterBar>
    </div>
  );
}
