import { eq } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { installation } from "@/db/schema/installation";
import type { Env } from "./core/env";

/** Whether this database carries the demo mark. */
export async function isDemo(db: Database): Promise<boolean> {
  const [mark] = await db.read.select().from(installation).where(eq(installation.name, "demo"));
  return mark?.value === "1";
}

/** Marks the database as a demo, for good: a marked one never serves real care. */
export async function markDemo(tx: Tx): Promise<void> {
  await tx.insert(installation).values({ name: "demo", value: "1" });
}

/**
 * Whether to make the demo organisation now. It is made only in an empty database, on loopback or on request.
 * @throws Error when settings and database do not go together
 */
export function decideDemo({ env, marked, empty }: { env: Env; marked: boolean; empty: boolean }): boolean {
  if (marked && env.demo === false) {
    throw new Error(
      "In deze database staat de demo; die wordt nooit een echte. Geef een andere map met DATA_DIR, of laat DEMO weg.",
    );
  }
  if (marked && !env.loopback && env.demo !== true) {
    throw new Error(
      "In deze database staat de demo, waarvan iedereen het wachtwoord kent. Buiten deze computer draait die alleen met DEMO=1.",
    );
  }
  const make = !marked && empty && (env.demo ?? env.loopback);
  if (env.clockOffsetMs !== 0 && !marked && !make) {
    throw new Error("CLOCK_OFFSET_MS verzet alleen de klok van een demo. Laat het weg.");
  }
  return make;
}
