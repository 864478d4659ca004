import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NavLink } from "@/app/_ui/nav-link";
import { adminPagesOf } from "../_shell/admin-pages";
import { me } from "../_shell/me";

/** The parts of Beheer someone may use, as a bar under the top bar; with one part there is nothing to choose. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("admin");
  const pages = adminPagesOf((await me()).holds);
  return (
    <>
      {pages.length > 1 && (
        <nav
          aria-label={t("nav")}
          className="no-print flex gap-0.5 overflow-x-auto border-b border-line bg-surface px-5 max-tablet:px-2"
        >
          {pages.map(({ key, href }) => (
            <NavLink
              key={key}
              href={href}
              className="border-b-3 border-transparent px-3.5 pt-1.5 pb-1.25 whitespace-nowrap text-ink no-underline hover:bg-surface-hover aria-[current]:border-b-accent aria-[current]:font-bold aria-[current]:text-on-accent-subtle max-tablet:px-2.5"
            >
              {t(key)}
            </NavLink>
          ))}
        </nav>
      )}
      {children}
    </>
  );
}
