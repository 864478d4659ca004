import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { type Definition, DefinitionList } from "@/app/_ui/definition-list";
import { Moment } from "@/app/_ui/time";
import { MailStatus } from "../_parts/mail-status";

/** Where a mail goes, how it is, and when. */
export function MailFacts({ mail }: { mail: Outputs["mail"]["one"] }) {
  const t = useTranslations("mail");
  const moment = (term: string, value: number | null): Definition[] =>
    value === null ? [] : [{ term, value: <Moment value={value} /> }];
  return (
    <Card>
      <DefinitionList
        items={[
          {
            term: t("columnTo"),
            value: <span className="break-all">{mail.to ?? t("noAddress")}</span>,
          },
          { term: t("subject"), value: mail.subject },
          { term: t("columnState"), value: <MailStatus mail={mail} /> },
          ...(mail.problem ? [{ term: t("columnProblem"), value: t(`problem.${mail.problem}`) }] : []),
          { term: t("columnAttempts"), value: mail.attempts },
          ...moment(t("columnQueued"), mail.queuedAt),
          ...moment(t("columnNext"), mail.nextAttemptAt),
          ...moment(t("ended"), mail.endedAt),
          ...moment(t("usefulUntil"), mail.usefulUntil),
          { term: t("id"), value: <span className="break-all">{mail.id}</span> },
        ]}
      />
    </Card>
  );
}
