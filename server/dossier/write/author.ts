import type { Ctx } from "../../access/perform";

/** Who writes, as it stays under the entry: name and function as they are now. */
export interface Author {
  /** "Fatima El Amrani, verzorgende" */
  name: string;
  /** Id of the employee; null for the system and the command line */
  id: string | null;
  /** Whose request keys these are */
  key: string;
}

/** The author of what this act writes. */
export function authorOf({ actor }: Pick<Ctx, "actor">): Author {
  if (actor.kind === "employee")
    return { name: `${actor.name}, ${actor.title}`, id: actor.id, key: actor.id };
  return { name: actor.kind === "command" ? "Opdrachtregel" : "Systeem", id: null, key: actor.kind };
}
