import { dayAt, timeAt } from "@/app/_ui/dates";

const HOUR = 3_600_000;

/**
 * The moment (epoch ms) at which clocks in Amsterdam read this. In the hour that comes twice: the first time.
 * @param day `YYYY-MM-DD` @param time `HH:MM`
 */
export function momentAt(day: string, time: string): number | undefined {
  const utc = Date.parse(`${day}T${time}:00Z`);
  return [utc - 2 * HOUR, utc - HOUR].find(
    (at) => dayAt(at) === day && timeAt(at).replace(".", ":") === time.replace(".", ":"),
  );
}
