import { randomUUID } from "node:crypto";
import type { createCaller } from "@/server/api/root";
import type { Chance } from "./chance";

export type Api = ReturnType<typeof createCaller>;

type Edit = (api: Api, clientId: string, chance: Chance) => Promise<void>;

const requestKey = (): string => randomUUID();

const addReport: Edit = async (api, clientId) => {
  const values = { text: `Na het samenvoegen ${requestKey()}`, discipline: "carer" };
  await api.entries.add({ clientId, part: "reports", values, requestKey: requestKey() });
};

const correctReport: Edit = async (api, clientId, chance) => {
  const { entries: lines } = await api.dossier.entries({ clientId, part: "reports", size: 20 });
  if (lines.length === 0) return;
  const line = chance.of(lines);
  const { version } = await api.entries.entry({ clientId, part: "reports", entryId: line.id });
  const values = { text: `Verbeterd ${requestKey()}` };
  await api.entries.correct({
    clientId,
    part: "reports",
    entryId: line.id,
    version,
    values,
    reason: "Typfout",
  });
};

const addNote: Edit = async (api, clientId) => {
  const values = { subject: "Post", text: `Notitie ${requestKey()}` };
  await api.records.add({ clientId, kind: "notes", values, requestKey: requestKey() });
};

const changeContact: Edit = async (api, clientId, chance) => {
  const { cards } = await api.clients.personalia({ clientId });
  const records = cards.find(({ kind }) => kind === "contacts")?.records ?? [];
  if (records.length === 0) return;
  const { id: recordId, stamp, filled } = chance.of(records);
  const values = { ...filled, note: `Gebeld ${requestKey()}` };
  await api.records.change({ clientId, kind: "contacts", recordId, values, stamp, requestKey: requestKey() });
};

const changePerson: Edit = async (api, clientId, chance) => {
  const { stamp, person } = await api.clients.forms({ clientId });
  const phone = `06-${String(Math.floor(chance.next() * 1e8)).padStart(8, "0")}`;
  const values = { ...person.filled, [chance.of(["phone", "mobile"])]: phone };
  await api.clients.change({ clientId, values, stamp, alikeSeen: true, requestKey: requestKey() });
};

const EDITS: readonly Edit[] = [addReport, correctReport, addNote, changeContact, changePerson];

/** Works on in the dossier of a client as colleagues would: some things are new, some change. */
export async function workOn(api: Api, clientId: string, chance: Chance): Promise<void> {
  for (let left = Math.floor(chance.next() * 5); left > 0; left--)
    await chance.of(EDITS)(api, clientId, chance);
}
