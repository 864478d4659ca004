import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { POST as giveAddressList } from "@/app/api/address-lists/route";
import { POST as download } from "@/app/api/exports/[exportId]/route";
import { POST as giveCopy } from "@/app/api/party-copies/route";
import { POST as uploadDocument } from "@/app/api/uploads/documents/route";
import { POST as uploadImport } from "@/app/api/uploads/imports/route";
import { roles } from "@/db/schema/access";
import { makeAccount, PASSWORD, trySignIn } from "@/tests/auth/accounts";
import { framed, TYPE } from "@/tests/files/uploading";
import { CANARIES } from "./canaries";
import type { Product } from "./product";
import { badInput, breaking } from "./wrong";

/** A way through the product that plants canaries, or that goes where planted ones pass. */
export interface Walk {
  name: string;
  go(product: Product): Promise<void>;
}

/** The client that the small organisation has at `own`; what is written goes into this dossier. */
const clientId = "20001";
const requestKey = (): string => randomUUID();
const asUpload = { "content-type": TYPE };

/** What a walk may not do half: a refusal here would leave the rest unplanted. */
function assertDone(status: number, what: string): void {
  if (status !== 200) throw new Error(`${what} was refused: ${status}`);
}

const signIn: Walk = {
  name: "signing in, and links by mail",
  go: async ({ world, api, stranger, seen, engine }) => {
    const email = `${CANARIES.email}@kroniek.example`;
    await makeAccount(world, { email });
    // The sign-in page's own handler needs Next around it; these are the functions it calls.
    for (const given of [
      { email, password: CANARIES.password },
      { email: `x${email}` },
      { email, password: PASSWORD },
    ]) {
      seen.sent.push(JSON.stringify(given));
      await trySignIn(world, given);
    }
    for (const whom of [email, `x${email}`]) await stranger.account.askNewPassword.mutate({ email: whom });
    const [role] = await world.db.read.select().from(roles);
    await api.employees.make.mutate({
      ...{ name: CANARIES.colleague, title: "verzorgende", expertises: [], requestKey: requestKey() },
      email: `tweede.${email}`,
      roles: role ? [{ roleId: role.id, reach: { kind: "everywhere" } }] : [],
    });
    await api.employees.list.query({ search: CANARIES.colleague });
    await engine.settled();
  },
};

const intake: Walk = {
  name: "a new client, found and read",
  go: async ({ api }) => {
    const { number } = await api.clients.create.mutate({
      values: {
        ...{ initials: "A.B.", callName: "Anna", lastName: CANARIES.name, nameUse: "own", gender: "female" },
        ...{ birthDate: "1944-02-29", inCareSince: "2026-11-21", locationId: "own", bsn: CANARIES.bsn },
      },
      requestKey: requestKey(),
    });
    const made = String(number);
    await api.records.add.mutate({
      ...{ clientId: made, kind: "contacts", requestKey: requestKey() },
      values: {
        ...{ name: CANARIES.name, phone: CANARIES.phone, email: `${CANARIES.email}@voorbeeld.example` },
        ...{ note: CANARIES.report },
      },
    });
    for (const search of [CANARIES.name, CANARIES.bsn]) {
      await api.clients.search.query({ search });
      await api.clients.list.query({ search });
    }
    await api.clients.alike.query({ values: { lastName: CANARIES.name, bsn: CANARIES.bsn } });
    await api.clients.personalia.query({ clientId: made });
    await api.clients.bsn.query({ clientId: made });
  },
};

const dossier: Walk = {
  name: "writing and reading a dossier",
  go: async ({ api, send }) => {
    const part = "reports";
    const values = { text: CANARIES.report, discipline: "carer" };
    await api.entries.saveDraft.mutate({ clientId, part, values: { ...values, text: CANARIES.draft } });
    await api.entries.add.mutate({ clientId, part, values, requestKey: requestKey() });
    await api.entries.form.query({ clientId, part });
    await api.dossier.entries.query({ clientId, part, search: CANARIES.report });
    const file = Buffer.from(`${CANARIES.document} ${CANARIES.bsn}\n`);
    const fields = {
      ...{ clientId, requestKey: requestKey(), fileName: `${CANARIES.fileName}.txt`, bytes: file.length },
      values: {
        title: CANARIES.document,
        label: "letter",
        writtenOn: "2026-11-20",
        author: CANARIES.name,
        note: "",
      },
    };
    const { status } = await send(uploadDocument, "/api/uploads/documents", framed(fields, file), asUpload);
    assertDone(status, "A document");
  },
};

