import { parts } from "@/server/dossier/registry";
import type { Email } from "@/tests/e2e/journey";

/** One page as someone opens it. */
export interface Visit {
  /** Someone of the demo; nobody is a stranger at the door */
  as?: Email;
  at: string;
  /** Then the first link that leads to each of these pages, one after the other: ids are not known beforehand */
  by?: readonly string[];
  /** Where it leads on, when it is not a page to stay on */
  lands?: string;
  /** The answer, when it is not 200 */
  status?: number;
}

const BEHEER = "beheer@kroniek.example";
const ZORG = "zorg@kroniek.example";
const REGIE = "regie@kroniek.example";
const OFFICE = "administratie@kroniek.example";
const MANAGER = "locatie@kroniek.example";
const AUDIT = "audit@kroniek.example";
const EXTERN = "extern@kroniek.example";
const INVOLVED = "betrokkene@kroniek.example";
const CLIENT = "client@kroniek.example";
const FAMILY = "familie@kroniek.example";

const client = "/clients/10001";
const ASKED = "/caren/[clientId]/questionnaires/[activityId]";
const dossier = `${client}/dossier`;
const PARTY = "/admin/parties/[partyId]";
const PART = "/clients/[clientId]/dossier/[part]";
const ENTRY = `${PART}/[entryId]`;
const EDIT = `${ENTRY}/edit`;

const everyone = [BEHEER, ZORG, REGIE, OFFICE, MANAGER, AUDIT, EXTERN] as const;
const office = (address: string): Visit[] => [{ as: OFFICE, at: client + address }];
const eachPart = (visit: (slug: string) => Visit): Visit[] => parts.map(({ slug }) => visit(slug));

