import type { ReactNode } from "react";

/** Content of a page without a client, with a 312 px column at the right if there is something for it. */
export function PageMain({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="print-flow mx-auto grid max-w-400 gap-gap p-5 max-tablet:p-4 has-[>aside]:desk:grid-cols-[minmax(0,1fr)_19.5rem]">
      <main id="main" tabIndex={-1} className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-gap">
        {children}
      </main>
      {aside && <aside className="grid min-w-0 content-start gap-gap">{aside}</aside>}
    </div>
  );
}
