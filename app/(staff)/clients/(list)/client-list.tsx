"use client";

import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { LoadFailed } from "@/app/_ui/load-failed";
import { Pager } from "@/app/_ui/pager";
import { Skeleton } from "@/app/_ui/skeleton";
import { TextButton } from "@/app/_ui/text-button";
import { EmergencyHint } from "@/app/(staff)/_shell/emergency-hint";
import { useSearchTerm } from "@/app/(staff)/_shell/search-term";
import { ClientTable } from "./client-table";
import type { ListOrder } from "./list-params";
import { SearchForm } from "./search-form";
import { pageSize, useClientPages } from "./use-client-pages";

type ClientListProps = {
  /** The first page without a term, as the server gave it. */
  first: Outputs["clients"]["list"];
  order: ListOrder;
  /** They may use the emergency procedure. */
  mayEmergency: boolean;
};

/** Finding a client: one field for name, number, birth date or BSN, and the list of whoever is within reach. */
export function ClientList({ first, order, mayEmergency }: ClientListProps) {
  const t = useTranslations("clients");
  const { term, setTerm } = useSearchTerm();
  const { page, number, error, busy, retry, next, previous } = useClientPages(first, order, term);
  const from = number * pageSize + 1;
  return (
    <>
      <SearchForm key={term} term={term} onSearch={setTerm} />
      <p role="status" className="sr-only">
        {page && !busy ? t("found", { count: page.total }) : null}
      </p>
      <Card flush>
        {error ? (
          <LoadFailed message={error.message} onRetry={retry} />
        ) : !page ? (
          <Skeleton lines={8} />
        ) : page.total === 0 ? (
          <EmptyState title={term ? t("noHits", { term }) : t("empty")}>
            <p>{term ? t("noHitsHelp") : t("emptyHelp")}</p>
            {mayEmergency && <EmergencyHint />}
            {term && <TextButton onClick={() => setTerm("")}>{t("showAll")}</TextButton>}
          </EmptyState>
        ) : (
          <>
            <ClientTable lines={page.lines} order={order} busy={busy} />
            <Pager
              from={from}
              to={from + page.lines.length - 1}
              total={page.total}
              onPrevious={previous}
              onNext={next}
            />
          </>
        )}
      </Card>
    </>
  );
}
