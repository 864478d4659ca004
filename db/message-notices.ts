/**
 * How far the notice of a location message is follows the mail that brings it, whoever changes that: the mail's row is
 * gone after a month, the state with the recipient stays. A mail that is tried again still waits.
 */
export const messageNotices: readonly string[] = [
  `CREATE TRIGGER IF NOT EXISTS mails_message_notice AFTER UPDATE OF state ON mails
   WHEN new.kind = 'location-message' AND new.state <> 'sending' BEGIN
     UPDATE location_message_recipients SET notice_at = coalesce(new.ended_at, notice_at), notice = CASE new.state
       WHEN 'sent' THEN 'sent' WHEN 'uncertain' THEN 'uncertain'
       WHEN 'queued' THEN 'waiting' WHEN 'failed' THEN 'waiting' ELSE 'failed' END
     WHERE mail_id = new.id; END`,
];
