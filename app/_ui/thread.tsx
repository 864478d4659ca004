import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "./cx";

/** A history as a line: time at the left, dot, entry. Holds ThreadDay, ThreadEntry and ThreadSince, newest first. */
export function Thread({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="grid">
      {children}
    </section>
  );
}

/** Heading of a day: "Maandag 23 november", with a word beside it ("vandaag"). */
export function ThreadDay({ title, note }: { title: ReactNode; note?: ReactNode }) {
  return (
    <div className="flex items-baseline gap-3 py-2">
      <h2 className="text-base first-letter:uppercase">{title}</h2>
      {note && <span className="text-sm text-muted">{note}</span>}
    </div>
  );
}

type ThreadEntryProps = {
  /** The time, bold. */
  at: ReactNode;
  /** Under the time: the shift. */
  part?: ReactNode;
  /** Room for a whole date in front of the line. */
  wide?: boolean;
  /** New to you: a filled dot, and a word for who cannot see it. */
  isNew?: boolean;
  /** White paper round the entry, for what is read (reports, messages). */
  boxed?: boolean;
  children: ReactNode;
};

/** One moment on the line. On a phone the time stands above the entry. */
export function ThreadEntry({ at, part, wide, isNew, boxed, children }: ThreadEntryProps) {
  const t = useTranslations("ui");
  return (
    <article
      className={cx(
        "print-whole grid",
        wide ? "tablet:grid-cols-[7rem_minmax(0,1fr)]" : "tablet:grid-cols-[4.25rem_minmax(0,1fr)]",
      )}
    >
      <div className="pt-2.75 pr-3 text-right text-sm text-muted max-tablet:flex max-tablet:items-baseline max-tablet:gap-2 max-tablet:border-l-2 max-tablet:border-line-strong max-tablet:pt-0 max-tablet:pb-1 max-tablet:pl-4.5">
        <b className="block text-base text-ink">{at}</b>
        {part}
      </div>
      <div
        className={cx(
          "relative min-w-0 border-l-2 border-line-strong pb-3 pl-4.5",
          "before:absolute before:top-3.75 before:-left-1.75 before:size-3 before:rounded-full before:border-2 max-tablet:before:-top-5",
          isNew ? "before:border-accent before:bg-accent" : "before:border-line-strong before:bg-canvas",
        )}
      >
        {isNew && <span className="sr-only">{t("threadNew")}</span>}
        <div className={boxed ? "rounded-lg border border-line bg-surface px-pad pt-2 pb-3" : "pt-2.75 pb-1"}>
          {children}
        </div>
      </div>
    </article>
  );
}

/** The line between what is new since your last shift and what you have seen. */
export function ThreadSince({ children }: { children: ReactNode }) {
  return (
    <p className="my-1 flex items-center gap-3 text-sm font-bold before:h-0.75 before:w-16 before:bg-focus-halo after:h-0.75 after:flex-1 after:bg-focus-halo max-tablet:before:w-4">
      {children}
    </p>
  );
}
