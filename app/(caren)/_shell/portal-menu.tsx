"use client";

import { CircleUserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { leavePage } from "@/app/_ui/unsaved";
import { useSide } from "@/app/login/side";

const item =
  "flex min-h-12 cursor-pointer items-center rounded-md px-4 outline-none data-focused:bg-surface-hover data-focus-visible:outline-2 data-focus-visible:outline-focus-ink";

/** You, at the top of the portal: your clients, your account, and the way out. */
export function PortalMenu({ name }: { name: string }) {
  const t = useTranslations("portal");
  const router = useRouter();
  const { leave, login } = useSide();
  const endSession = async () => {
    await leave();
    // Loaded anew, so that nothing of this session stays in memory.
    window.location.assign(login);
  };
  const label = t("menuOf", { name });
  return (
    <MenuTrigger>
      <Button
        aria-label={label}
        className="flex min-h-12 flex-none cursor-pointer items-center gap-2 rounded-md px-3 text-on-accent-subtle hover:bg-surface-hover"
      >
        <CircleUserRound aria-hidden="true" className="size-6" />
        <span className="max-tablet:hidden">{name}</span>
        <span aria-hidden="true" className="tablet:hidden">
          {t("menu")}
        </span>
      </Button>
      <Popover
        placement="bottom end"
        className="min-w-56 rounded-md border border-line bg-surface-raised p-1 text-ink shadow-2 data-entering:animate-[appear_var(--motion-base)_var(--ease)]"
      >
        <Menu aria-label={label} data-side="caren" className="text-base outline-none">
          <MenuItem className={item} onAction={() => leavePage(() => router.push("/caren"))}>
            {t("menuClients")}
          </MenuItem>
          <MenuItem className={item} onAction={() => leavePage(() => router.push("/caren/account"))}>
            {t("menuAccount")}
          </MenuItem>
          <MenuItem className={item} onAction={() => leavePage(() => void endSession())}>
            {t("signOut")}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
