import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { me } from "@/app/(staff)/_shell/me";
import { usesEmergency } from "@/app/(staff)/_shell/uses-emergency";

/** The pages' own doors refuse as well; here, before anything is on its way, the answer can still be 403. */
export default async function EmergencyLayout({ children }: { children: ReactNode }) {
  if (!usesEmergency((await me()).holds)) forbidden();
  return children;
}
