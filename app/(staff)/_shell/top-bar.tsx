import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "@/app/_ui/brand-mark";
import { PageLink } from "@/app/_ui/page-link";
import { MainMenu } from "./main-menu";
import type { MenuKey } from "./menu-items";
import { PhoneMenu } from "./phone-menu";
import { type ShellUser, UserMenu } from "./user-menu";

export type TopBarProps = {
  /** The places this user may use. */
  allowed: MenuKey[];
  user: ShellUser;
  demo: boolean;
  /** The client search; left out for people without client tasks. */
  search?: ReactNode;
};

/** The only dark surface: mark, main menu, client search, you. */
export function TopBar({ allowed, user, demo, search }: TopBarProps) {
  const t = useTranslations("shell");
  return (
    <div className="no-print sticky top-0 z-(--z-popover) flex h-(--topbar-h) items-center gap-4 bg-chrome px-4 text-on-chrome max-tablet:gap-2 max-tablet:px-1">
      <PhoneMenu allowed={allowed} search={search} />
      <PageLink
        href="/"
        aria-label={t("brandHome")}
        className="flex items-center gap-2 font-reading text-[1.1875rem] leading-none font-semibold text-on-chrome no-underline"
      >
        <BrandMark className="size-6" />
        {t("brand")}
      </PageLink>
      {demo && (
        <span
          title={t("demoBanner")}
          className="rounded-sm border border-on-chrome-muted font-reading px-1.75 text-xs leading-5"
        >
          {t("demo")}
        </span>
      )}
      <MainMenu allowed={allowed} />
      <div className="ml-auto flex items-center gap-4 max-tablet:gap-2">
        <div className="max-tablet:hidden">{search}</div>
        <UserMenu user={user} />
      </div>
    </div>
  );
}
