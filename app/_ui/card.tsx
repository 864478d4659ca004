import type { ReactNode } from "react";
import { cx } from "./cx";

type CardProps = {
  title?: ReactNode;
  /** A link or count at the right of the heading. */
  aside?: ReactNode;
  /** Heading level in the page; 2 unless it is inside a section with its own h2. */
  level?: 2 | 3;
  /** A table fills the card to its edges. */
  flush?: boolean;
  children: ReactNode;
};

/** White paper with a hairline. No cards in cards. */
export function Card({ title, aside, level = 2, flush, children }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="print-whole min-w-0 overflow-clip rounded-lg border border-line bg-surface">
      {(title || aside) && (
        <header className="flex flex-wrap items-center justify-between gap-x-3 px-pad pt-3">
          {title && <Heading className="text-base">{title}</Heading>}
          {aside && <div className="text-sm whitespace-nowrap">{aside}</div>}
        </header>
      )}
      <div
        className={cx(
          flush
            ? Boolean(title) && "mt-2 border-t border-line"
            : cx("px-pad pb-pad", title ? "pt-2" : "pt-3"),
        )}
      >
        {children}
      </div>
    </section>
  );
}
