import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { me } from "@/app/(staff)/_shell/me";

/** The form's own door refuses as well; here, before anything is on its way, the answer can still be 403. */
export default async function NewClientLayout({ children }: { children: ReactNode }) {
  if (!(await me()).holds.includes("client.manage")) forbidden();
  return children;
}
