"use client";

import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";
import { PageLink } from "./page-link";

type NavLinkProps = ComponentProps<typeof PageLink> & {
  href: string;
  /** Addresses that also count as here; `exact` counts only the address itself. Default: everything under it. */
  exact?: boolean;
};

/** A link that knows whether you are there (`aria-current`); style it with `aria-[current]:`. */
export function NavLink({ exact, ...link }: NavLinkProps) {
  const here = usePathname();
  const same = here === link.href;
  const current = same || (!exact && here.startsWith(`${link.href}/`));
  return <PageLink {...link} aria-current={same ? "page" : current ? "true" : undefined} />;
}
