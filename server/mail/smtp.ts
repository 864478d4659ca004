import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { SmtpServer } from "../core/env";
import type { Carrier } from "./carrier";
import { makeComposer } from "./mime";
import { type Outcome, outcomeOf } from "./rules";

/** A server that does not connect, greet or answer within these is tried again later. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;
/** The most connections at a time; a mail server that allows fewer is served over those it allows. */
const LANES = 8;

interface Failure {
  code?: string;
  command?: string;
  responseCode?: number;
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return {};
  const { code, command, responseCode } = error as Error & Failure;
  return { code, command, responseCode };
}

/** Waits for a callback, or for the connection to break under it. */
function settled(
  connection: SMTPConnection,
  ask: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const broke = (error?: Error) =>
      reject(error ?? Object.assign(new Error("closed"), { code: "ECONNECTION" }));
    connection.once("error", broke);
    connection.once("end", broke);
    ask((error) => {
      connection.off("error", broke);
      connection.off("end", broke);
      if (error) reject(error);
      else resolve();
    });
  });
}

async function connect(server: SmtpServer): Promise<SMTPConnection> {
  const { host, port, secure, requireTls, auth } = server;
  const timeouts = {
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  };
  const connection = new SMTPConnection({ host, port, secure, requireTLS: requireTls, ...timeouts });
  // What breaks between two mails is found out by the next one.
  connection.on("error", () => undefined);
  try {
    await settled(connection, (done) => connection.connect(done));
    if (auth) await settled(connection, (done) => connection.login(auth, done));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** The text, and whether anyone has begun to take it: the connection does so only when the server asked for it. */
function watched(bytes: Buffer): { stream: Readable; begun: () => boolean } {
  let begun = false;
  const stream = new Readable({
    read() {
      begun = true;
      this.push(bytes);
      this.push(null);
    },
  });
  return { stream, begun: () => begun };
}

const addressOf = (from: string) => from.match(/<([^>]+)>/)?.[1] ?? from;

/**
 * Brings mail to a mail server, one connection for as long as it holds. After a connection that could not be made or
 * broke it is not usable any more: the next round makes a new one.
 */
export function createSmtpCarrier(server: SmtpServer): Carrier {
  let connection: SMTPConnection | undefined;
  let usable = true;
  const bytesOf = makeComposer();
  const giveUp = (error: unknown, handedOver: boolean): Outcome => {
    const failure = failureOf(error);
    if (failure.responseCode === undefined || failure.code === "EAUTH") {
      usable = false;
      connection?.close();
    }
    return outcomeOf({ ...failure, handedOver });
  };
  return {
    get usable() {
      return usable;
    },
    repeatable: false,
    lanes: LANES,
    ready: async () => {
      try {
        connection ??= await connect(server);
        return true;
      } catch {
        // Each mail that then waits says by itself what was wrong with the connection.
        usable = false;
        return false;
      }
    },
    send: async (message) => {
      const bytes = await bytesOf(message);
      try {
        connection ??= await connect(server);
      } catch (error) {
        return giveUp(error, false);
      }
      const open = connection;
      const { stream, begun } = watched(bytes);
      const envelope = { from: addressOf(message.from), to: message.to };
      try {
        await settled(open, (done) => open.send(envelope, stream, done));
        return { went: "sent" };
      } catch (error) {
        const outcome = giveUp(error, begun());
        // A refused mail leaves its envelope behind: the next one begins on a clean slate.
        if (usable) await settled(open, (done) => open.reset(done)).catch((again) => giveUp(again, false));
        return outcome;
      }
    },
    close: () => connection?.quit(),
  };
}
