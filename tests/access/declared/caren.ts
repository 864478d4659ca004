import { newId } from "@/server/core/ids";
import type { Declared } from "./declared";

const views = { tasks: ["caren.view"], kind: "query" } as const;
const edits = { door: "onClient", kind: "mutation", tasks: ["caren.edit"] } as const;
const member = { door: "portal", tasks: [], relations: ["network"] } as const;
const noCode = { code: "7K3Q-7K3Q-7K3Q-7K3Q" };

export const CAREN: Record<string, Declared> = {
  "caren.dashboard": { ...views, door: "anywhere", event: "caren.dashboard-viewed" },
  "caren.list": { ...views, door: "anywhere", event: "caren.listed", bad: { size: 0 } },
  "caren.locations": { ...views, door: "anywhere", event: "caren.locations-viewed" },
  "caren.location": {
    ...{ ...views, door: "anywhere", event: "caren.location-viewed" },
    input: () => ({ code: "NO-SUCH-PLACE" }),
    bad: { code: 1 },
    answers: "location-gone",
  },
  "caren.client": { ...views, door: "onClient", event: "caren.client-viewed" },
  "caren.invite": {
    ...{ door: "onClient", kind: "mutation", tasks: ["caren.invite"], event: "caren.invited" },
    input: () => ({ requestKey: newId(0) }),
    bad: { requestKey: 1 },
    answers: "caren-no-address",
  },
  "caren.revoke": {
    ...{ ...edits, event: "caren.invitation-revoked" },
    input: () => ({ invitationId: "none" }),
    bad: { invitationId: 1 },
    answers: "caren-invitation-gone",
  },
  "caren.unlink": {
    ...{ ...edits, event: "caren.unlinked" },
    input: () => ({ linkId: "none", reason: "verhuisd" }),
    bad: { linkId: "none" },
    answers: "caren-link-gone",
  },
  "caren.settings": {
    ...{ door: "anywhere", kind: "query", tasks: ["caren.settings"], event: "caren.settings-viewed" },
  },
  "caren.changeSettings": {
    ...{ door: "anywhere", kind: "mutation", tasks: ["caren.settings"], event: "caren.settings-changed" },
    input: () => ({ driver: "http", messagesToNetwork: true, messagesToClient: true, version: 0 }),
    bad: { driver: "pigeon", messagesToNetwork: true, messagesToClient: true, version: 0 },
    answers: "caren-no-base-url",
  },
  "portalCaren.redeem": {
    ...{ door: "portalSelf", kind: "mutation", tasks: [], event: "caren.redeemed" },
    input: () => noCode,
    bad: { code: 1 },
    answers: "caren-code-wrong",
  },
  "portalCaren.join": {
    ...{ door: "open", kind: "mutation", tasks: [], event: "caren.redeemed" },
    input: () => ({ ...noCode, name: "X", email: "x@y.example", newPassword: "vier losse woorden hier" }),
    bad: { code: 1 },
    answers: "caren-code-wrong",
  },
  "portalCaren.network": { ...member, kind: "query", event: "caren.network-viewed" },
  "portalCaren.addMember": {
    ...{ ...member, kind: "mutation", event: "caren.member-added" },
    input: () => ({ name: "X", email: "x@y.example" }),
    bad: { name: 1 },
    answers: "caren-not-manager",
  },
  "portalCaren.removeMember": {
    ...{ ...member, kind: "mutation", event: "caren.member-removed" },
    input: () => ({ relationId: "none" }),
    bad: { relationId: 1 },
    answers: "caren-not-manager",
  },
};
