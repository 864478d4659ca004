import { newId } from "@/server/core/ids";
import type { Declared } from "./declared";

const edits = ["dossier.edit", "dossier.view"] as const;
const manages = ["organisation.manage"] as const;

const onUnknown = (event: Declared["event"]): Declared => ({
  door: "anywhere",
  kind: "mutation",
  tasks: manages,
  event,
  input: () => ({ id: "no such questionnaire", version: 1 }),
  bad: { id: "no such questionnaire", version: 0 },
  answers: "questionnaire-gone",
});

export const QUESTIONNAIRES: Record<string, Declared> = {
  "questionnaires.list": {
    door: "anywhere",
    kind: "query",
    tasks: manages,
    event: "questionnaire.listed",
  },
  "questionnaires.open": {
    door: "anywhere",
    kind: "query",
    tasks: manages,
    event: "questionnaire.viewed",
    input: () => ({ id: "no such questionnaire" }),
    bad: { id: 1 },
    answers: "questionnaire-gone",
  },
  "questionnaires.save": {
    door: "anywhere",
    kind: "mutation",
    tasks: manages,
    event: "questionnaire.concept-saved",
    input: () => ({ requestKey: newId(0), definition: { title: "Slaap", intro: "", questions: [] } }),
    bad: { requestKey: "00000000", definition: { title: " ", intro: "", questions: [] } },
  },
  "questionnaires.publish": onUnknown("questionnaire.published"),
  "questionnaires.drop": onUnknown("questionnaire.concept-dropped"),
  "questionnaires.end": onUnknown("questionnaire.ended"),
  "questionnaires.reopen": onUnknown("questionnaire.reopened"),
  "questionnaires.choices": {
    door: "onClient",
    kind: "query",
    tasks: edits,
    event: "questionnaire.form-opened",
  },
  "questionnaires.filling": {
    door: "onClient",
    kind: "query",
    tasks: edits,
    event: "questionnaire.form-opened",
    input: () => ({ entryId: "no such entry" }),
    bad: { entryId: 1 },
    answers: "not-found",
  },
  "questionnaires.fillIn": {
    door: "onClient",
    kind: "mutation",
    tasks: edits,
    event: "questionnaire.filled-in",
    input: () => ({
      requestKey: newId(0),
      questionnaireId: "no such questionnaire",
      edition: 1,
      answers: {},
      submit: true,
    }),
    bad: { requestKey: "00000000", answers: [], submit: true },
    answers: "questionnaire-gone",
  },
};
