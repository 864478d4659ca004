/** Which quarter of the work is done: 0 (started) to 4 (all); 0 while the total is unknown. */
export function quarterOf(done: number, total: number | undefined): 0 | 1 | 2 | 3 | 4 {
  if (total === undefined) return 0;
  if (done >= total) return 4;
  const quarter = Math.floor((4 * done) / total);
  return quarter === 1 || quarter === 2 || quarter === 3 ? quarter : 0;
}
