import { useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/app/_ui/time";
import { TopBar, type TopBarProps } from "./top-bar";

type StaffShellProps = TopBarProps & {
  /** Banners that hold on every page: emergency access, signing out soon. */
  banner?: ReactNode;
  children: ReactNode;
};

/** What is round every staff page. A page brings its own `<main id="main">` (PageMain or ClientContent). */
export function StaffShell({ banner, children, ...bar }: StaffShellProps) {
  const t = useTranslations("shell");
  const now = useNow();
  return (
    <>
      <a
        href="#main"
        className="no-print absolute left-2 -top-20 z-(--z-toast) bg-surface px-4 py-2 focus:top-1"
      >
        {t("skip")}
      </a>
      <header className="contents">
        <TopBar {...bar} />
        {bar.demo && (
          <p className="no-print border-b border-line bg-surface-changed px-5 py-0.75 text-xs">
            {t("demoBanner")}
          </p>
        )}
        {banner}
      </header>
      <p className="print-only text-sm">
        {t("printedBy", { name: bar.user.name })} <Moment value={now.getTime()} format="long" />
      </p>
      {children}
    </>
  );
}
