import { statfs } from "node:fs/promises";

/** Files stop being made while this many bytes of the disk are still free, so that the database can go on writing. */
export const MINIMUM_FREE = 256 * 1024 * 1024;

/** Whether a folder's disk keeps enough free when so many bytes are added. */
export async function hasDiskRoom(folder: string, bytes = 0, minimumFree = MINIMUM_FREE): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize - bytes >= minimumFree;
}

/** True for the errors of a disk or quota that is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}
