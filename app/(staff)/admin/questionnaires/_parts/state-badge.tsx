import { Ban, CircleCheck, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { StatusBadge } from "@/app/_ui/status-badge";

type State = Outputs["questionnaires"]["list"][number]["state"];

const tones = { concept: "info", published: "success", ended: "neutral" } as const;
const icons = { concept: <PencilLine />, published: <CircleCheck />, ended: <Ban /> };

/** Whether a questionnaire is filled in now. */
export function StateBadge({ state }: { state: State }) {
  const t = useTranslations("questionnaires");
  return (
    <StatusBadge tone={tones[state]} icon={icons[state]}>
      {t(`states.${state}`)}
    </StatusBadge>
  );
}
