"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { LoadFailed } from "@/app/_ui/load-failed";
import { ImportProgress } from "../_parts/import-progress";
import { ImportTable } from "./import-table";
import { NewImport, type Place } from "./new-import";
import { type Import, useImports } from "./use-imports";

/** The new import, the one under way, and those that were. */
export function ImportDesk({ given, locations }: { given: Import[]; locations: Place[] }) {
  const t = useTranslations("imports");
  const { imports, problem, refresh } = useImports(given);
  const underWay = imports.find(({ status }) => status === "pending");
  const listed = imports.filter(({ status }) => status !== "receiving");
  return (
    <>
      {underWay && (
        <Card title={t("underWay")}>
          <ImportProgress shown={underWay} />
        </Card>
      )}
      <NewImport locations={locations} unavailable={underWay && t("oneAtATime")} onStarted={refresh} />
      {problem && <LoadFailed message={problem.data ? problem.message : t("noAnswer")} onRetry={refresh} />}
      <Card flush title={t("earlier")}>
        {listed.length > 0 ? (
          <ImportTable imports={listed} />
        ) : (
          <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
        )}
      </Card>
    </>
  );
}
