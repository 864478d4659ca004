"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { FilterBar } from "@/app/_ui/filter-bar";
import { FilterSelect } from "@/app/_ui/filter-select";
import { LinkButton } from "@/app/_ui/link-button";
import { MAIL_KINDS, MAIL_STATES } from "@/server/mail/input";
import { type ListChoices, listAddress } from "./list-params";

/** Which kind of mail, in which state; each choice takes effect at once, from the newest. */
export function MailFilters({ choices }: { choices: ListChoices }) {
  const t = useTranslations("mail");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [waiting, startTransition] = useTransition();
  const { kind, state } = choices;
  const go = (changes: Partial<ListChoices>) =>
    startTransition(() =>
      router.push(listAddress("/admin/mail", { kind, state, ...changes }), { scroll: false }),
    );
  const active = [kind, state].filter((choice) => choice !== null).length;
  return (
    <div aria-busy={waiting} className={waiting ? "opacity-60" : undefined}>
      <FilterBar label={t("filters")} active={active}>
        <FilterSelect
          label={t("filterKind")}
          value={kind ?? ""}
          all={t("filterAll")}
          options={MAIL_KINDS.map((code) => ({ code, label: t(`kind.${code}`) }))}
          onChoose={(code) => go({ kind: MAIL_KINDS.find((known) => known === code) ?? null })}
        />
        <FilterSelect
          label={t("filterState")}
          value={state ?? ""}
          all={t("filterAll")}
          options={MAIL_STATES.map((code) => ({ code, label: t(`state.${code}`) }))}
          onChoose={(code) => go({ state: MAIL_STATES.find((known) => known === code) ?? null })}
        />
        {active > 0 && (
          <LinkButton href="/admin/mail" size="small" scroll={false}>
            {ui("filtersClear")}
          </LinkButton>
        )}
      </FilterBar>
    </div>
  );
}
