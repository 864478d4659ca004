import { auditEntries } from "@/db/schema/audit";
import { engineEvents, engineJobs, engineOnce, engineRuns, engineSteps } from "@/db/schema/engine";
import { canariesIn } from "./canaries";
import type { Product } from "./product";

/** A place where nothing personal may come: what of it holds a canary, and which. */
interface Sink {
  name: string;
  hits(product: Product): Promise<string[]> | string[];
}

const among = (texts: readonly unknown[]): string[] =>
  texts.flatMap((text) => canariesIn(typeof text === "string" ? text : JSON.stringify(text)));

/** As its receiver reads it: soft line ends taken away. Whom it goes to it has to say. */
const readable = (mail: string): string => mail.replace(/=\n/g, "").replace(/^To: .*$/m, "");

/** Every place SECURITY.md F1 names; a room that opens another adds it here. */
export const SINKS: readonly Sink[] = [
  { name: "server log", hits: ({ heard }) => among(heard.lines) },
  { name: "addresses", hits: ({ seen }) => among(seen.addresses.map(decodeURIComponent)) },
  { name: "mails", hits: ({ mailServer }) => among(mailServer.taken.map(readable)) },
  {
    name: "events and runs",
    hits: async ({ world: { db } }) =>
      among([
        ...(await db.read.select().from(engineEvents)),
        ...(await db.read.select().from(engineRuns)),
        ...(await db.read.select().from(engineOnce)),
      ]),
  },
  {
    name: "steps",
    hits: async ({ world: { db } }) =>
      among([...(await db.read.select().from(engineSteps)), ...(await db.read.select().from(engineJobs))]),
  },
  { name: "error bodies", hits: ({ seen }) => among(seen.refused) },
  {
    // Who acted is there by name, on purpose (SECURITY.md G1).
    name: "audit rows",
    hits: async ({ world: { db } }) =>
      among((await db.read.select().from(auditEntries)).map(({ actorName, ...row }) => row)),
  },
  {
    name: "files",
    hits: ({ files }) => {
      files.look(true);
      return [...files.found].flatMap(([where, names]) => names.map((name) => `${name} in ${where}`));
    },
  },
];
