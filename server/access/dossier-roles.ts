import type { EventId } from "../audit/events";
import type { TaskId } from "./tasks";

/** What someone can be in one client's dossier (DOMAIN.md 5), with its name on screen. */
export const DOSSIER_ROLES = { owner: "Eigenaar", collaborator: "Collaborator", viewer: "Viewer" } as const;

export type DossierRole = keyof typeof DOSSIER_ROLES;

const VIEWER: readonly TaskId[] = ["dossier.view", "dossier.view-hidden"];
const COLLABORATOR: readonly TaskId[] = [...VIEWER, "dossier.edit"];

/** Role × task: what a role gives in that one dossier. */
export const ROLE_GIVES: Readonly<Record<DossierRole, readonly TaskId[]>> = {
  viewer: VIEWER,
  collaborator: COLLABORATOR,
  owner: [...COLLABORATOR, "dossier.share", "dossier.export"],
};

/** What someone must hold in a role of the organisation for a role in a dossier to be what it says. */
export const ROLE_NEEDS: Readonly<Record<DossierRole, readonly TaskId[]>> = {
  viewer: ["dossier.view"],
  collaborator: ["dossier.view", "dossier.edit"],
  owner: ["dossier.view", "dossier.edit", "dossier.share"],
};

/** What a role takes away when it does not give it, whatever one's reach: these two, and no other task. */
export const CAPPED: readonly TaskId[] = ["dossier.edit", "dossier.share"];

/** What a role gives to someone who holds the task in no role of the organisation. */
export const WITHOUT_TASK: readonly TaskId[] = ["dossier.view-hidden"];

/** What the emergency procedure opens, for an hour and one client, to who holds these tasks anywhere. */
export const EMERGENCY_GIVES: readonly TaskId[] = ["dossier.view", "dossier.edit"];

/**
 * What it does not open, whatever task it gives: acts that reach people outside. An emergency is about the care of this
 * hour; asking something of a betrokkene is not, and stays when the hour is over.
 */
export const NOT_IN_EMERGENCY: readonly EventId[] = ["activity.asked", "activity.withdrawn"];
