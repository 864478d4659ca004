import type { mails } from "@/db/schema/mails";
import type { Keys } from "@/server/core/keys";
import { sealFor } from "@/server/mail/sealed";
import { composeMail, type MailKind, type MailValues } from "@/server/mail/templates";
import { demoId } from "./chance";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Mail as it ends: gone, refused by the mail server, and cancelled. Nothing of it is sent. */
export function demoMails(
  world: { keys: Pick<Keys, "blob">; env: { publicUrl: string } },
  now: number,
): (typeof mails.$inferInsert)[] {
  const ended = <Kind extends MailKind>(
    kind: Kind,
    to: string,
    values: MailValues<Kind>,
    how: Pick<typeof mails.$inferInsert, "state" | "problem" | "attempts">,
    hours: number,
  ): typeof mails.$inferInsert => {
    const id = demoId(now - hours * HOUR, `mail/${kind}`);
    const body = composeMail(kind, values, { publicUrl: world.env.publicUrl, organisation: null });
    return {
      ...{ id, kind, ...how, requestKey: `demo/${kind}`, queuedAt: now - hours * HOUR },
      toSealed: sealFor(world.keys, id, "to", to),
      bodySealed: how.state === "final" ? sealFor(world.keys, id, "body", JSON.stringify(body)) : null,
      endedAt: now - hours * HOUR + MINUTE,
    };
  };
  const link = `${world.env.publicUrl}/`;
  return [
    ended("password-set", "zorg@kroniek.example", { link }, { state: "sent", attempts: 1 }, 30),
    ended("sharing-invited", "extern@kroniek.example", { link }, { state: "cancelled", attempts: 0 }, 26),
    ended(
      "emergency-opened",
      "locatie@kroniek.example",
      { link },
      { state: "final", problem: "address-refused", attempts: 1 },
      5,
    ),
  ];
}
