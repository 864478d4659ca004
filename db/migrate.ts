import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Database } from "./client";
import { extras } from "./extras";

/**
 * Brings the database up to the newest migration, all or nothing, then makes what a schema file cannot say
 * (triggers, search tables). Each migration is stored with its hash, so an edited old one is noticed.
 * @param folder where `drizzle-kit generate` put the SQL
 * @throws Error when a migration that ran before was changed or is gone since
 */
export async function migrate(db: Database, folder: string): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  await db.write(
    async (tx) => {
      await tx.run(sql`CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, hash text NOT NULL)`);
      const done = await tx.all<{ name: string; hash: string }>(sql`SELECT name, hash FROM migrations`);
      const hashes = new Map(done.map((row) => [row.name, row.hash]));
      for (const name of files) {
        const text = readFileSync(join(folder, name), "utf8");
        const hash = createHash("sha256").update(text).digest("hex");
        const before = hashes.get(name);
        hashes.delete(name);
        if (before === hash) continue;
        if (before !== undefined)
          throw new Error(
            `Migratie ${name} is veranderd nadat zij was uitgevoerd. Zet de oorspronkelijke versie van Kroniek terug.`,
          );
        for (const statement of text.split("--> statement-breakpoint")) await tx.run(sql.raw(statement));
        await tx.run(sql`INSERT INTO migrations (name, hash) VALUES (${name}, ${hash})`);
      }
      const [unknown] = hashes.keys();
      if (unknown)
        throw new Error(
          `De database heeft migratie ${unknown}, die deze versie van Kroniek niet kent. Start een nieuwere versie.`,
        );
      for (const statement of extras) await tx.run(sql.raw(statement));
    },
    { alone: true },
  );
}
