import { cron, eventType } from "inngest";
import { getWorld } from "@/server/core/world";
import { deliverMail, sweepMail } from "@/server/mail/deliver";
import { MAIL_QUEUED } from "@/server/mail/events";
import { inngest } from "./client";

/**
 * Sends what is due: at once when an act queued mail, and every five minutes for what has to be tried again. One at a
 * time: mails go one after another over one connection.
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
    const { sent, tried } = await step.run({ id: "send", name: "Versturen" }, () => deliverMail(getWorld()));
    const removed = await step.run({ id: "sweep", name: "Oude mail opruimen" }, () => sweepMail(getWorld()));
    return { sent, tried, removed };
  },
);
