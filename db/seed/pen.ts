import { createHash } from "node:crypto";
import type { DemoPen } from "@/server/dossier/demo-pen";
import type { PreparedFile } from "@/server/files/store";
import { makeCalendar } from "./calendar";
import { demoId, makeChance } from "./chance";
import { colleagueAt } from "./colleagues";

/** What a pen needs to know of the client it writes for. */
export interface Subject {
  client: DemoPen["client"];
  fill: DemoPen["fill"];
  /** Code of the location whose team writes */
  location: string;
  /** Epoch ms: now, or the end of care of someone who left */
  until: number;
}

/** A pen, and the files its documents brought along. */
export interface FilledPen extends DemoPen {
  files: PreparedFile[];
}

/**
 * The pen a dossier part writes its demo entries with. Each part has its own row of choices, so that what one part
 * writes never changes another.
 * @param topic the part's address, e.g. `reports`
 */
export function makePen({ client, fill, location, until }: Subject, topic: string): FilledPen {
  const chance = makeChance(`${client.number}/${topic}`);
  const calendar = makeCalendar(until);
  const files: PreparedFile[] = [];
  return {
    client,
    fill,
    now: until,
    ...chance,
    daysAgo: (days) => calendar.at(days, chance.int(7 * 60, 21 * 60)),
    day: calendar.day,
    colleague: (discipline) => colleagueAt(chance, location, discipline),
    files,
    file: ({ name, mime, bytes }) => {
      const fileId = demoId(until, `${client.number}/files/${files.length}/${name}`);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      files.push({ fileId, mime, content: bytes, bytes: bytes.length, sha256 });
      return { fileId, bytes: bytes.length, sha256 };
    },
  };
}
