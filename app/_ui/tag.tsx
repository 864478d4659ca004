import type { ReactNode } from "react";

/** A square grey label for a kind that is not a status: Observatie, SOEP. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-sm border border-line bg-surface-sunken px-1.75 text-xs leading-5 whitespace-nowrap text-ink">
      {children}
    </span>
  );
}
