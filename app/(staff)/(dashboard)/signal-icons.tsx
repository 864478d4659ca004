import {
  ClipboardCheck,
  ClipboardX,
  FileDown,
  Files,
  IdCard,
  LockKeyhole,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";

const icons: Readonly<Record<string, ReactNode>> = {
  restraints: <LockKeyhole />,
  "care-plans": <ClipboardCheck />,
  "care-plans-expired": <ClipboardX />,
  "exports-ready": <FileDown />,
  "same-bsn": <Files />,
  "no-bsn": <IdCard />,
};

/** The picture of a signal; decoration, its title says it. */
export function signalIcon(id: string): ReactNode {
  return icons[id] ?? <TriangleAlert />;
}
