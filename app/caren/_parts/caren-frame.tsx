import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "@/app/_ui/brand-mark";
import { PageLink } from "@/app/_ui/page-link";

type CarenFrameProps = {
  /** Whose this is; unknown until there is one top location. */
  organisation: string | null;
  demo: boolean;
  /** Who is signed in, with the menu. */
  user?: ReactNode;
  /** Banners that hold on every page. */
  banner?: ReactNode;
  children: ReactNode;
};

/** What is round every page of the portal: roomier and larger than the staff's. A page brings its own `<main id="main">`. */
export function CarenFrame({ organisation, demo, user, banner, children }: CarenFrameProps) {
  const t = useTranslations("portal");
  const shell = useTranslations("shell");
  return (
    <div data-side="caren" className="min-h-dvh text-base">
      <a
        href="#main"
        className="no-print absolute left-2 -top-20 z-(--z-toast) bg-surface px-4 py-2 focus:top-1"
      >
        {shell("skip")}
      </a>
      <header className="contents">
        <div className="border-b border-line bg-surface">
          <div className="mx-auto flex max-w-272 items-center justify-between gap-3 px-pad py-3">
            <PageLink
              href="/caren"
              aria-label={t("brandHome")}
              className="flex min-w-0 flex-wrap items-center gap-x-2 text-on-accent-subtle no-underline"
            >
              <BrandMark className="size-7" />
              <span className="font-reading text-lg font-semibold">{t("brand")}</span>
              {organisation && <span className="text-xs text-muted">{t("of", { organisation })}</span>}
            </PageLink>
            {user}
          </div>
        </div>
        {demo && (
          <p className="no-print border-b border-line bg-surface-changed px-pad py-0.75 text-xs">
            {shell("demoBanner")}
          </p>
        )}
        {banner}
      </header>
      {children}
    </div>
  );
}
