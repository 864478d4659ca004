import { openTemporaryWorld } from "@/scripts/temporary-world";
import { deliverMail } from "@/server/mail/deliver";
import { mailsOf, queued, sendTo } from "@/tests/mail/queued";
import { type Script, startMailServer } from "@/tests/mail/smtp-server";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a mail server can do wrong, and what a mail that met it once must be. `silent` says nothing at all. */
const WRONGS: readonly (readonly [name: string, script: Script | "away", state: string])[] = [
  ["down", "away", "failed"],
  ["silent", { greeting: "" }, "failed"],
  ["going away", { greeting: "421 later" }, "failed"],
  ["4xx", { rcpt: "451 later" }, "failed"],
  ["4xx after the text", { end: "452 full" }, "failed"],
  ["5xx", { rcpt: "550 nobody" }, "final"],
  ["5xx after the text", { end: "554 no" }, "final"],
  ["broken after the text", { end: "break" }, "uncertain"],
];

/** One mail meets one fault, then a server that works for a day: how it ended, and how often its text was taken. */
async function meet(script: Script | "away"): Promise<{ first: string; last: string; taken: number }> {
  const world = await openTemporaryWorld();
  world.log = () => undefined;
  const server = await startMailServer(script === "away" ? {} : script);
  try {
    const { port } = server;
    sendTo(world, script === "away" ? 1 : port);
    await queued(world);
    await deliverMail(world);
    const [met] = await mailsOf(world);
    sendTo(world, port);
    for (const step of Object.keys(server.script)) delete server.script[step as keyof Script];
    for (let hour = 0; hour < 24; hour++) {
      world.clock.move(HOUR);
      await deliverMail(world);
    }
    const [mail] = await mailsOf(world);
    return { first: met?.state ?? "", last: mail?.state ?? "", taken: server.taken.length };
  } finally {
    await server.stop();
    await world.close();
  }
}

/** A server that never takes it: within a day the mail is final, and says so. */
async function givenUp(): Promise<boolean> {
  const world = await openTemporaryWorld();
  world.log = () => undefined;
  const server = await startMailServer({ rcpt: "451 later" });
  try {
    sendTo(world, server.port);
    await queued(world);
    const began = world.clock.now();
    let [mail] = await mailsOf(world);
    while (mail?.endedAt === null && world.clock.now() - began <= 2 * DAY) {
      await deliverMail(world);
      world.clock.move(HOUR / 2);
      [mail] = await mailsOf(world);
    }
    return mail?.state === "final" && mail.problem === "postponed" && world.clock.now() - began <= DAY + HOUR;
  } finally {
    await server.stop();
    await world.close();
  }
}

/** Mail waits, is tried again and arrives once; what was refused or may have arrived is not sent again. */
export async function smtpFailing(): Promise<boolean> {
  for (const [, script, state] of WRONGS) {
    const { first, last, taken } = await meet(script);
    const arrives = state === "failed";
    if (first !== state || last !== (arrives ? "sent" : state) || taken !== (arrives ? 1 : 0)) return false;
  }
  return givenUp();
}
