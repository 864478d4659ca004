import type { Declared } from "./declared";

const sees = { anyOf: ["caren.view", "caren.bulk-message"] } as const;
const sends = ["caren.bulk-message"] as const;
const told = ["client", "representative", "network"] as const;

const nowhere = {
  input: () => ({ location: "nergens" }),
  bad: { location: 1 },
  answers: "location-gone",
} as const;
const nothing = {
  input: () => ({ messageId: "no-such-message" }),
  bad: { messageId: 1 },
  answers: "message-gone",
} as const;
const list = { door: "anywhere", kind: "query", tasks: sees } as const;
const asks = { door: "anywhere", kind: "query", tasks: sends } as const;
const does = { door: "anywhere", kind: "mutation", tasks: sends } as const;
const own = { door: "portal", tasks: [], relations: told } as const;

export const LOCATION_MESSAGES: Record<string, Declared> = {
  "locationMessages.list": { ...list, event: "message.listed", bad: { size: 0 } },
  "locationMessages.view": { ...list, event: "message.viewed", ...nothing },
  "locationMessages.progress": { ...list, event: "message.viewed", covered: true, ...nothing },
  "locationMessages.recipients": { ...list, event: "message.recipients-viewed", ...nothing },
  "locationMessages.preview": { ...asks, event: "message.previewed", ...nowhere },
  "locationMessages.unreached": { ...asks, event: "message.unreached-viewed", ...nowhere },
  "locationMessages.keep": {
    ...{ ...does, event: "message.drafted" },
    ...{ input: () => ({ location: "nergens", body: "" }), bad: { location: 1, body: "" } },
    answers: "location-gone",
  },
  "locationMessages.send": {
    ...{ ...does, event: "message.sent" },
    input: () => ({
      ...{ location: "nergens", body: "Beste familie", scheduledAt: null, requestKey: "only-once" },
      ...{ seenClients: 1, seenAccounts: 1 },
    }),
    bad: { location: 1 },
    answers: "location-gone",
  },
  "locationMessages.withdraw": { ...does, event: "message.withdrawn", ...nothing },
  "portalMessages.list": { ...own, kind: "query", event: "portal-message.listed" },
  "portalMessages.read": { ...own, kind: "mutation", event: "portal-message.read", ...nothing },
  "portalMessages.unread": {
    ...{ door: "portalSelf", kind: "query", tasks: [] },
    ...{ event: "portal.clients-viewed", covered: true },
  },
  "portalMessages.notices": {
    ...{ door: "portalSelf", kind: "query", tasks: [] },
    ...{ event: "portal.account-viewed", covered: true },
  },
  "portalMessages.setNotices": {
    ...{ door: "portalSelf", kind: "mutation", tasks: [] },
    ...{ event: "portal-message.notices-set", input: () => ({ on: false }), bad: { on: "ja" } },
  },
};
