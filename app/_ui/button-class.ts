import { cx } from "./cx";

/** One `primary` a page; `danger` only where a dialog repeats the verb; `danger-quiet` opens such a dialog. */
export type ButtonLook = "primary" | "secondary" | "quiet" | "danger" | "danger-quiet";
export type ButtonSize = "normal" | "small";

const looks: Record<ButtonLook, string> = {
  primary: "bg-accent border-accent text-on-accent font-bold hover:bg-accent-hover active:bg-accent-active",
  secondary: "bg-surface border-line-strong text-ink font-medium hover:bg-surface-hover",
  quiet: "bg-transparent border-transparent text-link font-medium hover:bg-surface-hover",
  danger: "bg-danger border-danger text-on-danger font-bold hover:bg-danger-hover",
  "danger-quiet":
    "bg-surface border-line-strong text-danger-text font-medium hover:bg-danger-bg hover:border-danger",
};

const sizes: Record<ButtonSize, string> = {
  normal: "min-h-control px-3.5 py-1 text-base",
  small: "min-h-7.5 px-2.5 py-px text-sm pointer-coarse:min-h-control in-data-[side=caren]:min-h-11",
};

/** Classes of a button, also for a link that looks like one. `unavailable` looks dashed but stays focusable. */
export function buttonClass(look: ButtonLook, size: ButtonSize, unavailable = false): string {
  return cx(
    "inline-flex items-center justify-center gap-2 rounded-md border leading-tight no-underline whitespace-nowrap",
    "transition-colors duration-(--motion-fast) [&>svg]:size-[1.125em] [&>svg]:flex-none",
    sizes[size],
    unavailable
      ? "bg-surface-sunken border-dashed border-line-strong text-muted font-medium cursor-not-allowed"
      : looks[look],
  );
}
