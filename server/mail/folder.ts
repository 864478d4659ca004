import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Carrier, Message } from "./carrier";

/** Where mail lies when there is no mail server. */
export function mailFolder(dataDir: string): string {
  return join(dataDir, "mail");
}

/** The file of a mail. */
export function fileOf(dataDir: string, mailId: string): string {
  return join(mailFolder(dataDir), `${mailId}.eml`);
}

/** As the mail would be, in plain UTF-8 (RFC 6532), so that its link can be copied whole. */
function written({ id, from, to, subject, text, at }: Message): string {
  const heads = [
    `Date: ${new Date(at).toUTCString()}`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}@kroniek>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
  ];
  return `${heads.join("\r\n")}\r\n\r\n${text.replaceAll("\n", "\r\n")}`;
}

async function put(dataDir: string, message: Message): Promise<void> {
  const file = fileOf(dataDir, message.id);
  await mkdir(mailFolder(dataDir), { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomBytes(4).toString("hex")}`;
  const handle = await open(aside, "wx", 0o600);
  try {
    await handle.writeFile(written(message));
    await handle.sync();
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(aside, file);
}

/**
 * Lays mail in `DATA_DIR/mail`, a file each, readable by the owner only: for demos, and where no mail server has been
 * set up yet. The same mail is the same file.
 */
export function createFolderCarrier(
  dataDir: string,
  log: (message: string, facts: Record<string, string>) => void,
): Carrier {
  return {
    usable: true,
    repeatable: true,
    lanes: 1,
    ready: async () => true,
    send: async (message) => {
      try {
        await put(dataDir, message);
        return { went: "sent" };
      } catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
        log("A mail could not be laid in the data folder", { mail: message.id, error: code });
        return { went: "again", problem: "folder-unwritable" };
      }
    },
    close: () => undefined,
  };
}

/** The text of a mail that lies in the folder; nothing when it does not. */
export async function readLaid(dataDir: string, mailId: string): Promise<string | null> {
  try {
    const file = await readFile(fileOf(dataDir, mailId), "utf8");
    return file.slice(file.indexOf("\r\n\r\n") + 4).replaceAll("\r\n", "\n");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
