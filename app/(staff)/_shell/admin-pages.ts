import type { Outputs } from "@/app/_trpc/outputs";

type TaskId = Outputs["account"]["me"]["holds"][number];

interface AdminPage {
  /** Its name in the bar of Beheer (`admin` in the texts) */
  key:
    | "employees"
    | "portalAccounts"
    | "roles"
    | "parties"
    | "questionnaires"
    | "import"
    | "caren"
    | "jobs"
    | "mail";
  href: string;
  /** Who holds one of these may open the page */
  tasks: readonly TaskId[];
}

/** The pages under Beheer, in their order. */
const adminPages: readonly AdminPage[] = [
  { key: "employees", href: "/admin/employees", tasks: ["access.manage"] },
  { key: "portalAccounts", href: "/admin/portal-accounts", tasks: ["access.manage"] },
  { key: "roles", href: "/admin/roles", tasks: ["access.manage"] },
  {
    key: "parties",
    href: "/admin/parties",
    tasks: ["organisation.manage", "client.manage", "consent.exchange"],
  },
  { key: "questionnaires", href: "/admin/questionnaires", tasks: ["organisation.manage"] },
  { key: "import", href: "/admin/import", tasks: ["interchange.import"] },
  { key: "caren", href: "/admin/caren", tasks: ["caren.settings"] },
  { key: "jobs", href: "/admin/jobs", tasks: ["jobs.view"] },
  { key: "mail", href: "/admin/mail", tasks: ["jobs.view"] },
];

/** Those someone may open; the menu shows Beheer when there is one. */
export function adminPagesOf(holds: readonly TaskId[]): AdminPage[] {
  return adminPages.filter(({ tasks }) => tasks.some((task) => holds.includes(task)));
}
