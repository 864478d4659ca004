import { expect, test } from "vitest";
import { makeCalendar } from "@/db/seed/calendar";
import { castOf } from "@/db/seed/cast";
import { demoDossier } from "@/db/seed/dossier";
import { subjectOf } from "@/db/seed/rows";
import { VOLUME } from "@/db/seed/volume";
import { startOfDay } from "@/server/core/clock";

/** The measurements of the client with the long dossier, written at a moment. */
function longMeasurements(now: number) {
  const demo = castOf(makeCalendar(now)).find(({ number }) => number === 10_006);
  if (!demo) throw new Error("There is no client 10006.");
  const subject = subjectOf(demo, now);
  const dossier = demoDossier({ ...demo, only: ["measurements"] }, "client", subject, new Map());
  return { entries: dossier.rows.flatMap(({ rows }) => rows), since: startOfDay(subject.client.inCareSince) };
}

test.each([
  ["half past eleven on a winter evening", "2026-11-21T23:30+01:00"],
  ["half past eleven on the evening of the change to winter time", "2026-10-25T23:30+01:00"],
  ["half past eleven on a winter evening, half a year on", "2027-02-10T23:30+01:00"],
  ["half past midnight on a summer night", "2026-06-21T00:30+02:00"],
  ["ten in the morning", "2026-11-21T10:00+01:00"],
])("10006 has all its measurements, none before admission, when the demo is made at %s", (_, at) => {
  const now = Date.parse(at);
  const { entries, since } = longMeasurements(now);
  expect(entries).toHaveLength(VOLUME.measurements);
  for (const { moment } of entries) {
    expect(moment).toBeGreaterThanOrEqual(since);
    expect(moment).toBeLessThanOrEqual(now);
  }
});
