import { courseChoices, courseOf } from "../dossier/instruments/course";
import {
  CorrectMeasurement,
  CourseOf,
  OneMeasurement,
  RecordMeasurement,
  SwitchInstrument,
} from "../dossier/instruments/input";
import {
  correctMeasurement,
  measureChoices,
  openMeasurement,
  recordMeasurement,
} from "../dossier/instruments/record";
import { listInstruments, switchInstrument } from "../dossier/instruments/switches";
import { anywhere, onClient } from "./procedure";
import { t } from "./trpc";

const edits = ["dossier.edit", "dossier.view"] as const;
const sees = ["dossier.view"] as const;
const manages = ["organisation.manage"] as const;

export const clinimetricsRouter = t.router({
  choices: onClient({ tasks: edits, audit: "measurement.form-opened" }).query(({ ctx }) =>
    measureChoices(ctx.act),
  ),
  open: onClient({ tasks: edits, audit: "measurement.form-opened" })
    .input(OneMeasurement)
    .query(({ ctx, input }) => openMeasurement(ctx.act, ctx.client, input)),
  record: onClient({ tasks: edits, audit: "measurement.recorded" })
    .input(RecordMeasurement)
    .mutation(({ ctx, input }) => recordMeasurement(ctx.act, ctx.client, input)),
  correct: onClient({ tasks: edits, audit: "measurement.corrected" })
    .input(CorrectMeasurement)
    .mutation(({ ctx, input }) => correctMeasurement(ctx.act, ctx.client, input)),
  /** Names and counts only: told by the course that stands under it. */
  courses: onClient({ tasks: sees, audit: { coveredBy: "measurement.course-viewed" } }).query(({ ctx }) =>
    courseChoices(ctx.act, ctx.client),
  ),
  course: onClient({ tasks: sees, audit: "measurement.course-viewed" })
    .input(CourseOf)
    .query(({ ctx, input }) => courseOf(ctx.act, ctx.client, input)),
  instruments: anywhere({ tasks: manages, audit: "instrument.listed" }).query(({ ctx }) =>
    listInstruments(ctx.act),
  ),
  switchInstrument: anywhere({ tasks: manages, audit: "instrument.switched" })
    .input(SwitchInstrument)
    .mutation(({ ctx, input }) => switchInstrument(ctx.act, input)),
});