const questionnaire: Walk = {
  name: "a questionnaire filled in",
  go: async ({ api }) => {
    const question = {
      code: "prose",
      kind: "prose" as const,
      text: "Verhaal?",
      help: "",
      required: true,
      options: [],
    };
    const definition = { title: "Gewoonten", intro: "", questions: [question] };
    const concept = await api.questionnaires.save.mutate({ requestKey: requestKey(), definition });
    const { id } = await api.questionnaires.publish.mutate(concept);
    await api.questionnaires.fillIn.mutate({
      ...{ clientId, questionnaireId: id, edition: 1, requestKey: requestKey(), submit: true },
      ...{ answers: { prose: CANARIES.answer }, filledInBy: CANARIES.name },
    });
  },
};

const consent: Walk = {
  name: "consent, a copy and an address list",
  go: async ({ api, send }) => {
    for (const partyId of ["care-chain", "prem"]) {
      await api.consent.record.mutate({
        ...{ clientId, partyId, last: 0, answer: "yes", decidedOn: "2026-11-20", deciders: ["client"] },
        ...{ note: CANARIES.report, requestKey: requestKey() },
      });
    }
    const copy = JSON.stringify({ clientId, partyId: "care-chain" });
    assertDone((await send(giveCopy, "/api/party-copies", copy)).status, "A copy");
    const list = JSON.stringify({ partyId: "prem" });
    assertDone((await send(giveAddressList, "/api/address-lists", list)).status, "An address list");
  },
};

const exporting: Walk = {
  name: "an export, made and downloaded",
  go: async ({ api, engine, send }) => {
    const { exportId } = await api.export.request.mutate({
      ...{ clientId, requestKey: requestKey(), note: CANARIES.report },
    });
    await engine.settled();
    await api.export.list.query({ clientId });
    const route = (request: Request) => download(request, { params: Promise.resolve({ exportId }) });
    assertDone((await send(route, `/api/exports/${exportId}`, "")).status, "A download");
  },
};

const importing: Walk = {
  name: "an import, and one that cannot be read",
  go: async ({ api, send }) => {
    const patient = {
      ...{ resourceType: "Patient", id: CANARIES.imported, birthDate: "1941-03-14", gender: "female" },
      name: [{ family: CANARIES.imported, given: ["Ingrid"] }],
    };
    const entry = [{ resource: patient }, { resource: { resourceType: CANARIES.imported, id: "x" } }];
    const whole = JSON.stringify({ resourceType: "Bundle", type: "collection", entry });
    for (const [index, text] of [whole, whole.slice(0, -30), `{"${CANARIES.imported}":`].entries()) {
      const bytes = Buffer.from(text);
      const name = `${CANARIES.fileName}-${index}.json`;
      const files = [{ name, bytes: bytes.length }];
      const begun = await api.imports.begin.mutate({ locationIds: ["own"], requestKey: requestKey(), files });
      const { importId } = begun;
      const fields = { importId, fileId: begun.files[0]?.id };
      const { status } = await send(uploadImport, "/api/uploads/imports", framed(fields, bytes), asUpload);
      assertDone(status, "A file to import");
      await api.imports.start.mutate({ importId });
      for (;;) {
        const { imports } = await api.imports.list.query();
        const { status: state } = imports.find(({ id }) => id === importId) ?? {};
        if (state === "done" || state === "failed") break;
        await wait(20);
      }
      await api.imports.report.query({ importId });
    }
  },
};

const looking: Walk = {
  name: "what administrators look at",
  go: async ({ api, engine }) => {
    await engine.settled();
    for (const { id } of (await api.jobs.list.query({})).lines) await api.jobs.run.query({ runId: id });
    for (const { id } of (await api.mail.list.query({})).lines) await api.mail.one.query({ mailId: id });
  },
};

/** Every way through the product so far; a room that adds one adds its walk here. */
export const WALKS: readonly Walk[] = [
  ...[signIn, intake, dossier, questionnaire, consent, exporting, importing, looking],
  ...[breaking, badInput],
];
