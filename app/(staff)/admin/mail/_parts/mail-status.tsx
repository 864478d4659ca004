import { Ban, CircleHelp, CircleX, Hourglass, RotateCw, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { StatusBadge } from "@/app/_ui/status-badge";
import type { Tone } from "@/app/_ui/tone-class";

type Line = Outputs["mail"]["list"]["lines"][number];

const looks: Record<Exclude<Line["state"], "sent">, { tone: Tone; icon: ReactNode }> = {
  queued: { tone: "neutral", icon: <Hourglass /> },
  sending: { tone: "info", icon: <Send /> },
  failed: { tone: "warning", icon: <RotateCw /> },
  final: { tone: "danger", icon: <CircleX /> },
  uncertain: { tone: "warning", icon: <CircleHelp /> },
  cancelled: { tone: "neutral", icon: <Ban /> },
};

/** How it goes with a mail; Verstuurd is plain text, since badges are for what stands out. */
export function MailStatus({ mail: { state, problem } }: { mail: Pick<Line, "state" | "problem"> }) {
  const t = useTranslations("mail");
  if (state === "sent") return t("state.sent");
  const word = state === "final" && problem === "too-late" ? "too-late" : state;
  return <StatusBadge {...looks[state]}>{t(`state.${word}`)}</StatusBadge>;
}
