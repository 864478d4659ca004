import { useEffect, useState } from "react";

const MINUTE = 60_000;
const AGAIN_MS = 5_000;

/**
 * Whole minutes until a moment, running down; zero or less: it is over. Counted from the server's clock, since that of a
 * computer may be wrong.
 * @param now epoch ms, what the server's clock said when the page was made
 */
export function useMinutesLeft(until: number, now: number): number {
  const [minutes, setMinutes] = useState(Math.ceil((until - now) / MINUTE));
  useEffect(() => {
    const begun = performance.now();
    const tick = () => setMinutes(Math.ceil((until - now - (performance.now() - begun)) / MINUTE));
    const timer = setInterval(tick, AGAIN_MS);
    return () => clearInterval(timer);
  }, [until, now]);
  return minutes;
}
