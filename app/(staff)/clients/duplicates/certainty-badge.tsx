import { CircleHelp, TriangleAlert, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { StatusBadge } from "@/app/_ui/status-badge";

type Certainty = Outputs["duplicates"]["list"]["pairs"][number]["certainty"];

/** How sure it is that two clients are one person. */
export function CertaintyBadge({ certainty }: { certainty: Certainty }) {
  const t = useTranslations("duplicates");
  const text = t(`certainty.${certainty}`);
  if (certainty === "nearly-certain")
    return (
      <StatusBadge tone="warning" icon={<Users />}>
        {text}
      </StatusBadge>
    );
  return (
    <StatusBadge
      tone={certainty === "probable" ? "info" : "danger"}
      icon={certainty === "probable" ? <CircleHelp /> : <TriangleAlert />}
    >
      {text}
    </StatusBadge>
  );
}
