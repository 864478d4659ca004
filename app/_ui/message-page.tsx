import type { ReactNode } from "react";

/** A page that only says something: not found, failed. */
export function MessagePage({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid max-w-160 content-start gap-4 px-5 py-12">
      <h1 className="in-data-[side=caren]:font-reading">{title}</h1>
      <div className="grid gap-2 text-read">{children}</div>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </main>
  );
}
