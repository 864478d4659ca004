import { eq, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { locations } from "@/db/schema/access";
import { installation } from "@/db/schema/installation";

/**
 * Whose installation this is: the name it carries, else the top of the location tree; `null` while there is none (or
 * more than one).
 */
export async function organisationOf(db: Reader): Promise<string | null> {
  const [named] = await db.select().from(installation).where(eq(installation.name, "organisation"));
  if (named) return named.value;
  const [top, second] = await db.select().from(locations).where(isNull(locations.parentId)).limit(2);
  return top && !second ? top.name : null;
}
