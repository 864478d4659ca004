/** What someone with a portal account can be to a client (DOMAIN.md 5). */
export const RELATION_KINDS = {
  client: "Cliënt",
  representative: "Vertegenwoordiger",
  network: "Netwerklid",
  involved: "Betrokkene",
} as const;

export type RelationKind = keyof typeof RELATION_KINDS;

/** One relation of a portal account, as it is now. */
export interface Relation {
  id: string;
  clientId: string;
  kind: RelationKind;
}
