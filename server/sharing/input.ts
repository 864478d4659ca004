import { z } from "zod";

const requestKey = z.string().min(8).max(64);
const rowId = z.string().min(1).max(64);
/** What is wrong with a text is told at its field, so any may come in. */
const values = z.record(z.string().max(40), z.string().max(100_000));

/** One key for one intention: the same request again is the same role and the same mails. */
export const AddRole = z.object({ values, requestKey });
/** `rowId`: the role as the page showed it; one that was changed meanwhile has another. */
export const ChangeRole = z.object({ rowId, values, requestKey });
/** `rowId`: the role that is taken away, or that one gives up. */
export const OneRole = z.object({ rowId });
/** `rowId`: the role of who becomes the owner. */
export const TransferOwnership = z.object({ rowId, requestKey });
