/**
 * The address of the same page of another client: `/clients/10003/dossier?page=2` → `/clients/10002/dossier?page=2`, with
 * `merged` saying by which number someone came. `undefined` when the address is not about that number.
 * @param address path and query, as asked for
 */
export function movedAddress(address: string, from: string, to: number): string | undefined {
  const found = /^\/(clients|caren)\/([^/?#]+)([^?#]*)(?:\?([^#]*))?/.exec(address);
  if (found?.[2] !== from) return undefined;
  const query = new URLSearchParams(found[4]);
  query.set("merged", from);
  return `/${found[1]}/${to}${found[3] ?? ""}?${query}`;
}
