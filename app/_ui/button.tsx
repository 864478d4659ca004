"use client";

import { LoaderCircle } from "lucide-react";
import { type ComponentPropsWithRef, type MouseEvent, type ReactNode, useId } from "react";
import { type ButtonLook, type ButtonSize, buttonClass } from "./button-class";

export type ButtonProps = Omit<ComponentPropsWithRef<"button">, "disabled" | "className"> & {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Why it cannot be used now: shown beside the button, which stays focusable and does nothing. */
  unavailable?: ReactNode;
  /** The text while it works, for example "Bezig met opslaan"; a second click does nothing. */
  busy?: string | false;
};

/** A verb. Never `disabled`: an unavailable button can be reached and says why next to it. */
export function Button(props: ButtonProps) {
  const { look = "secondary", size = "normal", icon, unavailable, busy, onClick, children, ...rest } = props;
  const reasonId = useId();
  const blocked = Boolean(unavailable || busy);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      type="button"
      {...rest}
      className={buttonClass(look, size, Boolean(unavailable))}
      aria-disabled={blocked || undefined}
      aria-describedby={unavailable ? reasonId : rest["aria-describedby"]}
      onClick={press}
    >
      {busy ? <LoaderCircle className="animate-spin motion-reduce:animate-none" /> : icon}
      {busy || children}
    </button>
  );
  if (!unavailable) return button;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {button}
      <span id={reasonId} className="text-sm text-ink">
        {unavailable}
      </span>
    </span>
  );
}
