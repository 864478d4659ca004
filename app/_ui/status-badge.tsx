import type { ReactNode } from "react";
import { cx } from "./cx";
import { badgeClass, type Tone } from "./tone-class";

type StatusBadgeProps = {
  tone: Tone;
  /** A lucide icon element. */
  icon: ReactNode;
  children: ReactNode;
};

/** A status that stands out: icon, word and colour. A normal outcome in a long list is plain text. */
export function StatusBadge({ tone, icon, children }: StatusBadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.25 rounded-full border py-px pr-2 pl-1.5 text-sm font-medium whitespace-nowrap",
        "max-tablet:rounded-md max-tablet:whitespace-normal [&>svg]:size-3.75 [&>svg]:flex-none",
        badgeClass[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
