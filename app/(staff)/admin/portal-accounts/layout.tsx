import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { me } from "@/app/(staff)/_shell/me";

/** The pages' own doors refuse as well; here, before anything is on its way, the answer can still be 403. */
export default async function PortalAccountsLayout({ children }: { children: ReactNode }) {
  if (!(await me()).holds.includes("access.manage")) forbidden();
  return children;
}
