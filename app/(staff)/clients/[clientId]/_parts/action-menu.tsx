import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NavLink } from "@/app/_ui/nav-link";

export type ActionLink = { href: string; label: string /** A lucide icon element. */; icon: ReactNode };

type ActionMenuProps = {
  /** First block, always there when it holds anything: what can be done with this client's data. */
  dataActions: ActionLink[];
  /** Second block: what can be done about the client as such. */
  clientActions?: ActionLink[];
  /** Third block: what can be added. */
  add?: ActionLink[];
  /** Prints the page; ends the first block. */
  print?: ReactNode;
  /** What helps here: ActionBlock. */
  children?: ReactNode;
};

/** The right-hand menu: links with an icon, no buttons. The one filled button of a page is in its content. */
export function ActionMenu({ dataActions, clientActions = [], add = [], print, children }: ActionMenuProps) {
  const t = useTranslations("client");
  return (
    <>
      {(dataActions.length > 0 || print) && (
        <ActionLinks title={t("dataActions")} links={dataActions}>
          {print}
        </ActionLinks>
      )}
      {clientActions.length > 0 && <ActionLinks title={t("actions")} links={clientActions} />}
      {add.length > 0 && <ActionLinks title={t("add")} links={add} />}
      {children}
    </>
  );
}

/** How a line in the action menu looks. */
export const actionClass =
  "flex w-full items-center gap-2 px-3 py-1.5 text-left text-link no-underline hover:bg-surface-hover hover:underline aria-[current]:bg-surface-selected aria-[current]:font-bold pointer-coarse:min-h-11 [&>svg]:size-4 [&>svg]:flex-none";

function ActionLinks({
  title,
  links,
  children,
}: {
  title: string;
  links: ActionLink[];
  children?: ReactNode;
}) {
  return (
    <section className="rounded-lg border border-line bg-surface py-3">
      <h2 className="px-3 pb-1 text-sm">{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <NavLink href={link.href} className={actionClass}>
              {link.icon}
              {link.label}
            </NavLink>
          </li>
        ))}
        {children && <li>{children}</li>}
      </ul>
    </section>
  );
}

/** A block beside the content with something that helps: who has access, what is to be done today. */
export function ActionBlock({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-lg border border-line bg-surface p-3">
      <h2 className="pb-1 text-sm">{title}</h2>
      <div className="grid gap-2">{children}</div>
    </section>
  );
}
