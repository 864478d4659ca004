import { CircleCheck, CircleMinus, EyeOff, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { StatusBadge } from "@/app/_ui/status-badge";
import type { Tone } from "@/app/_ui/tone-class";

type Badge = NonNullable<Outputs["dossier"]["overview"][number]["lines"][number]["badge"]>;

const icons: Record<Tone, ReactNode> = {
  danger: <TriangleAlert />,
  warning: <TriangleAlert />,
  success: <CircleCheck />,
  info: <Info />,
  private: <EyeOff />,
  neutral: <CircleMinus />,
};

/** What stands out about an entry, by the icon of its role. */
export function SummaryBadge({ badge }: { badge: Badge }) {
  return (
    <StatusBadge tone={badge.role} icon={icons[badge.role]}>
      {badge.text}
    </StatusBadge>
  );
}
