/**
 * A trigger as this release has it: one of the same name that an earlier release left in the database gives way.
 * @param rest all that follows the name
 */
export function triggerAsNow(name: string, rest: string): string[] {
  return [`DROP TRIGGER IF EXISTS ${name}`, `CREATE TRIGGER ${name} ${rest}`];
}
