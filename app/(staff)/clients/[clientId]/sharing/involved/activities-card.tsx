"use client";

import { Clock, MessageCircleQuestionMark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { StatusBadge } from "@/app/_ui/status-badge";
import { Day, Moment } from "@/app/_ui/time";
import { AskedAct } from "@/app/(staff)/_rights/asked-act";
import { AskDialog } from "./ask-dialog";
import type { Involved } from "./people-card";

type Activity = Involved["activities"][number];

/** The questionnaires asked of people in the portal, how far each is, and asking another. */
export function ActivitiesCard({ clientId, involved }: { clientId: string; involved: Involved }) {
  const t = useTranslations("involved");
  const [asking, setAsking] = useState(false);
  const { activities, mayAsk } = involved;
  return (
    <Card
      title={t("activities")}
      flush
      aside={
        mayAsk && (
          <Button icon={<MessageCircleQuestionMark />} onClick={() => setAsking(true)}>
            {t("ask")}
          </Button>
        )
      }
    >
      {activities.length === 0 ? (
        <EmptyState title={t("noActivities")}>{t("noActivitiesHelp")}</EmptyState>
      ) : (
        <DataTable
          caption={t("activities")}
          captionHidden
          items={activities}
          itemKey={({ id }) => id}
          columns={[
            {
              key: "title",
              label: t("questionnaire"),
              cell: ({ title, entryId }) =>
                entryId ? (
                  <PageLink href={`/clients/${clientId}/dossier/questionnaires/${entryId}`}>{title}</PageLink>
                ) : (
                  title
                ),
            },
            {
              key: "person",
              label: t("whom"),
              cell: ({ person, kindText, relation }) => (
                <>
                  <span className="block">{person}</span>
                  <span className="text-muted">{relation ?? kindText}</span>
                </>
              ),
            },
            {
              key: "due",
              label: t("dueShort"),
              cell: ({ dueOn }) => <Day value={dueOn} />,
            },
            { key: "state", label: t("state"), cell: (activity) => <Progress activity={activity} /> },
            {
              key: "acts",
              label: t("acts"),
              labelHidden: true,
              cell: (activity) => mayAsk && <Withdraw clientId={clientId} activity={activity} />,
            },
          ]}
        />
      )}
      {asking && <AskDialog clientId={clientId} involved={involved} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function Progress({ activity }: { activity: Activity }) {
  const t = useTranslations("involved");
  const { state, late, askedAt, startedAt, submittedAt, remindedAt, withdrawnAt } = activity;
  const moments = {
    asked: askedAt,
    begun: startedAt,
    "handed-in": submittedAt,
    withdrawn: withdrawnAt,
    stopped: null,
  };
  const at = moments[state];
  return (
    <span className="grid justify-items-start gap-1">
      <span>
        {t(`progress.${state}`)} {at !== null && <Moment value={at} />}
      </span>
      {late && (
        <StatusBadge tone="warning" icon={<Clock />}>
          {t("late")}
        </StatusBadge>
      )}
      {remindedAt !== null && (state === "asked" || state === "begun") && (
        <span className="text-muted">
          {t("reminded")} <Moment value={remindedAt} />
        </span>
      )}
    </span>
  );
}

function Withdraw({ clientId, activity }: { clientId: string; activity: Activity }) {
  const t = useTranslations("involved");
  const trpc = useTRPC();
  const { id, title, person, state } = activity;
  if (state !== "asked" && state !== "begun") return null;
  return (
    <AskedAct
      act={trpc.involved.withdraw.mutationOptions()}
      input={{ clientId, activityId: id }}
      text={t("withdraw")}
      label={t("withdrawOf", { title, person })}
      title={t("withdrawTitle", { title })}
      lines={[t("withdrawNow", { person }), t("withdrawGone")]}
      actLabel={t("withdrawAct")}
      backLabel={t("withdrawBack")}
      busy={t("busy")}
      done={t("withdrawn", { title })}
    />
  );
}
