import { dropDraft, saveDraft } from "../dossier/draft";
import { openForm } from "../dossier/form";
import {
  AddEntry,
  ArchiveEntry,
  CorrectEntry,
  EndEntry,
  OneEntry,
  OpenForm,
  RestoreEntry,
  SaveDraft,
  SeenPart,
} from "../dossier/input";
import { markSeen } from "../dossier/news";
import { viewEntry } from "../dossier/service";
import { viewVersions } from "../dossier/versions";
import {
  addFromForm,
  archiveFromForm,
  correctFromForm,
  endFromForm,
  restoreFromForm,
} from "../dossier/write/from-form";
import { onClient } from "./procedure";
import { t } from "./trpc";

/** Who writes also reads: the form shows what is there, and a conflict the difference. */
const edits = ["dossier.edit", "dossier.view"] as const;
const views = ["dossier.view"] as const;

export const entriesRouter = t.router({
  form: onClient({ tasks: edits, audit: "dossier.form-opened" })
    .input(OpenForm)
    .query(({ ctx, input }) => openForm(ctx.act, ctx.client, input)),
  add: onClient({ tasks: edits, audit: "dossier.entry-added" })
    .input(AddEntry)
    .mutation(({ ctx, input }) => addFromForm(ctx.act, ctx.client, input)),
  correct: onClient({ tasks: edits, audit: "dossier.entry-corrected" })
    .input(CorrectEntry)
    .mutation(({ ctx, input }) => correctFromForm(ctx.act, ctx.client, input)),
  end: onClient({ tasks: edits, audit: "dossier.entry-ended" })
    .input(EndEntry)
    .mutation(({ ctx, input }) => endFromForm(ctx.act, ctx.client, input)),
  archive: onClient({ tasks: edits, audit: "dossier.entry-archived" })
    .input(ArchiveEntry)
    .mutation(({ ctx, input }) => archiveFromForm(ctx.act, ctx.client, input)),
  restore: onClient({ tasks: edits, audit: "dossier.entry-restored" })
    .input(RestoreEntry)
    .mutation(({ ctx, input }) => restoreFromForm(ctx.act, ctx.client, input)),
  entry: onClient({ tasks: views, audit: "dossier.entry-viewed" })
    .input(OneEntry)
    .query(({ ctx, input }) => viewEntry(ctx.act, ctx.client, input)),
  versions: onClient({ tasks: views, audit: "dossier.versions-viewed" })
    .input(OneEntry)
    .query(({ ctx, input }) => viewVersions(ctx.act, ctx.client, input)),
  /** A draft is no dossier yet, and its writer's only: told by the opening of its form. */
  saveDraft: onClient({ tasks: edits, audit: { coveredBy: "dossier.form-opened" } })
    .input(SaveDraft)
    .mutation(({ ctx, input }) => saveDraft(ctx.act, ctx.client, input)),
  dropDraft: onClient({ tasks: edits, audit: { coveredBy: "dossier.form-opened" } })
    .input(OpenForm)
    .mutation(({ ctx, input }) => dropDraft(ctx.act, ctx.client, input)),
  /** Says that the list, which was logged, was on the screen. */
  seen: onClient({ tasks: views, audit: { coveredBy: "dossier.part-viewed" } })
    .input(SeenPart)
    .mutation(({ ctx, input }) => markSeen(ctx.act, ctx.client, input)),
});
