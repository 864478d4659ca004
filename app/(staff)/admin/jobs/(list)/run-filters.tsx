"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { FilterBar } from "@/app/_ui/filter-bar";
import { FilterSelect } from "@/app/_ui/filter-select";
import { LinkButton } from "@/app/_ui/link-button";
import { RUN_STATES } from "@/server/jobs/input";
import { jobName } from "../_parts/job-name";
import { type ListChoices, listAddress } from "./list-params";

type RunFiltersProps = { functions: Outputs["jobs"]["overview"]["functions"]; choices: ListChoices };

/** Which tasks, in which state; each choice takes effect at once, from the newest. */
export function RunFilters({ functions, choices }: RunFiltersProps) {
  const t = useTranslations("jobs");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [waiting, startTransition] = useTransition();
  const { job, state } = choices;
  const go = (changes: Partial<ListChoices>) =>
    startTransition(() =>
      router.push(listAddress("/admin/jobs", { job, state, ...changes }), { scroll: false }),
    );
  const active = [job, state].filter((choice) => choice !== null).length;
  return (
    <div aria-busy={waiting} className={waiting ? "opacity-60" : undefined}>
      <FilterBar label={t("filters")} active={active}>
        <FilterSelect
          label={t("filterJob")}
          value={job ?? ""}
          all={t("filterAll")}
          options={functions.map(({ id, function: fn }) => ({ code: id, label: jobName(fn, t) }))}
          onChoose={(code) => go({ job: code === "" ? null : code })}
        />
        <FilterSelect
          label={t("filterState")}
          value={state ?? ""}
          all={t("filterAll")}
          options={RUN_STATES.map((code) => ({ code, label: t(`state.${code}`) }))}
          onChoose={(code) => go({ state: RUN_STATES.find((known) => known === code) ?? null })}
        />
        {active > 0 && (
          <LinkButton href="/admin/jobs" size="small" scroll={false}>
            {ui("filtersClear")}
          </LinkButton>
        )}
      </FilterBar>
    </div>
  );
}
