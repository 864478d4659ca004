import { eq } from "drizzle-orm";
import { roles, roleTasks } from "@/db/schema/access";
import type { Declared } from "./declared";

const manages = ["access.manage"] as const;
const NEW = "rol van de proef";

const list = { door: "anywhere", kind: "query", tasks: manages } as const;
const act = { door: "anywhere", kind: "mutation", tasks: manages } as const;

export const ROLES: Record<string, Declared> = {
  "roles.list": { ...list, event: "role.listed" },
  "roles.view": {
    ...list,
    event: "role.viewed",
    input: () => ({ roleId: "none" }),
    bad: { roleId: 1 },
    answers: "role-gone",
  },
  "roles.tasks": { ...list, event: "role.viewed", covered: true },
  "roles.effects": {
    ...list,
    event: "role.viewed",
    covered: true,
    input: () => ({ tasks: ["dossier.view"] }),
    bad: { tasks: ["no such task"] },
  },
  "roles.make": {
    ...act,
    event: "role.made",
    input: () => ({ name: NEW, tasks: ["dossier.view"] }),
    bad: { name: "x", tasks: ["no such task"] },
    nearby: "rights-beyond",
    undo: (world) =>
      world.db.write(async (tx) => {
        const [role] = await tx.select().from(roles).where(eq(roles.name, NEW));
        await tx.delete(roleTasks).where(eq(roleTasks.roleId, role?.id ?? ""));
        await tx.delete(roles).where(eq(roles.name, NEW));
      }),
  },
  "roles.change": {
    ...act,
    event: "role.changed",
    input: () => ({ roleId: "none", version: 1, name: "x", tasks: [] }),
    bad: { roleId: "none", version: 1, name: "", tasks: [] },
    answers: "role-gone",
  },
  "roles.delete": {
    ...act,
    event: "role.deleted",
    input: () => ({ roleId: "none", version: 1 }),
    bad: { roleId: "none" },
    answers: "role-gone",
  },
};
