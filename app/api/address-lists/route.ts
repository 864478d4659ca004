import { type Caller, perform, performOnClient } from "@/server/access/perform";
import { writeAddressWorkbook } from "@/server/api/address-workbook";
import { makeContext } from "@/server/api/context";
import { answerFile } from "@/server/api/download";
import { streamOf } from "@/server/api/stream";
import { type AddressList, addressFor, candidatesFor, tellList } from "@/server/consent/address-list";
import { OneParty } from "@/server/consent/input";
import { outcomeOf } from "@/server/consent/rules";
import { DomainError } from "@/server/core/errors";
import type { World } from "@/server/core/world";

const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const tasks = ["consent.exchange"] as const;
const list = { tasks, audit: "consent.address-listed", kind: "query" } as const;
const look = { tasks, audit: { coveredBy: list.audit }, kind: "query" } as const;
const give = { tasks, audit: "consent.address-given", kind: "query" } as const;

/** So many clients are asked at once: their rows in the log then share a commit, and others get their turn soon. */
const TOGETHER = 10;

/** Asks consent client by client, each a row in the log: who may be approached, and of the others how many and why. */
async function ask(
  world: World,
  callerNow: () => Promise<Caller>,
  partyId: string,
  numbers: readonly number[],
): Promise<AddressList> {
  const found: AddressList = { lines: [], left: {} };
  for (let from = 0; from < numbers.length; from += TOGETHER) {
    await new Promise((resolve) => setImmediate(resolve));
    // A right that is taken away midway stops the rest.
    const caller = await callerNow();
    const asked = numbers
      .slice(from, from + TOGETHER)
      .map((number) =>
        performOnClient(world, caller, give, String(number), (ctx, client) =>
          addressFor(ctx, client, partyId),
        ),
      );
    for (const answer of await Promise.allSettled(asked)) {
      if (answer.status === "fulfilled") {
        found.lines.push(answer.value);
        continue;
      }
      const why = answer.reason instanceof DomainError ? outcomeOf(answer.reason.reason) : undefined;
      if (!why) throw answer.reason;
      found.left[why] = (found.left[why] ?? 0) + 1;
    }
  }
  return found;
}

/**
 * The address list a party gets for its questionnaires: Excel with only those who may be approached at this moment,
 * and how many of the others for which reason.
 */
export async function POST(request: Request): Promise<Response> {
  return answerFile(request, async (world, caller) => {
    // What cannot be read is refused behind the door, where it is logged.
    const asked = OneParty.safeParse(await request.json().catch(() => undefined));
    if (!asked.success) {
      await perform(world, caller, list, { kind: "none" }, () =>
        Promise.reject(new DomainError("input-invalid")),
      );
    }
    const partyId = asked.data?.partyId ?? "";
    const { name, numbers } = await perform(world, caller, look, { kind: "none" }, (ctx) =>
      candidatesFor(ctx, partyId),
    );
    const callerNow = async () => (await makeContext(world, request.headers)).caller;
    const found = await ask(world, callerNow, partyId, numbers);
    const day = await perform(world, caller, list, { kind: "none" }, async (ctx) => {
      tellList(ctx, partyId, found);
      return ctx.day;
    });
    const file = `adressenlijst-${day.replaceAll("-", "")}.xlsx`;
    return streamOf(world, { name: file, mime: EXCEL }, (sink) =>
      writeAddressWorkbook(sink, { party: name, madeAt: world.clock.now(), day, ...found }),
    );
  });
}
