import { CalendarClock, CircleCheck, CircleSlash, LoaderCircle, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { StatusBadge } from "@/app/_ui/status-badge";

type Line = Outputs["locationMessages"]["list"]["lines"][number];

const LOOKS = {
  scheduled: { tone: "info", icon: <CalendarClock /> },
  sending: { tone: "info", icon: <LoaderCircle /> },
  sent: { tone: "success", icon: <CircleCheck /> },
  withdrawn: { tone: "neutral", icon: <Undo2 /> },
  stopped: { tone: "warning", icon: <CircleSlash /> },
} as const;

/** How far a message is, in a word. */
export function MessageState({ message: { state } }: { message: Pick<Line, "state"> }) {
  const t = useTranslations("messages");
  return (
    <StatusBadge tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
      {t(`state.${state}`)}
    </StatusBadge>
  );
}
