import { recordDecision } from "../consent/decide";
import { AddParty, ChangeParty, EndParty, ListBehind, RecordDecision } from "../consent/input";
import { countConsents, listBehind } from "../consent/overview";
import { addParty, changeParty, endParty, listParties } from "../consent/parties";
import { viewConsent } from "../consent/service";
import { anywhere, onClient } from "./procedure";
import { t } from "./trpc";

const manages = ["organisation.manage"] as const;

export const consentRouter = t.router({
  screen: onClient({ tasks: ["client.manage"], audit: "consent.viewed" }).query(({ ctx }) =>
    viewConsent(ctx.act, ctx.client),
  ),
  record: onClient({
    tasks: ["consent.change", "consent.record", "client.manage"],
    audit: "consent.recorded",
  })
    .input(RecordDecision)
    .mutation(({ ctx, input }) => recordDecision(ctx.act, ctx.client, input)),
  parties: anywhere({
    tasks: { anyOf: ["organisation.manage", "client.manage", "consent.exchange"] },
    audit: "party.listed",
  }).query(({ ctx }) => listParties(ctx.act)),
  addParty: anywhere({ tasks: manages, audit: "party.added" })
    .input(AddParty)
    .mutation(({ ctx, input }) => addParty(ctx.act, input)),
  changeParty: anywhere({ tasks: manages, audit: "party.changed" })
    .input(ChangeParty)
    .mutation(({ ctx, input }) => changeParty(ctx.act, input)),
  endParty: anywhere({ tasks: manages, audit: "party.ended" })
    .input(EndParty)
    .mutation(({ ctx, input }) => endParty(ctx.act, input)),
  overview: anywhere({
    tasks: { anyOf: ["organisation.manage", "client.manage"] },
    audit: "consent.overview-viewed",
  }).query(({ ctx }) => countConsents(ctx.act)),
  behind: anywhere({ tasks: ["client.manage"], audit: "consent.overview-viewed" })
    .input(ListBehind)
    .query(({ ctx, input }) => listBehind(ctx.act, input)),
});
