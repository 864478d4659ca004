/** Places in the main menu, in their order. Who may see which is decided by the server; the shell only draws. */
export const menuItems = [
  { key: "dashboard", href: "/", text: "menuDashboard" },
  { key: "clients", href: "/clients", text: "menuClients" },
  { key: "locations", href: "/locations", text: "menuLocations" },
  { key: "onsClient", href: "/ons-client", text: "menuOnsClient" },
  { key: "emergency", href: "/emergency", text: "menuEmergency" },
  { key: "audits", href: "/audits", text: "menuAudits" },
  { key: "admin", href: "/admin", text: "menuAdmin" },
] as const;

export type MenuKey = (typeof menuItems)[number]["key"];
