import type { Outputs } from "@/app/_trpc/outputs";

type TaskId = Outputs["account"]["me"]["holds"][number];

interface AdminPage {
  /** Its name in the bar of Beheer (`admin` in the texts) */
  key: "employees" | "roles" | "questionnaires" | "import" | "jobs";
  href: string;
  /** Who holds it may open the page */
  task: TaskId;
}

/** The pages under Beheer, in their order. */
const adminPages: readonly AdminPage[] = [
  { key: "employees", href: "/admin/employees", task: "access.manage" },
  { key: "roles", href: "/admin/roles", task: "access.manage" },
  { key: "questionnaires", href: "/admin/questionnaires", task: "organisation.manage" },
  { key: "import", href: "/admin/import", task: "interchange.import" },
  { key: "jobs", href: "/admin/jobs", task: "jobs.view" },
];

/** Those someone may open; the menu shows Beheer when there is one. */
export function adminPagesOf(holds: readonly TaskId[]): AdminPage[] {
  return adminPages.filter(({ task }) => holds.includes(task));
}
