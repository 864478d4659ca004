/** Says that there is mail to send; which is in the database. */
export const MAIL_QUEUED = "mail/queued";
