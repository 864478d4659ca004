import { CarryOutMerge, CarryOutUndo, PreviewMerge, PreviewUndo } from "../merge/input";
import { carryOutMerge, previewMerge } from "../merge/service";
import { carryOutUndo } from "../merge/undo";
import { mergesOf, previewUndo } from "../merge/undo-view";
import { onClient, onClientPair } from "./procedure";
import { t } from "./trpc";

const tasks = ["client.manage", "client.merge"] as const;

/** Two clients who are one person: looked at side by side, made one, and made two again. */
export const mergeRouter = t.router({
  list: onClient({ tasks, audit: "merge.viewed" }).query(({ ctx }) => mergesOf(ctx.act, ctx.client)),
  preview: onClientPair({ tasks, audit: "merge.previewed" })
    .input(PreviewMerge)
    .query(({ ctx, input }) => previewMerge(ctx.act, ctx.client, ctx.other, input)),
  carryOut: onClientPair({ tasks, audit: "merge.carried-out", proof: true })
    .input(CarryOutMerge)
    .mutation(({ ctx, input }) => carryOutMerge(ctx.act, ctx.client, ctx.other, input)),
  previewUndo: onClient({ tasks, audit: "merge.undo-previewed" })
    .input(PreviewUndo)
    .query(({ ctx, input }) => previewUndo(ctx.act, ctx.client, input)),
  undo: onClient({ tasks, audit: "merge.undone", proof: true })
    .input(CarryOutUndo)
    .mutation(({ ctx, input }) => carryOutUndo(ctx.act, ctx.client, input)),
});
