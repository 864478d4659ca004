import { cron, eventType } from "inngest";
import { getWorld } from "@/server/core/world";
import { deliverMail, sweepMail } from "@/server/mail/deliver";
import { MAIL_QUEUED } from "@/server/mail/events";
import { inngest } from "./client";

/** A round ends after some time, so that a run shows what it did; what is left after all of them is the next run's. */
const MOST_ROUNDS = 500;

/**
 * Sends what is due: at once when an act queued mail, and every five minutes for what has to be tried again. One at a
 * time: it shares the connections out itself.
 */
export const sendMail = inngest.createFunction(
  {
    id: "send-mail",
    name: "Mail versturen",
    triggers: [eventType(MAIL_QUEUED), cron("TZ=Europe/Amsterdam */5 * * * *")],
    retries: 3,
    concurrency: { limit: 1 },
  },
  async ({ step }) => {
    const told = { sent: 0, tried: 0 };
    let more = true;
    for (let round = 1; more && round <= MOST_ROUNDS; round++) {
      const id = round === 1 ? "send" : `send-${round}`;
      const did = await step.run({ id, name: "Versturen" }, () => deliverMail(getWorld()));
      told.sent += did.sent;
      told.tried += did.tried;
      more = did.more;
    }
    const removed = await step.run({ id: "sweep", name: "Oude mail opruimen" }, () => sweepMail(getWorld()));
    return { ...told, removed };
  },
);
