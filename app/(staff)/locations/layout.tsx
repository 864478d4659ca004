import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { me } from "@/app/(staff)/_shell/me";

/** The own door of this page refuses as well; here, before anything is on its way, the answer can still be 403. */
export default async function LocationsLayout({ children }: { children: ReactNode }) {
  if (!(await me()).seesClients) forbidden();
  return children;
}
