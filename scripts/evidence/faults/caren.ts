import { openTemporaryWorld } from "@/scripts/temporary-world";
import { askCaren } from "@/server/caren/gateway";
import { drip, LIARS, link, listen, setCaren, text } from "@/tests/caren/liars";

/** The promise is two seconds; what is over it is this process finding its turn. */
const WITHIN_MS = 2_500;

/** A Caren that told the truth a moment ago and then is silent, slow, or lies: nothing is known, and soon. */
async function silenced(answer: Parameters<typeof listen>[0]): Promise<boolean> {
  const world = await openTemporaryWorld();
  world.log = () => undefined;
  let lies = false;
  const truth = text(JSON.stringify({ links: [link] }));
  const server = await listen((...all) => (lies ? answer : truth)(...all));
  try {
    await setCaren(world, server.url);
    const before = await askCaren(world);
    lies = true;
    const began = performance.now();
    const after = await askCaren(world);
    return before.known && !after.known && performance.now() - began < WITHIN_MS;
  } finally {
    await server.stop();
    await world.close();
  }
}

/** After three silences nobody waits any more: a hundred questions at once are answered without asking. */
async function leftAlone(): Promise<boolean> {
  const world = await openTemporaryWorld();
  world.log = () => undefined;
  let asked = 0;
  const server = await listen((request, response) => {
    asked += 1;
    drip(request, response);
  });
  try {
    await setCaren(world, server.url);
    for (let time = 0; time < 3; time++) await askCaren(world);
    const answers = await Promise.all(Array.from({ length: 100 }, () => askCaren(world)));
    return asked === 3 && answers.every(({ known }) => !known);
  } finally {
    await server.stop();
    await world.close();
  }
}

/** A Caren that fails makes everyone Onbekend within two seconds; what it said before is never shown instead. */
export async function carenFailing(): Promise<boolean> {
  for (const answer of [...Object.values(LIARS), drip]) if (!(await silenced(answer))) return false;
  return leftAlone();
}
