import { useNow, useTranslations } from "next-intl";
import { type DayFormat, dayAt, formatDay, nearDay, timeAt } from "./dates";

/** A calendar day `YYYY-MM-DD` in a `<time>` that never breaks; `near` says vandaag, gisteren or morgen where it is. */
export function Day({
  value,
  format = "short",
  near,
}: {
  value: string;
  format?: DayFormat;
  near?: boolean;
}) {
  const t = useTranslations("ui");
  const now = useNow();
  const close = near ? nearDay(value, now.getTime()) : undefined;
  return <time dateTime={value}>{close ? t(close) : formatDay(value, format)}</time>;
}

/**
 * A moment (epoch ms) on the Amsterdam clock, in a `<time>`.
 * `short` = 23-11-2026, 10.12 · `long` = 23 november 2026 om 10.12 uur · `near` = vandaag 10.12 uur (further away
 * as short) · `sentence` = vandaag om 10.12 uur (further away as long) · `time` = 10.12 uur.
 */
export function Moment({
  value,
  format = "short",
}: {
  value: number;
  format?: "short" | "long" | "near" | "sentence" | "time";
}) {
  const t = useTranslations("ui");
  const now = useNow();
  const day = dayAt(value);
  const time = timeAt(value);
  const close = format === "near" || format === "sentence" ? nearDay(day, now.getTime()) : undefined;
  const text =
    format === "time"
      ? t("time", { time })
      : format === "long" || format === "sentence"
        ? t("dateTime", { day: close ? t(close) : formatDay(day, "long"), time })
        : close
          ? t("dayTime", { day: t(close), time })
          : t("dateTimeShort", { day: formatDay(day), time });
  return <time dateTime={new Date(value).toISOString()}>{text}</time>;
}
