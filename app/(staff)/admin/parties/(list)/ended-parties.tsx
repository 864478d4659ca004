import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Card } from "@/app/_ui/card";
import { PageLink } from "@/app/_ui/page-link";
import { Moment } from "@/app/_ui/time";

/** Parties nothing goes to any more; what was decided about them stays. */
export function EndedParties({ parties }: { parties: Outputs["consent"]["parties"] }) {
  const t = useTranslations("parties");
  if (parties.length === 0) return null;
  return (
    <Card title={t("ended")}>
      <ul className="grid gap-2">
        {parties.map(({ id, name, endedAt, endReason }) => (
          <li key={id}>
            <PageLink href={`/admin/parties/${id}`}>{name}</PageLink>{" "}
            <span className="text-sm text-muted">
              {endedAt !== null && <Moment value={endedAt} />} {endReason}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
