import { z } from "zod";

/** How the list of employees can be narrowed. */
export const EMPLOYEE_STATES = ["active", "disabled", "not-activated"] as const;
export type EmployeeState = (typeof EMPLOYEE_STATES)[number];

/** A page of employees: what was typed, in which state, and where the last page ended. */
export const ListEmployees = z.object({
  search: z.string().max(200).default(""),
  state: z.enum(EMPLOYEE_STATES).optional(),
  after: z.object({ name: z.string().max(200), id: z.string().max(64) }).optional(),
  size: z.number().int().min(1).max(100).default(25),
});

const id = z.string().min(1).max(64);
const requestKey = z.string().min(8).max(64);
const version = z.number().int().min(1);
const codes = z.array(z.string().max(64)).max(50);
const name = z.string().trim().min(1).max(100);

/** Where a role counts: everywhere, at a location and all under it, or only for dossiers shared with its holder. */
export const Reach = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("everywhere") }),
  z.object({ kind: z.literal("location"), code: z.string().min(1).max(50) }),
  z.object({ kind: z.literal("shared") }),
]);

export const OneEmployee = z.object({ employeeId: id });

const person = { name, title: z.string().trim().min(1).max(100), expertises: codes };

/** A new employee. One key for one intention: the same request is one employee and one mail. */
export const MakeEmployee = z.object({
  ...person,
  email: z.email().max(200),
  roles: z.array(z.object({ roleId: id, reach: Reach })).max(20),
  requestKey,
});

/** `version`: of the employee as it was seen. */
export const ChangeEmployee = z.object({ ...person, employeeId: id, version });
export const SwitchEmployee = z.object({ employeeId: id, version });
/** With one's own password, proved at the door. */
export const RemoveSecondFactor = z.object({ employeeId: id, password: z.string().min(1).max(200) });
export const ResendActivation = z.object({ employeeId: id, requestKey });
export const GiveRole = z.object({ employeeId: id, version, roleId: id, reach: Reach });
export const TakeRole = z.object({ employeeId: id, version, grantId: id });

/** Why someone may or may not: an employee, and the number of any client. */
export const ExplainAccess = z.object({
  employeeId: id,
  clientNumber: z
    .string()
    .trim()
    .regex(/^[1-9]\d{3,6}$/),
});

export const OneRole = z.object({ roleId: id });
export const MakeRole = z.object({ name, tasks: codes });
export const ChangeRole = z.object({ roleId: id, version, name, tasks: codes });
export const DeleteRole = z.object({ roleId: id, version });

/** What a role would let someone do: before it is saved. */
export const WhatItLets = z.object({ tasks: codes });
