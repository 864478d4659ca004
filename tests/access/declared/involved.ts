import { newId } from "@/server/core/ids";
import type { Declared } from "./declared";

const sees = ["dossier.view"] as const;
const edits = ["dossier.edit", "dossier.view"] as const;
const shares = ["dossier.share", "dossier.view"] as const;
const asked = ["client", "representative", "involved"] as const;

const onClient = { door: "onClient", kind: "mutation" } as const;
const portal = { door: "portal", tasks: [], relations: asked } as const;
const nobody = { input: () => ({ relationId: "no-such-relation" }), bad: { relationId: 1 } };
const nothing = {
  input: () => ({ activityId: "no-such-activity" }),
  bad: { activityId: 1 },
  answers: "activity-gone",
} as const;
const answered = {
  ...nothing,
  input: () => ({ activityId: "no-such-activity", answers: {} }),
  bad: { activityId: "no-such-activity", answers: [1] },
} as const;

export const INVOLVED: Record<string, Declared> = {
  "involved.list": { door: "onClient", kind: "query", tasks: sees, event: "involved.viewed" },
  "involved.invite": {
    ...onClient,
    tasks: shares,
    event: "involved.invited",
    input: () => ({ kind: "involved", name: "", email: "geen adres" }),
    bad: { kind: "network", name: "Net Werk", email: "net@voorbeeld.nl" },
    answers: "form-invalid",
  },
  "involved.resend": {
    ...{ ...onClient, tasks: shares, event: "involved.resent" },
    ...nobody,
    answers: "portal-relation-gone",
  },
  "involved.remove": {
    ...{ ...onClient, tasks: shares, event: "involved.removed" },
    ...nobody,
    answers: "portal-relation-gone",
  },
  "involved.ask": {
    ...onClient,
    tasks: edits,
    event: "activity.asked",
    input: () => ({
      ...{ relationId: "no-such-relation", questionnaireId: "none", dueOn: "2026-12-01" },
      requestKey: newId(0),
    }),
    bad: { relationId: "x", questionnaireId: "x", dueOn: 1, requestKey: newId(0) },
    answers: "portal-person-gone",
  },
  "involved.withdraw": { ...onClient, tasks: edits, event: "activity.withdrawn", ...nothing },
  "involved.releases": {
    ...{ door: "onClient", kind: "query", tasks: sees, event: "release.viewed" },
    input: () => ({ entryId: "no such document" }),
    bad: { entryId: 1 },
    answers: "not-found",
  },
  "involved.release": {
    ...{ ...onClient, tasks: shares, event: "release.made" },
    input: () => ({ entryId: "no such document", relationIds: ["nobody"] }),
    bad: { entryId: "x", relationIds: [] },
    answers: "not-found",
  },
  "involved.endRelease": {
    ...{ ...onClient, tasks: shares, event: "release.ended" },
    input: () => ({ entryId: "no such document", relationId: "nobody" }),
    bad: { entryId: "x" },
    answers: "not-found",
  },
  "portalActivities.list": { ...portal, kind: "query", event: "activity.listed" },
  "portalActivities.open": { ...portal, kind: "query", event: "activity.opened", ...nothing },
  "portalActivities.save": {
    ...{ ...portal, kind: "mutation", event: "activity.opened", covered: true },
    ...answered,
  },
  "portalActivities.keep": { ...portal, kind: "mutation", event: "activity.saved", ...answered },
  "portalActivities.submit": { ...portal, kind: "mutation", event: "activity.submitted", ...answered },
  "portalDocuments.list": { ...portal, kind: "query", event: "portal-document.listed" },
  "portalAccess.people": { ...portal, kind: "query", event: "portal.access-viewed" },
  "portalAccess.log": {
    ...{ ...portal, kind: "query", event: "portal.log-viewed" },
    relations: ["client", "representative"],
    bad: { size: 0 },
  },
};
