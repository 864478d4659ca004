import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead } from "@/app/_ui/page-head";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { jobName } from "../_parts/job-name";
import { RunActions } from "./run-actions";
import { RunFacts } from "./run-facts";
import { RunSteps } from "./run-steps";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("jobs");
  return { title: t("title") };
}

export default async function RunPage({ params }: { params: Promise<{ runId: string }> }) {
  const { runId } = await params;
  const run = await load((await api()).jobs.run({ runId: runId.slice(0, 64) }));
  const t = await getTranslations("jobs");
  const name = jobName(run.function, t);
  return (
    <PageMain>
      <PageHead
        above={<Breadcrumb crumbs={[{ label: t("title"), href: "/admin/jobs" }, { label: name }]} />}
        title={name}
        aside={<RunActions run={run} name={name} />}
      />
      <RunFacts run={run} />
      <RunSteps run={run} />
    </PageMain>
  );
}
