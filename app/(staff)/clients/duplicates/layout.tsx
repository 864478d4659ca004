import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { me } from "@/app/(staff)/_shell/me";

/** The list's own door refuses as well; here, before anything is on its way, the answer can still be 403. */
export default async function DuplicatesLayout({ children }: { children: ReactNode }) {
  const { holds } = await me();
  if (!holds.includes("client.manage") || !holds.includes("client.merge")) forbidden();
  return children;
}
