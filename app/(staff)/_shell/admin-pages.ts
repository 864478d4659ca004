import type { Outputs } from "@/app/_trpc/outputs";

type TaskId = Outputs["account"]["me"]["holds"][number];

interface AdminPage {
  href: string;
  /** Who holds it may open the page */
  task: TaskId;
}

/** The pages under Beheer, in their order. */
const adminPages: readonly AdminPage[] = [{ href: "/admin/jobs", task: "jobs.view" }];

/** Those someone may open; the menu shows Beheer when there is one. */
export function adminPagesOf(holds: readonly TaskId[]): AdminPage[] {
  return adminPages.filter(({ task }) => holds.includes(task));
}
