"use client";

import { Menu, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { NavLink } from "@/app/_ui/nav-link";
import { type MenuKey, menuItems } from "./menu-items";

/** The main menu and the client search behind one button, on a phone. Closes when you arrive somewhere. */
export function PhoneMenu({ allowed, search }: { allowed: MenuKey[]; search?: ReactNode }) {
  const t = useTranslations("shell");
  const here = usePathname();
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === here;
  return (
    <div className="tablet:hidden">
      <button
        type="button"
        aria-expanded={open}
        aria-label={open ? t("menuClose") : t("menuOpen")}
        className="grid size-11 place-items-center rounded-md hover:bg-chrome-hover"
        onClick={() => setOpenAt(open ? undefined : here)}
      >
        {open ? <X className="size-5" /> : <Menu className="size-5" />}
      </button>
      {open && (
        <div className="absolute inset-x-0 top-full grid gap-3 border-t border-chrome-selected bg-chrome p-4 shadow-2">
          {search}
          <nav aria-label={t("mainMenu")} className="grid">
            {menuItems
              .filter((item) => allowed.includes(item.key))
              .map((item) => (
                <NavLink
                  key={item.key}
                  href={item.href}
                  exact={item.href === "/"}
                  className="flex min-h-11 items-center border-l-3 border-transparent px-3 text-on-chrome no-underline aria-[current]:border-l-focus-halo aria-[current]:bg-chrome-selected aria-[current]:font-bold"
                >
                  {t(item.text)}
                </NavLink>
              ))}
          </nav>
        </div>
      )}
    </div>
  );
}
