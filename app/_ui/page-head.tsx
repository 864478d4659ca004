import type { ReactNode } from "react";

type PageHeadProps = {
  title: ReactNode;
  /** One sentence in grey under the heading. */
  note?: ReactNode;
  /** Breadcrumb above the heading. */
  above?: ReactNode;
  /** A count, a link or the page's button, at the right. */
  aside?: ReactNode;
};

/** The heading of a page, one `h1`. The document title is set by the page's metadata and never holds a name. */
export function PageHead({ title, note, above, aside }: PageHeadProps) {
  return (
    <div>
      {above}
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <div className="min-w-0">
          <h1 className="in-data-[side=caren]:font-reading">{title}</h1>
          {note && <p className="max-w-(--measure) text-muted">{note}</p>}
        </div>
        {aside && <div className="pt-1.5 text-sm text-muted">{aside}</div>}
      </div>
    </div>
  );
}
