import { eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { locations } from "@/db/schema/access";

/** The id of the location with this code. @throws Error in Dutch, for whoever typed it */
export async function findLocation(db: Reader, code: string): Promise<string> {
  const [found] = await db.select({ id: locations.id }).from(locations).where(eq(locations.code, code));
  if (found !== undefined) return found.id;
  const known = await db.select({ code: locations.code }).from(locations).orderBy(locations.code).limit(20);
  const hint =
    known.length === 0
      ? "Er zijn nog geen locaties."
      : `Wel bekend: ${known.map((each) => each.code).join(", ")}.`;
  throw new Error(`Er is geen locatie met code "${code}". ${hint} Er is niets geïmporteerd.`);
}
