import { Flag, HeartOff, Scale, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { StatusBadge } from "@/app/_ui/status-badge";
import { iconClass, type Tone } from "@/app/_ui/tone-class";
import type { ClientFlag, FlagKind } from "./client-flags";

const looks: Record<FlagKind, { tone: Tone; icon: ReactNode }> = {
  allergy: { tone: "danger", icon: <TriangleAlert /> },
  "treatment-limit": { tone: "warning", icon: <HeartOff /> },
  legal: { tone: "neutral", icon: <Scale /> },
  other: { tone: "info", icon: <Flag /> },
};

/** A flag in the client header. */
export function FlagBadge({ flag }: { flag: ClientFlag }) {
  const look = looks[flag.kind];
  return (
    <StatusBadge tone={look.tone} icon={look.icon}>
      {flag.label}
    </StatusBadge>
  );
}

/** The same flag as an icon alone, with its words as tooltip and accessible name. */
export function FlagIcon({ flag }: { flag: ClientFlag }) {
  const look = looks[flag.kind];
  return (
    <span title={flag.label} className={`[&>svg]:size-5 ${iconClass[look.tone]}`}>
      {look.icon}
      <span className="sr-only">{flag.label}</span>
    </span>
  );
}
