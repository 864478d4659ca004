import type { InngestFunction } from "inngest";
import { closeCancelled, makeExport, sweepExpired } from "./export";

/** Every function of the product; the engine and a real Inngest server get the same list. */
export const functions: InngestFunction.Any[] = [makeExport, sweepExpired, closeCancelled];
