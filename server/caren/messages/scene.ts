import { eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { locations } from "@/db/schema/access";
import type { Ctx } from "../../access/perform";
import { type Actor, reachOf } from "../../access/policy";
import { subtree } from "../../access/reach";
import { DomainError, type Reason } from "../../core/errors";
import type { World } from "../../core/world";
import { carenSettingsOf, driverOf } from "../gateway";
import type { Audience } from "./audience";
import { kindsOf } from "./rules";

/** Who may send messages, and where. */
export const SEND = "caren.bulk-message";

/** A location as a message names it. */
export type Place = Pick<typeof locations.$inferSelect, "id" | "code" | "name">;

/** A location by its code. One nobody has and one out of reach give the same answer. @throws DomainError `location-gone` */
export async function placeOf(ctx: Ctx, code: string | null): Promise<Place | null> {
  if (code === null) return null;
  const [place] = await ctx.db.select().from(locations).where(eq(locations.code, code));
  if (!place) throw new DomainError("location-gone");
  return place;
}

/**
 * The places a message goes to as its sender may now: a location with all that is under it, or the whole reach (null:
 * everywhere).
 * @throws DomainError `location-gone` when one of them is out of reach
 */
export async function placesNow(
  db: Reader,
  actor: Actor,
  locationId: string | null,
): Promise<readonly string[] | null> {
  const reach = reachOf(actor, SEND);
  if (locationId === null) return reach === "everywhere" ? null : reach;
  const below = await subtree(db, locationId);
  if (reach !== "everywhere" && below.some((id) => !reach.includes(id)))
    throw new DomainError("location-gone");
  return below;
}

/** How messages stand with Caren now: for whom, and why not at all. */
export async function sendingNow(
  world: World,
  db: Reader,
): Promise<Pick<Audience, "kinds"> & { known: boolean; refused: Reason | undefined }> {
  const settings = await carenSettingsOf(db);
  const known = driverOf(world, settings) === "embedded";
  const kinds = kindsOf(settings);
  const off = kinds.length === 0 ? ("message-options-off" as const) : undefined;
  return { kinds, known, refused: known ? off : "message-caren-elsewhere" };
}
