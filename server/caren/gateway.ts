import { eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { carenSettings } from "@/db/schema/caren";
import type { World } from "../core/world";
import { askLinksGuarded, type CarenLink, CarenSilent } from "./http";
import type { CarenDriver } from "./kinds";

/**
 * What Caren says at this moment. `here`: the portal is ours, so the links are relations in this database; a list: what
 * a Caren elsewhere just told. Not known: everyone is Onbekend; nothing older is ever shown instead.
 */
export type CarenAnswer =
  | { known: true; links: "here" | readonly CarenLink[] }
  | { known: false; why: "not-used" | "silent" };

export type CarenSettings = typeof carenSettings.$inferSelect;

const NEVER_SET: CarenSettings = {
  id: "caren",
  driver: "embedded",
  messagesToNetwork: false,
  messagesToClient: false,
  changedAt: 0,
  changedBy: "",
  version: 0,
};

/** The settings as they are; before anyone chose, the portal of this application and no communication. */
export async function carenSettingsOf(db: Reader): Promise<CarenSettings> {
  const [row] = await db.select().from(carenSettings).where(eq(carenSettings.id, NEVER_SET.id));
  return row ?? NEVER_SET;
}

/** How Caren is reached at this moment: `none` also when an address elsewhere was chosen and is not set any more. */
export function driverOf(world: World, { driver }: Pick<CarenSettings, "driver">): CarenDriver {
  return driver === "http" && !world.env.caren.elsewhere ? "none" : driver;
}

/**
 * Asks Caren who is linked. Ask it outside every transaction: a Caren elsewhere may take two seconds to stay silent.
 */
export async function askCaren(world: World): Promise<CarenAnswer> {
  const driver = driverOf(world, await carenSettingsOf(world.db.read));
  const { elsewhere } = world.env.caren;
  if (driver === "embedded") return { known: true, links: "here" };
  if (driver === "none" || !elsewhere) return { known: false, why: "not-used" };
  try {
    return { known: true, links: await askLinksGuarded(world, elsewhere) };
  } catch (error) {
    if (error instanceof CarenSilent) return { known: false, why: "silent" };
    throw error;
  }
}
