/** Which shift a wall-clock time (`06.40`) falls in: night from 23.00, day from 7.00, evening from 15.00. */
export function shiftAt(time: string): "night" | "day" | "evening" {
  const hour = Number(time.slice(0, 2));
  if (hour >= 23 || hour < 7) return "night";
  return hour < 15 ? "day" : "evening";
}
