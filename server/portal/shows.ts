import type { RelationKind } from "../access/relations";

/** What a procedure gives: the path of each field, `[]` for every one of a list. */
type Fields = readonly string[];

const ASKED = ["id", "title", "instruction", "dueOn", "askedBy", "submittedAt", "state", "late"] as const;
const list = (name: string, fields: Fields): string[] => fields.map((field) => `${name}[].${field}`);

const activities: Fields = list("activities", ASKED);
const activity: Fields = [
  ...ASKED,
  "savedAt",
  "intro",
  ...list("questions", ["code", "kind", "text", "help", "required"]),
  ...list("questions[].options", ["code", "label"]),
  ...["answers.*", "answers.*[]"],
  ...list("handedIn", ["code", "question", "answer"]),
];
const documents: Fields = [
  ...list("shared", ["id", "title", "fileName", "bytes", "sharedAt", "sharedBy"]),
  ...list("own", ["id", "title", "fileName", "bytes", "addedAt"]),
];
const messages: Fields = list("messages", ["id", "from", "at", "body", "withdrawnAt", "unread"]);
const access: Fields = [...list("staff", ["name", "title", "role"]), ...list("people", ["name", "kind"])];
const log: Fields = [
  ...["organisation", "older", "newer", "first", "last", "days[].day"],
  ...list("days[].entries", [
    ...["key", "from", "until", "times", "who", "role", "what", "task", "emergency", "outcome", "withheld"],
  ]),
];

/** Of an act that only answers that it was done. */
const NOTHING: Fields = [""];
const network: Fields = [
  "mayChange",
  ...list("people", ["relationId", "name", "relation", "madeAt", "activated", "role", "roleText", "you"]),
];

/** The same for each of these kinds; the others are refused at the door. */
function to(kinds: readonly RelationKind[], fields: Fields): Partial<Record<RelationKind, Fields>> {
  return Object.fromEntries(kinds.map((kind) => [kind, fields]));
}

const whoItIs: Fields = [
  "number",
  "formerNumbers[]",
  "name",
  "initials",
  ...list("relations", ["kind", "label", "relation"]),
];

const ALL: readonly RelationKind[] = ["client", "representative", "involved"];
const ALSO_NETWORK: readonly RelationKind[] = [...ALL, "network"];
const TOLD: readonly RelationKind[] = ["client", "representative", "network"];
const OWNERS: readonly RelationKind[] = ["client", "representative"];

/**
 * What is shown to whom in the portal: of each procedure about a client, by what someone is to that client, every field
 * there is (SECURITY.md A3). A field that is not here fails the build; nothing of the dossier is here for a betrokkene.
 */
export const SHOWS: Readonly<Record<string, Partial<Record<RelationKind, Fields>>>> = {
  "portal.client": to(ALSO_NETWORK, whoItIs),
  "portal.clients": to(
    ALSO_NETWORK,
    whoItIs.map((field) => `[].${field}`),
  ),
  "portalActivities.list": to(ALL, activities),
  "portalActivities.open": to(ALL, activity),
  "portalActivities.save": to(ALL, ["savedAt"]),
  "portalActivities.keep": to(ALL, ["savedAt"]),
  "portalActivities.submit": to(ALL, ["submittedAt"]),
  "portalDocuments.list": to(ALL, documents),
  "portalMessages.list": to(TOLD, messages),
  "portalMessages.unread": { ...to(TOLD, ["[].number", "[].unread"]), involved: [] },
  "portalMessages.read": to(TOLD, ["readAt"]),
  "portalAccess.people": to(ALL, access),
  "portalAccess.log": to(OWNERS, log),
  "portalCaren.network": to(["network"], network),
  "portalCaren.addMember": to(["network"], NOTHING),
  "portalCaren.removeMember": to(["network"], NOTHING),
};

/** The same of what someone in the portal reads of themselves alone, whatever they are to whom. */
export const SHOWS_SELF: Readonly<Record<string, Fields>> = {
  "portal.me": ["id", "name", "agreed", "organisation", "demo"],
  "portal.account": [
    ...["name", "email", "agreedAt"],
    ...list("sessions", ["createdAt", "lastSeenAt", "current"]),
  ],
  "portal.timeLeft": ["leftMs", "canStay"],
  "portalMessages.notices": ["on"],
  "portalSecondFactor.own": ["since", "codesLeft", "required"],
};
