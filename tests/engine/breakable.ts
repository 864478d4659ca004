import type { Database } from "@/db/client";

/** A database whose process dies at a chosen write: that write and all after it never answer. */
export interface Breakable {
  db: Database;
  /** Resolves once the chosen write was reached */
  died: Promise<void>;
}

/**
 * @param at which write, counted from 1
 * @param moment `before`: the write is not stored · `after`: it is stored, but its caller never hears of it
 */
export function dieAt(real: Database, at: number, moment: "before" | "after"): Breakable {
  let count = 0;
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  const never = new Promise<never>(() => undefined);
  const db: Database = {
    ...real,
    write: async (work, options) => {
      count += 1;
      if (count > at) return never;
      if (count < at) return real.write(work, options);
      if (moment === "after") await real.write(work, options);
      die();
      return never;
    },
  };
  return { db, died };
}
