import { CircleCheck, CircleX, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusBadge } from "@/app/_ui/status-badge";
import type { Tone } from "@/app/_ui/tone-class";
import type { Export } from "./use-exports";

const looks: Record<Export["status"], { tone: Tone; icon: ReactNode }> = {
  pending: { tone: "info", icon: <Hourglass /> },
  ready: { tone: "success", icon: <CircleCheck /> },
  failed: { tone: "danger", icon: <CircleX /> },
};

/** In afwachting, Klaar or Mislukt. */
export function ExportStatus({ status }: { status: Export["status"] }) {
  const t = useTranslations("export");
  const { tone, icon } = looks[status];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </StatusBadge>
  );
}
