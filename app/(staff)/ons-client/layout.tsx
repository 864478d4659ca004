import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { NavLink } from "@/app/_ui/nav-link";
import { me } from "../_shell/me";

const PLACES = [
  { key: "dashboard", href: "/ons-client", exact: true },
  { key: "messages", href: "/ons-client/messages", exact: false },
  { key: "locations", href: "/ons-client/locations", exact: false },
] as const;

/** The pages of Ons Cliënt as a bar under the top bar. Each page's own door refuses as well. */
export default async function OnsClientLayout({ children }: { children: ReactNode }) {
  if (!(await me()).holds.includes("caren.view")) forbidden();
  const t = await getTranslations("onsClient");
  return (
    <>
      <nav
        aria-label={t("nav")}
        className="no-print flex gap-0.5 overflow-x-auto border-b border-line bg-surface px-5 max-tablet:px-2"
      >
        {PLACES.map(({ key, href, exact }) => (
          <NavLink
            key={key}
            href={href}
            exact={exact}
            className="border-b-3 border-transparent px-3.5 pt-1.5 pb-1.25 whitespace-nowrap text-ink no-underline hover:bg-surface-hover aria-[current]:border-b-accent aria-[current]:font-bold aria-[current]:text-on-accent-subtle max-tablet:px-2.5"
          >
            {t(key)}
          </NavLink>
        ))}
      </nav>
      {children}
    </>
  );
}
