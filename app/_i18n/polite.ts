export type Texts = { [key: string]: string | Texts };

/** The texts, with those that are said otherwise to clients and family in place of the staff's. */
export function merged(texts: Texts, instead: Texts): Texts {
  const said = { ...texts };
  for (const [key, text] of Object.entries(instead)) {
    const own = said[key];
    said[key] = typeof text === "string" || typeof own !== "object" ? text : merged(own, text);
  }
  return said;
}
