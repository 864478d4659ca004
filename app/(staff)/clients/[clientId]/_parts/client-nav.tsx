"use client";

import { ChevronDown } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageLink } from "@/app/_ui/page-link";

export type ClientNavItem = {
  href: string;
  label: string;
  /** How many entries this user may see. */
  count?: number;
  /** New since your last shift; shown instead of the count. */
  fresh?: number;
  /** Other addresses that belong to this item. */
  also?: string[];
  /** What stands under its address belongs to it as well. */
  whole?: boolean;
};

export type ClientNavGroup = { heading?: string; items: ClientNavItem[] };

/** The parts of this tab with their counts. On a phone: one button with the name of where you are. */
export function ClientNav({ label, groups }: { label: string; groups: ClientNavGroup[] }) {
  const here = usePathname();
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === here;
  const isHere = (item: ClientNavItem) =>
    item.href === here || item.also?.includes(here) || (item.whole && here.startsWith(`${item.href}/`));
  const current = groups.flatMap((group) => group.items).find(isHere);
  return (
    <nav
      aria-label={label}
      className="no-print border-r border-line py-4 pl-3 text-sm max-tablet:border-r-0 max-tablet:px-4 max-tablet:pt-3 max-tablet:pb-0"
    >
      <button
        type="button"
        aria-expanded={open}
        className="hidden min-h-11 w-full items-center justify-between rounded-md border border-line-strong bg-surface px-3.5 text-left text-base font-bold max-tablet:flex"
        onClick={() => setOpenAt(open ? undefined : here)}
      >
        {current?.label ?? label}
        <ChevronDown className="size-5" />
      </button>
      <div className={open ? "grid gap-4 max-tablet:pt-2" : "grid gap-4 max-tablet:hidden"}>
        {groups.map((group) => (
          <div key={group.heading ?? group.items[0]?.href}>
            {group.heading && <h2 className="mb-1 px-3 text-xs text-muted">{group.heading}</h2>}
            <ul>
              {group.items.map((item) => (
                <li key={item.href}>
                  <PageLink
                    href={item.href}
                    aria-current={item.href === here ? "page" : isHere(item) ? "true" : undefined}
                    className="flex min-h-7.5 items-center justify-between gap-2 border-l-3 border-transparent px-3 text-ink no-underline hover:bg-surface-hover aria-[current]:border-l-accent aria-[current]:bg-surface-selected aria-[current]:font-bold pointer-coarse:min-h-11"
                  >
                    {item.label}
                    <ItemCount item={item} />
                  </PageLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}

function ItemCount({ item }: { item: ClientNavItem }) {
  const t = useTranslations("client");
  if (item.fresh) {
    return (
      <span className="text-xs font-bold text-on-accent-subtle">{t("newCount", { count: item.fresh })}</span>
    );
  }
  if (item.count === undefined) return null;
  return <span className="text-xs font-normal text-muted">{t("count", { count: item.count })}</span>;
}
