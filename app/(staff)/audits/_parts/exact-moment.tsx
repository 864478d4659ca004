import { dayAt, formatDay } from "@/app/_ui/dates";

const clock = new Intl.DateTimeFormat("nl-NL", {
  timeZone: "Europe/Amsterdam",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hour12: false,
});

/** A moment (epoch ms) to the second, as 23-11-2026, 08.04.51: rows of the log follow each other fast. */
export function ExactMoment({ value }: { value: number }) {
  return (
    <time dateTime={new Date(value).toISOString()} className="whitespace-nowrap">
      {`${formatDay(dayAt(value))}, ${clock.format(value).replaceAll(":", ".")}`}
    </time>
  );
}
