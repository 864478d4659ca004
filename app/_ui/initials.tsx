import { cx } from "./cx";

/** First and last initial on a tile; decoration beside a name that is written out. */
export function Initials({ text, square }: { text: string; square?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "grid flex-none place-items-center font-bold",
        square
          ? "size-11 rounded-md bg-accent text-base text-on-accent max-tablet:size-9"
          : "size-8 rounded-full bg-accent-subtle text-xs text-on-accent-subtle",
      )}
    >
      {text}
    </span>
  );
}
