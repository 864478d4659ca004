import type { ReactNode } from "react";
import { cx } from "./cx";
import { iconClass, noticeClass, type Tone } from "./tone-class";

type BannerProps = { tone: Tone; icon: ReactNode; action?: ReactNode; children: ReactNode };

/** A strip above the content for what holds on every page: emergency access, signing out soon. */
export function Banner({ tone, icon, action, children }: BannerProps) {
  return (
    <div
      className={cx(
        "no-print flex flex-wrap items-center gap-3 border-b border-l-5 px-5 py-2",
        noticeClass[tone],
      )}
    >
      <span className={cx("[&>svg]:size-5", iconClass[tone])}>{icon}</span>
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
