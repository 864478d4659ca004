import superjson from "superjson";
import { POST as callApi } from "@/app/api/trpc/[trpc]/route";
import { POST as uploadDocument } from "@/app/api/uploads/documents/route";
import { POST as uploadImport } from "@/app/api/uploads/imports/route";
import { POST as uploadStatement } from "@/app/api/uploads/statements/route";
import { DECLARED } from "@/tests/access/declared";
import { framed, TYPE } from "@/tests/files/uploading";
import { CANARIES } from "./canaries";
import type { Walk } from "./walks";

/** All canaries in one text, as someone pastes a page of a dossier into a field. */
const PASTED = Object.values(CANARIES).join(" ");
const laced = { [CANARIES.name]: PASTED, values: { [CANARIES.name]: PASTED }, text: [PASTED] };

/** An input with something else at each of its places. */
function replaced(input: Record<string, unknown>, by: unknown): Record<string, unknown> {
  const places = [...Object.keys(input), "clientId", "locationIds", "email", "code", "password", "values"];
  return Object.fromEntries(places.map((place) => [place, by]));
}

/** Every procedure gets input it must refuse, or that is nothing it knows, full of canaries. */
export const badInput: Walk = {
  name: "bad input at every door",
  go: async ({ send, signIn, signInPortal }) => {
    for (const [path, { input, door }] of Object.entries(DECLARED)) {
      const right = input?.() ?? {};
      // Some end the session they were called with.
      const cookie = door.startsWith("portal") ? await signInPortal() : await signIn();
      for (const wrong of [
        replaced(right, PASTED),
        replaced(right, [PASTED]),
        replaced(right, laced),
        PASTED,
      ]) {
        const whole = typeof wrong === "string" ? wrong : { ...right, ...wrong };
        await send(callApi, `/api/trpc/${path}`, superjson.stringify(whole), { cookie });
      }
      await send(callApi, `/api/trpc/${path}`, `{"json":{"clientId":"${PASTED}`, { cookie });
    }
    for (const route of [uploadDocument, uploadImport, uploadStatement]) {
      const fields = { clientId: PASTED, importId: PASTED, fileName: `${CANARIES.fileName}.svg`, bytes: 9 };
      for (const body of [framed(fields, Buffer.from(PASTED)), Buffer.from(PASTED)])
        await send(route, "/api/uploads", body, { "content-type": TYPE });
    }
  },
};

/** What nobody foresaw: errors whose messages hold what was being stored, as those of a database do. */
export const breaking: Walk = {
  name: "the database fails while writing",
  go: async ({ world, api, stranger, engine }) => {
    const { write } = world.db;
    Object.assign(world.db, {
      write: () => Promise.reject(new Error(`Failed query: insert into clients values ('${PASTED}')`)),
    });
    try {
      const values = { text: CANARIES.report, discipline: "carer" };
      const add = { clientId: "20001", part: "reports", values, requestKey: "privacy-breaks" };
      const acts = await Promise.allSettled([
        api.entries.add.mutate(add),
        api.clients.search.query({ search: CANARIES.name }),
        stranger.account.askNewPassword.mutate({ email: `${CANARIES.email}@kroniek.example` }),
      ]);
      if (acts.some(({ status }) => status === "fulfilled"))
        throw new Error("An act was done without being written.");
      engine.wake();
    } finally {
      Object.assign(world.db, { write });
    }
  },
};
