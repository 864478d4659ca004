import { EmergencyId, FindClient, ListEmergencies, OpenEmergency, ReviewEmergency } from "../emergency/input";
import { listEmergencies, reviewEmergency, trailOf } from "../emergency/review";
import {
  closeEmergency,
  currentEmergency,
  findForEmergency,
  openEmergency,
  ownEmergencies,
} from "../emergency/service";
import { anywhere, onClient } from "./procedure";
import { t } from "./trpc";

/** It opens a dossier to who reads dossiers elsewhere. */
const opens = ["emergency.open", "dossier.view"] as const;
const views = ["dossier.view"] as const;
const reviews = ["emergency.review"] as const;

/** Noodprocedure: one dossier, one hour, and somebody else's review. */
export const emergencyRouter = t.router({
  find: anywhere({ tasks: opens, audit: "emergency.searched" })
    .input(FindClient)
    .query(({ ctx, input }) => findForEmergency(ctx.act, input)),
  open: anywhere({ tasks: opens, audit: "emergency.opened", proof: true })
    .input(OpenEmergency)
    .mutation(({ ctx, input }) => openEmergency(ctx.act, input)),
  own: anywhere({ tasks: opens, audit: "emergency.own-listed" }).query(({ ctx }) => ownEmergencies(ctx.act)),
  /** Stands above each page of a client: told by the client that was opened. */
  current: onClient({ tasks: views, audit: { coveredBy: "client.opened" } }).query(({ ctx }) =>
    currentEmergency(ctx.act, ctx.client),
  ),
  close: onClient({ tasks: views, audit: "emergency.closed" }).mutation(({ ctx }) =>
    closeEmergency(ctx.act, ctx.client),
  ),
  list: anywhere({ tasks: reviews, audit: "emergency.listed" })
    .input(ListEmergencies)
    .query(({ ctx, input }) => listEmergencies(ctx.act, input)),
  /** Only says what to ask the log, which tells of itself. */
  trail: anywhere({ tasks: reviews, audit: { coveredBy: "emergency.listed" } })
    .input(EmergencyId)
    .query(({ ctx, input }) => trailOf(ctx.act, input)),
  review: anywhere({ tasks: reviews, audit: "emergency.reviewed" })
    .input(ReviewEmergency)
    .mutation(({ ctx, input }) => reviewEmergency(ctx.act, input)),
});
