import { CircleCheck, CircleHelp, CircleX, Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { StatusBadge } from "@/app/_ui/status-badge";
import type { Tone } from "@/app/_ui/tone-class";

export type CarenStatus = Outputs["caren"]["client"]["status"];

/** How each status looks: never a colour alone. */
export const statusLooks: Record<CarenStatus, { tone: Tone; icon: React.ReactNode }> = {
  linked: { tone: "success", icon: <CircleCheck /> },
  invited: { tone: "warning", icon: <Mail /> },
  "not-linked": { tone: "danger", icon: <CircleX /> },
  unknown: { tone: "neutral", icon: <CircleHelp /> },
};

type CarenStatusBadgeProps = {
  status: CarenStatus;
  /** Where one client is shown: how many days an invitation is still valid */
  daysLeft?: number;
};

/** The status of a client in Caren. */
export function CarenStatusBadge({ status, daysLeft }: CarenStatusBadgeProps) {
  const t = useTranslations("onsClient");
  const detailed = status === "invited" && daysLeft !== undefined;
  return (
    <StatusBadge {...statusLooks[status]}>
      {detailed ? t("stillValid", { days: daysLeft }) : t(`statuses.${status}`)}
    </StatusBadge>
  );
}
