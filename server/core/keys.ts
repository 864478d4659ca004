import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

/** The keys of one installation. Each lives in a file of its own, outside the database. */
export interface Keys {
  /** Encrypts the database file at rest (hex text) */
  database: string;
  /** HMAC of the audit chain; `auditId` names it in each row */
  audit: Buffer;
  auditId: string;
  /** Ed25519, signs the audit checkpoints that an outsider can verify */
  checkpoint: KeyObject;
  /** Wraps the random key of each export and document */
  blob: Buffer;
  /** Encrypts BSNs, and makes their search code */
  bsn: Buffer;
  /** Signs session cookies */
  session: string;
  /** Signs the calls between the engine and its functions (`signkey-…`) */
  inngest: string;
}

const NAMES = ["database", "audit", "checkpoint", "blob", "bsn", "session", "inngest"] as const;
type Name = (typeof NAMES)[number];

function freshKey(name: Name): string {
  if (name !== "checkpoint") return randomBytes(32).toString("hex");
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "der" }).toString("hex");
}

/** Writes aside, syncs, then links: a key file is whole or absent, and an existing one is never replaced. */
function store(file: string, text: string): void {
  const aside = `${file}.${randomBytes(4).toString("hex")}`;
  const handle = openSync(/* turbopackIgnore: true */ aside, "wx", 0o600);
  writeSync(handle, `${text}\n`);
  fsyncSync(handle);
  closeSync(handle);
  linkSync(aside, file);
  unlinkSync(aside);
}

/**
 * Reads the keys of a data folder, from the environment (`KRONIEK_KEY_AUDIT`, …) or from `keys/`.
 * Missing ones are made only when the folder holds no database yet: a lost key is never replaced in silence.
 * @throws Error naming the missing key when a database exists without it
 */
export function loadKeys(dataDir: string, source: Record<string, string | undefined> = {}): Keys {
  const folder = join(dataDir, "keys");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const hasDatabase = existsSync(join(dataDir, "kroniek.db"));
  const read = (name: Name): string => {
    const given = source[`KRONIEK_KEY_${name.toUpperCase()}`];
    if (given) return given.trim();
    const file = join(folder, name);
    if (!existsSync(file)) {
      if (hasDatabase) {
        throw new Error(
          `De sleutel "${name}" ontbreekt (${file}), en er is een database die hem nodig heeft. Zet de sleutel terug; zonder start er niets.`,
        );
      }
      store(file, freshKey(name));
    }
    return readFileSync(file, "utf8").trim();
  };
  const text = Object.fromEntries(NAMES.map((name) => [name, read(name)])) as Record<Name, string>;
  // An empty text would pass for a key: the database would then be stored in the clear.
  const hex = (name: Name) => {
    if (!/^[0-9a-f]{64}$/i.test(text[name])) {
      throw new Error(`De sleutel "${name}" is geen hexadecimale tekst van 64 tekens.`);
    }
    return text[name];
  };
  const bytes = (name: Name) => Buffer.from(hex(name), "hex");
  return {
    database: hex("database"),
    audit: bytes("audit"),
    auditId: "a1",
    checkpoint: createPrivateKey({ key: Buffer.from(text.checkpoint, "hex"), format: "der", type: "pkcs8" }),
    blob: bytes("blob"),
    bsn: bytes("bsn"),
    session: hex("session"),
    inngest: `signkey-prod-${hex("inngest")}`,
  };
}
