import type { ReactNode } from "react";

/** Content of a page of the portal: one calm column. */
export function PortalMain({ children }: { children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto grid max-w-180 grid-cols-[minmax(0,1fr)] content-start gap-gap px-pad pt-6 pb-16"
    >
      {children}
    </main>
  );
}
