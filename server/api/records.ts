import {
  AddRecord,
  ChangeRecord,
  MoveClient,
  ReadCards,
  ReadHistory,
  WithdrawRecord,
} from "../clients/input";
import { cardsOf, readHistory } from "../clients/records/cards";
import { addRecord, changeRecord, moveClient, withdrawRecord } from "../clients/records/service";
import { onClient } from "./procedure";
import { t } from "./trpc";

const reads = { anyOf: ["client.manage", "dossier.view"] } as const;
const manages = ["client.manage"] as const;
const edits = ["dossier.edit"] as const;

/** What is recorded around a client: contacts, stays, notes, appointments … each kind declared once. */
export const recordsRouter = t.router({
  cards: onClient({ tasks: reads, audit: "client.records-viewed" })
    .input(ReadCards)
    .query(({ ctx, input }) => cardsOf(ctx.act, ctx.client, input.page)),
  history: onClient({ tasks: reads, audit: "client.history-viewed" })
    .input(ReadHistory)
    .query(({ ctx, input }) => readHistory(ctx.act, ctx.client, input)),
  add: onClient({ tasks: manages, audit: "client.record-added" })
    .input(AddRecord)
    .mutation(({ ctx, input }) => addRecord(ctx.act, ctx.client, "client.manage", input)),
  change: onClient({ tasks: manages, audit: "client.record-changed" })
    .input(ChangeRecord)
    .mutation(({ ctx, input }) => changeRecord(ctx.act, ctx.client, "client.manage", input)),
  withdraw: onClient({ tasks: manages, audit: "client.record-withdrawn" })
    .input(WithdrawRecord)
    .mutation(({ ctx, input }) => withdrawRecord(ctx.act, ctx.client, "client.manage", input)),
  move: onClient({ tasks: manages, audit: "client.moved" })
    .input(MoveClient)
    .mutation(({ ctx, input }) => moveClient(ctx.act, ctx.client, input)),
});

/** Treatment limits and advance directives are part of the dossier: another task writes them. */
export const directivesRouter = t.router({
  add: onClient({ tasks: edits, audit: "directive.added" })
    .input(AddRecord)
    .mutation(({ ctx, input }) => addRecord(ctx.act, ctx.client, "dossier.edit", input)),
  change: onClient({ tasks: edits, audit: "directive.changed" })
    .input(ChangeRecord)
    .mutation(({ ctx, input }) => changeRecord(ctx.act, ctx.client, "dossier.edit", input)),
  withdraw: onClient({ tasks: edits, audit: "directive.withdrawn" })
    .input(WithdrawRecord)
    .mutation(({ ctx, input }) => withdrawRecord(ctx.act, ctx.client, "dossier.edit", input)),
});
