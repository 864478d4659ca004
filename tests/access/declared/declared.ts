import type { RelationKind } from "@/server/access/relations";
import type { TaskId } from "@/server/access/tasks";
import type { EventId } from "@/server/audit/events";
import type { Reason } from "@/server/core/errors";
import type { World } from "@/server/core/world";

/** What a procedure must declare, written by hand: a change of right or trace is made twice, on purpose. */
export interface Declared {
  door: "anywhere" | "onClient" | "onClientPair" | "onLocations" | "self" | "open" | "portal" | "portalSelf";
  /** At the door `portal`: who it is for */
  relations?: readonly RelationKind[];
  kind: "query" | "mutation";
  tasks: readonly TaskId[] | { anyOf: readonly TaskId[] };
  event: EventId;
  /** A poll: done it leaves no row, refused it does */
  covered?: true;
  /** Asks for a fresh proof */
  proof?: true;
  /** What a right call sends besides its target */
  input?: () => Record<string, unknown>;
  /** What its schema must refuse */
  bad?: Record<string, unknown>;
  /** What a call that passes the door is answered, when that is not its normal answer */
  answers?: Reason;
  /** What one is answered who passes the door, but holds the task not everywhere */
  nearby?: Reason;
  /** Makes the next right call possible */
  undo?: (world: World) => Promise<unknown>;
}
