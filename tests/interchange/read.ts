import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { READ_LIMITS, type ReadItem, type ReadLimits } from "@/server/interchange/read/item";
import { readSource } from "@/server/interchange/read/source";

/** Reads a text or bytes as if it were a file, handed over in chunks of `chunk` bytes. */
export async function readAll(
  content: string | Buffer,
  {
    name = "file",
    chunk = 7,
    limits = READ_LIMITS,
  }: { name?: string; chunk?: number; limits?: ReadLimits } = {},
): Promise<ReadItem[]> {
  const bytes = Buffer.from(content);
  async function* open() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const items: ReadItem[] = [];
  for await (const item of readSource({ name, bytes: bytes.length, open }, limits)) items.push(item);
  return items;
}

/** The same, in short: the resource, the reason of a refusal with its place, or `skipped`. */
export async function outcomes(...input: Parameters<typeof readAll>): Promise<unknown[]> {
  return (await readAll(...input)).map((item) =>
    item.kind === "resource" ? item.resource : item.kind === "refused" ? [item.reason, item.at] : "skipped",
  );
}

/** Files of a folder of the shared test data; empty where that data is not at hand. */
export function sharedFiles(folder: string, extension: string): string[] {
  const root = join(process.env.KRONIEK_SHARED ?? resolve("../shared"), "data", folder);
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(root, name));
}
