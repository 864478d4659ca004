import type { Ctx } from "../../access/perform";
import { RELATION_KINDS } from "../../access/relations";

/** Who writes, as it stays under the entry: name and function as they are now. */
export interface Author {
  /** "Fatima El Amrani, verzorgende" */
  name: string;
  /** Id of the employee, or `portal:<id>` of an account in the portal; null for the system and the command line */
  id: string | null;
  /** Whose request keys these are */
  key: string;
}

/** The author of what this act writes. */
export function authorOf({ actor, relation }: Pick<Ctx, "actor" | "relation">): Author {
  if (actor.kind === "employee")
    return { name: `${actor.name}, ${actor.title}`, id: actor.id, key: actor.id };
  if (actor.kind === "portal") {
    const key = portalAuthor(actor.id);
    const kind = relation && RELATION_KINDS[relation.kind].toLowerCase();
    return { name: kind ? `${actor.name}, ${kind}` : actor.name, id: key, key };
  }
  return { name: actor.kind === "command" ? "Opdrachtregel" : "Systeem", id: null, key: actor.kind };
}

/** How what someone in the portal wrote is known as theirs. */
export function portalAuthor(accountId: string): string {
  return `portal:${accountId}`;
}
