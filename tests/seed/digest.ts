import { createHash } from "node:crypto";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { employees, grants, locations } from "@/db/schema/access";
import { files } from "@/db/schema/files";
import { installation } from "@/db/schema/installation";
import { PERSON_TABLES } from "@/db/seed/rows";
import { openBsn } from "@/server/clients/bsn";
import type { World } from "@/server/core/world";
import { parts } from "@/server/dossier/registry";

/** What differs each time: made with a key or salt of the installation, or pointing at a role made before. */
const OWN_TO_INSTALLATION = ["bsnSealed", "bsnSearch", "wrappedKey", "passwordHash", "roleId"];

/** Table by table, a hash of all rows of the demo as people would see them, BSNs in the clear. */
export async function digestOf(world: World): Promise<Record<string, string>> {
  const tables: [string, SQLiteTable][] = [
    ...Object.entries({ ...PERSON_TABLES, locations, employees, grants, files, installation }),
    ...parts.map((part): [string, SQLiteTable] => [part.slug, part.table]),
  ];
  const digests: Record<string, string> = {};
  for (const [name, table] of tables) {
    const rows: Record<string, unknown>[] = await world.db.read.select().from(table);
    const lines = rows.map((row) => {
      const shown = Object.fromEntries(
        Object.entries(row).filter(([key]) => !OWN_TO_INSTALLATION.includes(key)),
      );
      if (typeof row.bsnSealed === "string") shown.bsn = openBsn(world.keys, row.bsnSealed);
      return JSON.stringify(shown);
    });
    digests[name] = `${lines.length} ${createHash("sha256").update(lines.sort().join("\n")).digest("hex")}`;
  }
  return digests;
}
