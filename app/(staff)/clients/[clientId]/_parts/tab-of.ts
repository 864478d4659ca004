/** Tabs of a client page, in their order. */
export const tabKeys = ["general", "dossier", "network", "admin"] as const;

export type TabKey = (typeof tabKeys)[number];

/** Where a tab leads, under `/clients/<number>`. */
export const tabPath: Record<TabKey, string> = {
  general: "",
  dossier: "/dossier",
  network: "/network",
  admin: "/sharing",
};

/** The tab an address belongs to. An export is part of the dossier; consent, merging and the log of Algemeen. */
export function tabOf(pathname: string): TabKey {
  const place = pathname.split("/")[3];
  if (place === "dossier" || place === "export") return "dossier";
  if (place === "network") return "network";
  return place === "sharing" ? "admin" : "general";
}
