import MailComposer from "nodemailer/lib/mail-composer";
import type { Message } from "./carrier";

/** What is the same in every copy of a mail that goes to many. */
interface Frame {
  of: string;
  heads: string;
  body: string;
}

/** An address that stands in a header as it is: one word of plain ASCII, without what separates addresses. */
const PLAIN_ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+$/;
const OWN_HEADS = /^(?:To|Date|Message-ID):.*\r\n(?:[ \t].*\r\n)*/gim;

/** The same each time: a mail server that sees it twice can tell. */
function messageIdOf({ id, from }: Message): string {
  return `<${id}@${from.match(/@([^\s>]+)/)?.[1] ?? "kroniek"}>`;
}

function compose(message: Message): Promise<Buffer> {
  const { from, to, subject, text, at } = message;
  return new MailComposer({
    from,
    to,
    subject,
    text,
    date: new Date(at),
    messageId: messageIdOf(message),
    headers: { "Auto-Submitted": "auto-generated" },
  })
    .compile()
    .build();
}

async function frameOf(message: Message, of: string): Promise<Frame> {
  const whole = (await compose(message)).toString("latin1");
  const cut = whole.indexOf("\r\n\r\n") + 2;
  return { of, heads: whole.slice(0, cut).replace(OWN_HEADS, ""), body: whole.slice(cut) };
}

/**
 * Makes mails as they go over the line. What the last one said is kept: of a notice to thousands only who it is for,
 * when and its number differ.
 */
export function makeComposer(): (message: Message) => Promise<Buffer> {
  let last: Frame | undefined;
  return async (message) => {
    const { from, to, subject, text, at } = message;
    if (!PLAIN_ADDRESS.test(to)) return compose(message);
    const of = JSON.stringify([from, subject, text]);
    if (last?.of !== of) last = await frameOf(message, of);
    const date = new Date(at).toUTCString().replace("GMT", "+0000");
    const own = `To: ${to}\r\nDate: ${date}\r\nMessage-ID: ${messageIdOf(message)}\r\n`;
    return Buffer.from(`${own}${last.heads}${last.body}`, "latin1");
  };
}
