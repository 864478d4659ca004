import { z } from "zod";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const code = z.string().min(1).max(80);
const requestKey = z.string().min(8).max(64);

/** What a measurement says, of an instrument or a plain measure. What the answers must be is checked by its rules. */
const Measured = z.object({
  measure: code,
  /** Amsterdam calendar day and wall clock, `HH:MM` */
  day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Item or reading code → the option chosen, or the number */
  answers: z.record(code, z.union([z.string().max(80), z.number()])),
  bodySite: z.string().trim().max(200).default(""),
  note: z.string().trim().max(4000).default(""),
  /** An unlikely reading was looked at again and is right */
  confirmed: z.boolean().default(false),
});

/** A new measurement; the same key again is the same measurement. */
export const RecordMeasurement = Measured.extend({ requestKey });

/** A measurement as it should have been: the entry, the version that was read, and why it is corrected. */
export const CorrectMeasurement = Measured.extend({
  entryId: z.string().max(64),
  version: z.number().int().min(1),
  reason: z.string().trim().max(500).default(""),
});

/** A measurement to correct. */
export const OneMeasurement = z.object({ entryId: z.string().max(64) });

/** The course of one measure over time. */
export const CourseOf = z.object({ measure: code });

/** An instrument put on or off; `version` is the one that was read. */
export const SwitchInstrument = z.object({
  instrument: code,
  enabled: z.boolean(),
  version: z.number().int().min(0),
});
