import { useTranslations } from "next-intl";
import { NavLink } from "@/app/_ui/nav-link";
import { type MenuKey, menuItems } from "./menu-items";

/** The main menu in the top bar; the yellow underline is where you are. */
export function MainMenu({ allowed }: { allowed: MenuKey[] }) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("mainMenu")} className="flex gap-0.5 self-stretch max-tablet:hidden">
      {menuItems
        .filter((item) => allowed.includes(item.key))
        .map((item) => (
          <NavLink
            key={item.key}
            href={item.href}
            exact={item.href === "/"}
            className="flex items-center border-y-3 border-transparent px-3 text-on-chrome no-underline hover:bg-chrome-hover aria-[current]:border-b-focus-halo aria-[current]:bg-chrome-selected aria-[current]:font-bold"
          >
            {t(item.text)}
          </NavLink>
        ))}
    </nav>
  );
}