/** Every page, and who opens it there; a dossier part has its pages by being declared. */
export const VISITS: Readonly<Record<string, readonly Visit[]>> = {
  "/": everyone.map((as) => ({ as, at: "/" })),
  "/account": [{ as: ZORG, at: "/account" }],
  "/activate": [{ at: "/activate" }],
  "/admin": [{ as: BEHEER, at: "/admin", lands: "/admin/employees" }],
  "/admin/employees": [{ as: BEHEER, at: "/admin/employees" }],
  "/admin/employees/[employeeId]": [
    { as: BEHEER, at: "/admin/employees", by: ["/admin/employees/[employeeId]"] },
  ],
  "/admin/employees/new": [{ as: BEHEER, at: "/admin/employees/new" }],
  "/admin/import": [{ as: BEHEER, at: "/admin/import" }],
  "/admin/import/[importId]": [{ as: BEHEER, at: "/admin/import", by: ["/admin/import/[importId]"] }],
  "/admin/jobs": [{ as: BEHEER, at: "/admin/jobs" }],
  "/admin/jobs/[runId]": [{ as: BEHEER, at: "/admin/jobs", by: ["/admin/jobs/[runId]"] }],
  "/admin/mail": [{ as: BEHEER, at: "/admin/mail" }],
  "/admin/mail/[mailId]": [{ as: BEHEER, at: "/admin/mail", by: ["/admin/mail/[mailId]"] }],
  "/admin/caren": [{ as: BEHEER, at: "/admin/caren" }],
  "/admin/parties": [
    { as: BEHEER, at: "/admin/parties" },
    { as: OFFICE, at: "/admin/parties" },
  ],
  [PARTY]: [{ as: BEHEER, at: "/admin/parties", by: [PARTY] }],
  [`${PARTY}/clients`]: [{ as: OFFICE, at: "/admin/parties", by: [`${PARTY}/clients`] }],
  "/admin/parties/new": [{ as: BEHEER, at: "/admin/parties/new" }],
  "/admin/portal-accounts": [{ as: BEHEER, at: "/admin/portal-accounts" }],
  "/admin/portal-accounts/[accountId]": [
    { as: BEHEER, at: "/admin/portal-accounts", by: ["/admin/portal-accounts/[accountId]"] },
  ],
  "/admin/questionnaires": [{ as: BEHEER, at: "/admin/questionnaires" }],
  "/admin/questionnaires/[questionnaireId]": [
    { as: BEHEER, at: "/admin/questionnaires", by: ["/admin/questionnaires/[questionnaireId]"] },
  ],
  "/admin/questionnaires/new": [{ as: BEHEER, at: "/admin/questionnaires/new" }],
  "/admin/roles": [{ as: BEHEER, at: "/admin/roles" }],
  "/admin/roles/[roleId]": [{ as: BEHEER, at: "/admin/roles", by: ["/admin/roles/[roleId]"] }],
  "/admin/roles/new": [{ as: BEHEER, at: "/admin/roles/new" }],
  "/audits": [{ as: AUDIT, at: "/audits" }],
  "/audits/emergencies": [{ as: AUDIT, at: "/audits/emergencies" }],
  "/emergency": [{ as: REGIE, at: "/emergency" }],
  "/audits/clients/[clientId]": [{ as: AUDIT, at: "/audits/clients/10001" }],
  "/caren": [
    { as: INVOLVED, at: "/caren" },
    { as: FAMILY, at: "/caren" },
  ],
  "/caren/[clientId]": [
    { as: INVOLVED, at: "/caren/10001" },
    { as: CLIENT, at: "/caren/10009" },
    { as: FAMILY, at: "/caren/10001" },
  ],
  "/caren/[clientId]/network": [{ as: FAMILY, at: "/caren/10001/network" }],
  "/caren/[clientId]/access": [{ as: INVOLVED, at: "/caren/10001/access" }],
  "/caren/[clientId]/documents": [{ as: INVOLVED, at: "/caren/10001/documents" }],
  "/caren/[clientId]/log": [{ as: CLIENT, at: "/caren/10009/log" }],
  [ASKED]: [{ as: INVOLVED, at: "/caren/10001", by: [ASKED] }],
  "/caren/account": [{ as: INVOLVED, at: "/caren/account" }],
  "/caren/activate": [{ at: "/caren/activate" }, { as: FAMILY, at: "/caren/activate" }],
  "/caren/consent": [{ at: "/caren/consent", lands: "/caren/login" }],
  "/caren/login": [{ at: "/caren/login" }],
  "/caren/login/enrol": [{ at: "/caren/login/enrol", lands: "/caren/login" }],
  "/caren/login/forgotten": [{ at: "/caren/login/forgotten" }],
  "/caren/login/second-factor": [{ at: "/caren/login/second-factor", lands: "/caren/login" }],
  "/caren/new-password": [{ at: "/caren/new-password" }],
  "/clients": [{ as: OFFICE, at: "/clients" }],
  "/clients/duplicates": [
    { as: OFFICE, at: "/clients/duplicates" },
    { as: OFFICE, at: "/clients/duplicates?show=dismissed" },
  ],
  "/clients/new": [{ as: OFFICE, at: "/clients/new" }],
  "/clients/[clientId]": [{ as: ZORG, at: client }, ...office("")],
  "/clients/[clientId]/bsn": office("/bsn"),
  "/clients/[clientId]/care": office("/care"),
  "/clients/[clientId]/care-status": office("/care-status"),
  "/clients/[clientId]/consent": office("/consent"),
  "/clients/[clientId]/edit": office("/edit"),
  "/clients/[clientId]/history": office("/history"),
  "/clients/[clientId]/merge": office("/merge"),
  "/clients/[clientId]/merge/[otherId]": [
    { as: OFFICE, at: "/clients/10002/merge/10003" },
    { as: OFFICE, at: "/clients/10004/merge/10005" },
  ],
  // Of the demo nobody was merged: the page says so. As it asks what belongs to whom, the merge's own journey checks it.
  "/clients/[clientId]/merge/undo/[mergeId]": office("/merge/undo/none"),
  "/clients/[clientId]/planning": office("/planning"),
  "/clients/[clientId]/profile": office("/profile"),
  "/clients/[clientId]/export": [{ as: REGIE, at: `${client}/export` }],
  "/clients/[clientId]/network": [
    { as: OFFICE, at: "/clients/10008/network" },
    { as: REGIE, at: `${client}/network` },
  ],
  "/clients/[clientId]/log": [{ as: REGIE, at: `${client}/log` }],
  "/clients/[clientId]/sharing": [
    { as: REGIE, at: `${client}/sharing` },
    { as: ZORG, at: `${client}/sharing` },
  ],
  "/clients/[clientId]/sharing/family": [
    { as: ZORG, at: `${client}/sharing/family` },
    ...office("/sharing/family"),
  ],
  "/clients/[clientId]/sharing/involved": [
    { as: REGIE, at: `${client}/sharing/involved` },
    { as: ZORG, at: `${client}/sharing/involved` },
  ],
  "/clients/[clientId]/dossier": [{ as: ZORG, at: dossier }],
  "/clients/[clientId]/dossier/measurements/course": [{ as: ZORG, at: `${dossier}/measurements/course` }],
  "/clients/[clientId]/dossier/other": [{ as: ZORG, at: `${dossier}/other` }],
  [PART]: eachPart((slug) => ({ as: ZORG, at: `${dossier}/${slug}` })),
  [`${PART}/new`]: eachPart((slug) => ({ as: ZORG, at: `${dossier}/${slug}/new` })),
  [ENTRY]: eachPart((slug) => ({ as: ZORG, at: `${dossier}/${slug}`, by: [ENTRY] })),
  [EDIT]: eachPart((slug) => ({ as: ZORG, at: `${dossier}/${slug}`, by: [ENTRY, EDIT] })),
  "/locations": [
    { as: REGIE, at: "/locations" },
    { as: REGIE, at: "/locations?at=OOST-1" },
  ],
  "/ons-client": [{ as: OFFICE, at: "/ons-client" }],
  "/ons-client/clients/[clientId]": [
    { as: OFFICE, at: "/ons-client/clients/10001" },
    { as: OFFICE, at: "/ons-client/clients/10009" },
  ],
  "/ons-client/locations": [{ as: REGIE, at: "/ons-client/locations" }],
  "/ons-client/messages": [{ as: MANAGER, at: "/ons-client/messages" }],
  "/ons-client/messages/unreached": [{ as: MANAGER, at: "/ons-client/messages/unreached?location=OOST-1" }],
  "/ons-client/locations/[locationId]": [{ as: REGIE, at: "/ons-client/locations/OOST-1" }],
  "/login": [{ at: "/login" }],
  "/login/enrol": [{ at: "/login/enrol", lands: "/login" }],
  "/login/forgotten": [{ at: "/login/forgotten" }],
  "/login/new-password": [{ at: "/login/new-password" }],
  "/login/second-factor": [{ at: "/login/second-factor", lands: "/login" }],
  "/setup": [{ at: "/setup" }],
  "/signals/[signal]": [
    { as: OFFICE, at: "/signals/same-bsn" },
    { as: OFFICE, at: "/", by: ["/signals/[signal]"] },
  ],
};

/** What is shown instead of a page. */
export const REFUSALS: readonly Visit[] = [
  { at: "/clients", lands: "/login" },
  { at: "/caren", lands: "/caren/login" },
  { as: INVOLVED, at: "/caren/10002", status: 404 },
  { as: ZORG, at: "/caren", lands: "/caren/login" },
  { as: ZORG, at: "/admin/jobs", status: 403 },
  { as: ZORG, at: `${client}/export`, status: 403 },
  { as: ZORG, at: `${client}/edit`, status: 403 },
  { as: ZORG, at: `${client}/care-status`, status: 403 },
  { as: ZORG, at: "/clients/99999", status: 404 },
  { as: ZORG, at: "/no-such-page", status: 404 },
];
