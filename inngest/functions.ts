import type { InngestFunction } from "inngest";

/** Every function of the product; the engine and a real Inngest server get the same list. */
export const functions: InngestFunction.Any[] = [];
