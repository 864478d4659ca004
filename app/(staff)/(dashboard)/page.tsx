import { getNow, getTranslations } from "next-intl/server";
import { api, load } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { dayAt, formatDay, timeAt } from "@/app/_ui/dates";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { me } from "@/app/(staff)/_shell/me";
import { PageMain } from "@/app/(staff)/_shell/page-main";
import { partOfDay } from "./part-of-day";
import { RecentClients } from "./recent-clients";
import { SignalList } from "./signal-list";
import { TaskList } from "./task-list";

export default async function DashboardPage() {
  const t = await getTranslations("dashboard");
  const { name, title, tasks, seesClients } = await me();
  const { signals, recent } = await load((await api()).dashboard.view());
  const now = (await getNow()).getTime();
  return (
    <PageMain aside={!seesClients && <TaskList title={title} tasks={tasks} />}>
      <PageHead
        title={t(`greeting.${partOfDay(timeAt(now))}`, { name: name.split(" ")[0] ?? name })}
        note={<span className="inline-block first-letter:uppercase">{formatDay(dayAt(now), "weekday")}</span>}
      />
      <Card title={t("signals")} flush>
        {signals.length === 0 ? (
          <EmptyState title={t("noSignals")}>{t("noSignalsHelp")}</EmptyState>
        ) : (
          <SignalList signals={signals} />
        )}
      </Card>
      {seesClients && <RecentClients clients={recent} />}
    </PageMain>
  );
}
