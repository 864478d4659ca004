import { createServer } from "node:net";

/*
 * A mail server that takes everything, pipelined or not, and remembers for whom: a process of its own. Over the channel of
 * its parent it tells how much it took, and begins anew when told to.
 */

const taken = new Map<string, number>();

/** What to answer to one line of an envelope; the address it names, if any. */
function answer(line: string): { says: string; to?: string } {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === "EHLO") return { says: "250-sink\r\n250 PIPELINING" };
  if (verb === "DATA") return { says: "354 go on" };
  if (verb === "QUIT") return { says: "221 bye" };
  if (verb === "RCPT")
    return { says: "250 ok", to: line.slice(line.indexOf("<") + 1, line.lastIndexOf(">")) };
  return { says: "250 ok" };
}

const END = "\r\n.\r\n";

const server = createServer((socket) => {
  socket.setNoDelay(true);
  let rest = "";
  let isText = false;
  let to = "";
  socket.write("220 sink\r\n");
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    rest += chunk.toString("latin1");
    let says = "";
    for (;;) {
      const at = rest.indexOf(isText ? END : "\r\n");
      if (at < 0) break;
      if (isText) {
        taken.set(to, (taken.get(to) ?? 0) + 1);
        says += "250 taken\r\n";
        isText = false;
        rest = rest.slice(at + END.length);
        continue;
      }
      const line = rest.slice(0, at);
      rest = rest.slice(at + 2);
      const answered = answer(line);
      to = answered.to ?? to;
      isText = answered.says.startsWith("354");
      says += `${answered.says}\r\n`;
    }
    if (says !== "") socket.write(says);
  });
}).listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : undefined });
});

process.on("message", (asked) => {
  if (asked === "forget") taken.clear();
  if (asked === "list") process.send?.({ list: [...taken] });
  else process.send?.({ count: taken.size });
});
process.on("disconnect", () => process.exit(0));
