import { CircleCheck, Clock, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { StatusBadge } from "@/app/_ui/status-badge";
import { Day, Moment } from "@/app/_ui/time";

type Asked = Outputs["portalActivities"]["list"]["activities"][number];

type AskedListProps = { clientId: string; activities: Asked[] };

/** The questionnaires asked of you: first what is still waited for. */
export function AskedList({ clientId, activities }: AskedListProps) {
  const t = useTranslations("portalContent");
  const open = activities.filter(({ state }) => state !== "handed-in");
  const done = activities.filter(({ state }) => state === "handed-in");
  return (
    <Card title={t("questionnaires")} flush>
      {open.length === 0 && (
        <EmptyState title={t("nothingAsked")}>
          <p>{t("nothingAskedText")}</p>
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {open.map((each) => (
          <li key={each.id} className="grid gap-2 px-pad py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <b>{each.title}</b>
              <AskedBadge asked={each} />
            </div>
            {each.instruction && <p className="whitespace-pre-line">{each.instruction}</p>}
            <p className="text-sm text-muted">
              {t.rich("askedBy", { name: each.askedBy, day: () => <Day value={each.dueOn} /> })}
            </p>
            <div>
              <LinkButton
                look="primary"
                href={`/caren/${clientId}/questionnaires/${each.id}`}
                aria-label={t("fillInOf", { begun: each.state, title: each.title })}
              >
                {t("fillIn", { begun: each.state })}
              </LinkButton>
            </div>
          </li>
        ))}
        {done.map((each) => (
          <li
            key={each.id}
            className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-pad py-3"
          >
            <PageLink
              href={`/caren/${clientId}/questionnaires/${each.id}`}
              aria-label={t("readBack", { title: each.title })}
              className="inline-flex min-h-11 items-center"
            >
              {each.title}
            </PageLink>
            <StatusBadge tone="success" icon={<CircleCheck />}>
              {t("handedIn")} {each.submittedAt !== null && <Moment value={each.submittedAt} />}
            </StatusBadge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function AskedBadge({ asked }: { asked: Asked }) {
  const t = useTranslations("portalContent");
  if (asked.late) {
    return (
      <StatusBadge tone="warning" icon={<Clock />}>
        {t("late")}
      </StatusBadge>
    );
  }
  if (asked.state !== "begun") return null;
  return (
    <StatusBadge tone="info" icon={<PencilLine />}>
      {t("begun")}
    </StatusBadge>
  );
}
