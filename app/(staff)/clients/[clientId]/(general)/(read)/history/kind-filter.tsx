"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FilterBar, FilterField, filterClass } from "@/app/_ui/filter-bar";
import { historyAddress } from "./list-params";

type KindFilterProps = { kind: string; kinds: { value: string; label: string }[]; address: string };

/** Which kind of thing the history is about. */
export function KindFilter({ kind, kinds, address }: KindFilterProps) {
  const t = useTranslations("history");
  const router = useRouter();
  return (
    <FilterBar label={t("filter")} active={kind === "" ? 0 : 1}>
      <FilterField id="history-kind" label={t("kind")}>
        <select
          id="history-kind"
          className={filterClass}
          value={kind}
          onChange={(event) => router.push(historyAddress(address, { kind: event.target.value }))}
        >
          <option value="">{t("all")}</option>
          {kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </FilterField>
    </FilterBar>
  );
}
