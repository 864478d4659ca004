import {
  ClipboardCheck,
  ClipboardX,
  FileDown,
  Files,
  IdCard,
  LockKeyhole,
  Siren,
  TriangleAlert,
  Users,
  UserX,
} from "lucide-react";
import type { ReactNode } from "react";

const icons: Readonly<Record<string, ReactNode>> = {
  emergencies: <Siren />,
  restraints: <LockKeyhole />,
  "care-plans": <ClipboardCheck />,
  "care-plans-expired": <ClipboardX />,
  "exports-ready": <FileDown />,
  "same-bsn": <Files />,
  duplicates: <Users />,
  "no-bsn": <IdCard />,
  "no-owner": <UserX />,
};

/** The picture of a signal; decoration, its title says it. */
export function signalIcon(id: string): ReactNode {
  return icons[id] ?? <TriangleAlert />;
}
