"use client";

import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Initials } from "@/app/_ui/initials";
import { leavePage } from "@/app/_ui/unsaved";

export type ShellUser = {
  name: string;
  initials: string;
  /** What you are here: "verzorgende IG". */
  role: string;
};

const item =
  "flex min-h-control cursor-pointer items-center rounded-sm px-3 outline-none data-focused:bg-surface-hover data-focus-visible:outline-2 data-focus-visible:outline-focus-ink";

/** Ends the session, then loads the sign-in page anew, so that nothing of this one stays in memory. */
async function endSession() {
  await signOut({ redirect: false });
  window.location.assign("/login");
}

/** You, in the top bar: your account, and the way out. */
export function UserMenu({ user }: { user: ShellUser }) {
  const t = useTranslations("shell");
  const router = useRouter();
  return (
    <MenuTrigger>
      <Button
        aria-label={t("userMenu", { name: user.name })}
        className="flex cursor-pointer items-center gap-2 rounded-md p-1 text-left text-sm leading-tight hover:bg-chrome-hover"
      >
        <Initials text={user.initials} />
        <span className="max-tablet:hidden">
          {user.name}
          <span className="block text-xs text-on-chrome-muted">{user.role}</span>
        </span>
      </Button>
      <Popover
        placement="bottom end"
        className="min-w-48 rounded-md border border-line bg-surface-raised p-1 text-ink shadow-2 data-entering:animate-[appear_var(--motion-base)_var(--ease)]"
      >
        <Menu aria-label={t("userMenu", { name: user.name })} className="outline-none">
          <MenuItem className={item} onAction={() => leavePage(() => router.push("/account"))}>
            {t("account")}
          </MenuItem>
          <MenuItem className={item} onAction={() => leavePage(() => void endSession())}>
            {t("signOut")}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
