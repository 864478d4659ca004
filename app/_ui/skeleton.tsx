import { useTranslations } from "next-intl";
import { cx } from "./cx";

const widths = ["w-2/5", "w-11/12", "w-3/4", "w-5/6", "w-1/2"];

/** Lines in the final height while a block loads; stays away for the first 300 ms. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useTranslations("ui");
  return (
    <div className="late grid gap-3 p-pad">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key, line) => (
        <span
          key={key}
          className={cx(
            "h-3.5 rounded-sm bg-surface-sunken outline outline-line",
            widths[line % widths.length],
          )}
        />
      ))}
    </div>
  );
}
