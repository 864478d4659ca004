import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Navigation at the left; `children` is the page's ClientContent, which brings content and actions. */
export function ClientColumns({ nav, children }: { nav: ReactNode; children: ReactNode }) {
  return (
    <div className="print-flow grid max-w-400 grid-cols-[minmax(0,1fr)] tablet:grid-cols-[var(--side-w)_minmax(0,1fr)] has-[>aside]:desk:grid-cols-[var(--side-w)_minmax(0,1fr)_var(--actions-w)]">
      {nav}
      {children}
    </div>
  );
}

/** Content of a client page with its right-hand action menu, which goes under it when there is no room. */
export function ClientContent({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const t = useTranslations("client");
  return (
    <>
      <main
        id="main"
        tabIndex={-1}
        className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-gap p-5 max-tablet:p-4"
      >
        {children}
      </main>
      {actions && (
        <aside
          aria-label={t("aside")}
          className="no-print grid min-w-0 content-start gap-4 py-5 pr-5 text-sm max-desk:col-start-2 max-desk:px-5 max-desk:pt-0 max-tablet:col-start-1 max-tablet:px-4"
        >
          {actions}
        </aside>
      )}
    </>
  );
}
