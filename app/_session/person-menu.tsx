"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { leavePage } from "@/app/_ui/unsaved";
import { useSide } from "@/app/login/side";

type PersonMenuProps = {
  /** "Menu van Fatima El Amrani" */
  label: string;
  places: { label: string; href: string }[];
  signOut: string;
  /** Of the button */
  className: string;
  children: ReactNode;
};

const item =
  "flex min-h-control cursor-pointer items-center rounded-sm px-3 outline-none data-focused:bg-surface-hover data-focus-visible:outline-2 data-focus-visible:outline-focus-ink";

/** You, at the top of the page: your own pages, and the way out. */
export function PersonMenu({ label, places, signOut, className, children }: PersonMenuProps) {
  const router = useRouter();
  const { name, leave, login } = useSide();
  const endSession = async () => {
    await leave();
    // Loaded anew, so that nothing of this session stays in memory.
    window.location.assign(login);
  };
  return (
    <MenuTrigger>
      <Button aria-label={label} className={className}>
        {children}
      </Button>
      <Popover
        placement="bottom end"
        data-side={name === "portal" ? "caren" : undefined}
        className="min-w-52 rounded-md border border-line bg-surface-raised p-1 text-base text-ink shadow-2 data-entering:animate-[appear_var(--motion-base)_var(--ease)]"
      >
        <Menu aria-label={label} className="outline-none">
          {places.map((place) => (
            <MenuItem
              key={place.href}
              className={item}
              onAction={() => leavePage(() => router.push(place.href))}
            >
              {place.label}
            </MenuItem>
          ))}
          <MenuItem className={item} onAction={() => leavePage(() => void endSession())}>
            {signOut}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
