import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { adminPagesOf } from "@/app/(staff)/_shell/admin-pages";
import { me } from "@/app/(staff)/_shell/me";

/** The pages' own doors refuse as well; here, before anything is on its way, the answer can still be 403. */
export default async function PartiesLayout({ children }: { children: ReactNode }) {
  if (!adminPagesOf((await me()).holds).some(({ key }) => key === "parties")) forbidden();
  return children;
}
