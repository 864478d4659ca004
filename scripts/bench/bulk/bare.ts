import { once } from "node:events";
import { connect } from "node:net";

const TEXT = `From: Kroniek <kroniek@kroniek.example>\r
To: naaste@post.example\r
Subject: Er staat een bericht voor u klaar\r
Auto-Submitted: auto-generated\r
MIME-Version: 1.0\r
Content-Type: text/plain; charset=utf-8\r
Content-Transfer-Encoding: 7bit\r
\r
In Caren staat een bericht voor u klaar. Log in om het te lezen:\r
\r
http://localhost:3000/caren\r
\r
Wilt u geen mail meer over nieuwe berichten? Dat zet u uit bij Uw account in Caren.\r
\r
Deze mail is automatisch verstuurd. Antwoorden worden niet gelezen.\r
.\r
`;
const envelope = (to: number) =>
  `MAIL FROM:<kroniek@kroniek.example>\r\nRCPT TO:<bare-${to}@post.example>\r\nDATA\r\n`;

/**
 * The most a mail server can be given over one connection: envelopes pipelined behind the text before (RFC 2920), nothing
 * looked up, made, stored or sealed.
 * @returns mails a second
 */
export async function bareMailsPerSecond(port: number, mails: number): Promise<number> {
  const socket = connect(port, "127.0.0.1").setNoDelay(true);
  const start = performance.now();
  let [begun, done, rest] = [0, 0, ""];
  let phase: "greeting" | "hello" | "envelope" | "text" = "greeting";
  const next = () => (begun < mails ? envelope(begun++) : "");
  socket.on("data", (chunk) => {
    rest += chunk.toString("latin1");
    let says = "";
    for (let at = rest.indexOf("\r\n"); at >= 0; at = rest.indexOf("\r\n")) {
      const line = rest.slice(0, at);
      rest = rest.slice(at + 2);
      if (phase === "greeting") [phase, says] = ["hello", "EHLO bare\r\n"];
      else if (phase === "hello" && line[3] === " ") [phase, says] = ["envelope", next()];
      else if (line.startsWith("354")) {
        phase = "text";
        says += TEXT + next();
      } else if (phase === "text") {
        phase = "envelope";
        done += 1;
      }
    }
    if (says !== "") socket.write(says);
    if (done === mails) socket.end();
  });
  await once(socket, "close");
  return mails / ((performance.now() - start) / 1_000);
}
