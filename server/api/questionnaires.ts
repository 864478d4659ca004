import { fillIn, fillingChoices, openFilling } from "../questionnaires/filling";
import {
  ChangeQuestionnaire,
  FillIn,
  OneFilling,
  OneQuestionnaire,
  SaveConcept,
} from "../questionnaires/input";
import {
  dropConcept,
  endQuestionnaire,
  listQuestionnaires,
  openQuestionnaire,
  publishConcept,
  reopenQuestionnaire,
  saveConcept,
} from "../questionnaires/service";
import { anywhere, onClient } from "./procedure";
import { t } from "./trpc";

const edits = ["dossier.edit", "dossier.view"] as const;
const manages = ["organisation.manage"] as const;

export const questionnairesRouter = t.router({
  list: anywhere({ tasks: manages, audit: "questionnaire.listed" }).query(({ ctx }) =>
    listQuestionnaires(ctx.act),
  ),
  open: anywhere({ tasks: manages, audit: "questionnaire.viewed" })
    .input(OneQuestionnaire)
    .query(({ ctx, input }) => openQuestionnaire(ctx.act, input)),
  save: anywhere({ tasks: manages, audit: "questionnaire.concept-saved" })
    .input(SaveConcept)
    .mutation(({ ctx, input }) => saveConcept(ctx.act, input)),
  publish: anywhere({ tasks: manages, audit: "questionnaire.published" })
    .input(ChangeQuestionnaire)
    .mutation(({ ctx, input }) => publishConcept(ctx.act, input)),
  drop: anywhere({ tasks: manages, audit: "questionnaire.concept-dropped" })
    .input(ChangeQuestionnaire)
    .mutation(({ ctx, input }) => dropConcept(ctx.act, input)),
  end: anywhere({ tasks: manages, audit: "questionnaire.ended" })
    .input(ChangeQuestionnaire)
    .mutation(({ ctx, input }) => endQuestionnaire(ctx.act, input)),
  reopen: anywhere({ tasks: manages, audit: "questionnaire.reopened" })
    .input(ChangeQuestionnaire)
    .mutation(({ ctx, input }) => reopenQuestionnaire(ctx.act, input)),
  choices: onClient({ tasks: edits, audit: "questionnaire.form-opened" }).query(({ ctx }) =>
    fillingChoices(ctx.act),
  ),
  filling: onClient({ tasks: edits, audit: "questionnaire.form-opened" })
    .input(OneFilling)
    .query(({ ctx, input }) => openFilling(ctx.act, ctx.client, input)),
  fillIn: onClient({ tasks: edits, audit: "questionnaire.filled-in" })
    .input(FillIn)
    .mutation(({ ctx, input }) => fillIn(ctx.act, ctx.client, input)),
});
