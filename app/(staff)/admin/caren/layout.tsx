import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { me } from "@/app/(staff)/_shell/me";

/** The page's own door refuses as well; here, before anything is on its way, the answer can still be 403. */
export default async function CarenSettingsLayout({ children }: { children: ReactNode }) {
  if (!(await me()).holds.includes("caren.settings")) forbidden();
  return children;
}
