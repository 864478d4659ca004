/** How one greets at a wall-clock time (`06.40`): morning to noon, afternoon to 18.00, then evening. */
export function partOfDay(time: string): "morning" | "afternoon" | "evening" {
  const hour = Number(time.slice(0, 2));
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}
