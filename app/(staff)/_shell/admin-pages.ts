import type { TaskId } from "@/server/access/tasks";

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
