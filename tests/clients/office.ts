import { reasonOf } from "@/server/access/perform";
import { DomainError } from "@/server/core/errors";
import { apiWith, type Holding, makePlaces } from "../access/people";
import { makeWorld, type TestWorld } from "../world";

/** The office: whoever manages clients everywhere. */
export const OFFICE: Holding = { tasks: ["client.manage", "caren.view"], reach: "everywhere" };

export type Api = Awaited<ReturnType<typeof apiWith>>;

/** A world with the small organisation, and the office at work in it. */
export async function makeOffice(): Promise<{ world: TestWorld; office: Api }> {
  const world = await makeWorld();
  await makePlaces(world);
  return { world, office: await apiWith(world, OFFICE) };
}

let asked = 0;

/** A key as the page makes one for each intention. */
export function requestKey(): string {
  asked += 1;
  return `intention-${asked}`;
}

/** What was refused: the reason, and what is wrong at each field. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return "done";
  } catch (error) {
    const fields: string[] = [];
    for (let at = error; at instanceof Error; at = at.cause) {
      if (at instanceof DomainError)
        fields.push(...at.fields.map(({ path, problem }) => `${path}:${problem}`));
    }
    return [reasonOf(error) ?? "unforeseen", ...new Set(fields)].join(" ");
  }
}

/** The cards of a client by kind, from every page under Algemeen. */
export async function cardsOf(api: Api, clientId: string) {
  const pages = ["family", "profile", "care", "planning"] as const;
  const cards = [...(await api.clients.personalia({ clientId })).cards];
  for (const page of pages) cards.push(...(await api.records.cards({ clientId, page })));
  return new Map(cards.map((card) => [card.kind, card]));
}

/** The records of one kind of a client. */
export async function recordsOf(api: Api, clientId: string, kind: string) {
  return (await cardsOf(api, clientId)).get(kind)?.records ?? [];
}

/** A new person as the intake form sends one. */
export function person(values: Record<string, string> = {}) {
  return {
    values: {
      ...{ initials: "A.B.", callName: "Anna", lastName: "Boom", nameUse: "own", gender: "female" },
      ...{ birthDate: "1944-02-29", inCareSince: "2026-11-21", locationId: "own", room: "7" },
      ...values,
    },
    requestKey: requestKey(),
  };
}
