import { effectsOf } from "../employees/effects";
import { ChangeRole, DeleteRole, MakeRole, OneRole, WhatItLets } from "../employees/input";
import { knownTasks } from "../employees/service/find";
import {
  changeRole,
  deleteRole,
  listRoles,
  makeRole,
  taskChoices,
  viewRole,
} from "../employees/service/roles";
import { anywhere } from "./procedure";
import { t } from "./trpc";

const tasks = ["access.manage"] as const;

export const rolesRouter = t.router({
  list: anywhere({ tasks, audit: "role.listed" }).query(({ ctx }) => listRoles(ctx.act)),
  view: anywhere({ tasks, audit: "role.viewed" })
    .input(OneRole)
    .query(({ ctx, input }) => viewRole(ctx.act, input)),
  /** The task list of the product: told by the page whose form it fills. */
  tasks: anywhere({ tasks, audit: { coveredBy: "role.viewed" } }).query(() => taskChoices()),
  /** What a choice of tasks would let someone do, while it is being chosen. */
  effects: anywhere({ tasks, audit: { coveredBy: "role.viewed" } })
    .input(WhatItLets)
    .query(({ input }) => effectsOf(knownTasks(input.tasks), { kind: "open" })),
  make: anywhere({ tasks, audit: "role.made" })
    .input(MakeRole)
    .mutation(({ ctx, input }) => makeRole(ctx.act, input)),
  change: anywhere({ tasks, audit: "role.changed" })
    .input(ChangeRole)
    .mutation(({ ctx, input }) => changeRole(ctx.act, input)),
  delete: anywhere({ tasks, audit: "role.deleted" })
    .input(DeleteRole)
    .mutation(({ ctx, input }) => deleteRole(ctx.act, input)),
});
