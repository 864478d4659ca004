import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** What the server does at a moment of the conversation: an answer, or breaking off. */
export type Answer = string | "break";

export interface Script {
  greeting?: Answer;
  rcpt?: Answer;
  /** Addresses nobody has */
  refuses?: RegExp;
  data?: Answer;
  /** After the whole text */
  end?: Answer;
  /** The most connections at a time; a further one is turned away */
  most?: number;
  /** After so many texts it breaks every connection at the next envelope */
  breakAfter?: number;
}

/** A mail server that plays a script; without one it takes everything. */
export async function startMailServer(script: Script = {}) {
  const taken: string[] = [];
  const seen = { connections: 0, texts: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    seen.connections += 1;
    sockets.add(socket);
    const say = (answer: Answer) => (answer === "break" ? socket.destroy() : socket.write(`${answer}\r\n`));
    let text: string | undefined;
    let rest = "";
    socket.on("close", () => sockets.delete(socket));
    say(
      script.most !== undefined && sockets.size > script.most
        ? "421 one at a time"
        : (script.greeting ?? "220 test"),
    );
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      rest += chunk.toString();
      for (let at = rest.indexOf("\r\n"); at >= 0; at = rest.indexOf("\r\n")) {
        const line = rest.slice(0, at);
        rest = rest.slice(at + 2);
        if (text !== undefined) {
          if (line !== ".") {
            text += `${line}\n`;
            continue;
          }
          seen.texts += 1;
          const answer = script.end ?? "250 taken";
          if (answer.startsWith("2")) taken.push(text);
          text = undefined;
          say(answer);
        } else if (line.startsWith("EHLO")) say("250 test");
        else if (seen.texts >= (script.breakAfter ?? Number.POSITIVE_INFINITY)) say("break");
        else if (line.startsWith("RCPT") && script.refuses?.test(line)) say("550 nobody");
        else if (line.startsWith("RCPT")) say(script.rcpt ?? "250 ok");
        else if (line.startsWith("DATA")) {
          const answer = script.data ?? "354 go on";
          if (answer.startsWith("3")) text = "";
          say(answer);
        } else if (line.startsWith("QUIT")) {
          say("221 bye");
          socket.end();
        } else say("250 ok");
      }
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port could be had.");
  return {
    port: address.port,
    script,
    taken,
    seen,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
