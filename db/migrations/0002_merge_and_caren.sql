CREATE TABLE `caren_commands` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text,
	`asked_at` integer NOT NULL,
	`asked_by` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`ended_at` integer,
	`ended` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `caren_commands_client` ON `caren_commands` (`client_id`);--> statement-breakpoint
CREATE INDEX `caren_commands_open` ON `caren_commands` (`asked_at`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `caren_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_by_id` text,
	`expires_at` integer NOT NULL,
	`address` text NOT NULL,
	`letter_file` text,
	`letter_key` text,
	`letter_bytes` integer,
	`ended_at` integer,
	`ended` text,
	`ended_by` text,
	`relation_id` text,
	`request_key` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`relation_id`) REFERENCES `portal_relations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `caren_invitations_code_hash_unique` ON `caren_invitations` (`code_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `caren_invitations_letter_file_unique` ON `caren_invitations` (`letter_file`);--> statement-breakpoint
CREATE UNIQUE INDEX `caren_invitations_request_key_unique` ON `caren_invitations` (`request_key`);--> statement-breakpoint
CREATE INDEX `caren_invitations_client` ON `caren_invitations` (`client_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `caren_invitations_due` ON `caren_invitations` (`expires_at`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `caren_invitations_open` ON `caren_invitations` (`client_id`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `caren_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`driver` text DEFAULT 'embedded' NOT NULL,
	`messages_to_network` integer DEFAULT false NOT NULL,
	`messages_to_client` integer DEFAULT false NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `duplicate_changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`one_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duplicate_changes_one_id_unique` ON `duplicate_changes` (`one_id`);--> statement-breakpoint
CREATE TABLE `duplicate_decisions` (
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by_id` text NOT NULL,
	`decided_by` text NOT NULL,
	`compared` text NOT NULL,
	`ended_at` integer,
	`ended` text,
	PRIMARY KEY(`one_id`, `other_id`)
);
--> statement-breakpoint
CREATE INDEX `duplicate_decisions_standing` ON `duplicate_decisions` (`decided_at`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE INDEX `duplicate_decisions_other` ON `duplicate_decisions` (`other_id`);--> statement-breakpoint
CREATE TABLE `duplicate_pairs` (
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`same_bsn` integer NOT NULL,
	`bits` real NOT NULL,
	`reasons` text NOT NULL,
	`found_at` integer NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`)
);
--> statement-breakpoint
CREATE INDEX `duplicate_pairs_order` ON `duplicate_pairs` (`same_bsn`,`bits`);--> statement-breakpoint
CREATE INDEX `duplicate_pairs_other` ON `duplicate_pairs` (`other_id`);--> statement-breakpoint
CREATE TABLE `duplicate_scan` (
	`id` integer PRIMARY KEY NOT NULL,
	`asked_at` integer,
	`started_at` integer,
	`finished_at` integer,
	`failed_at` integer,
	`progress` integer DEFAULT 0 NOT NULL,
	`people` integer DEFAULT 0 NOT NULL,
	`names` text
);
--> statement-breakpoint
CREATE TABLE `location_message_drafts` (
	`employee_id` text NOT NULL,
	`location_id` text DEFAULT '' NOT NULL,
	`body` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`employee_id`, `location_id`),
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `location_message_recipients` (
	`message_id` text NOT NULL,
	`account_id` text NOT NULL,
	`client_id` text NOT NULL,
	`relation_id` text,
	`state` text NOT NULL,
	`delivered_at` integer,
	`read_at` integer,
	`skipped` text,
	`notice` text NOT NULL,
	`notice_at` integer,
	`mail_id` text,
	PRIMARY KEY(`message_id`, `account_id`, `client_id`),
	FOREIGN KEY (`message_id`) REFERENCES `location_messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `portal_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `location_message_recipients_account` ON `location_message_recipients` (`account_id`,`delivered_at`);--> statement-breakpoint
CREATE INDEX `location_message_recipients_client` ON `location_message_recipients` (`client_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `location_message_recipients_mail` ON `location_message_recipients` (`mail_id`) WHERE mail_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `location_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`sender_id` text NOT NULL,
	`sender` text NOT NULL,
	`body` text NOT NULL,
	`location_id` text,
	`location_name` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`scheduled_at` integer,
	`started_at` integer,
	`sent_at` integer,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdraw_reason` text,
	`stopped` text,
	`expected_clients` integer NOT NULL,
	`expected_accounts` integer NOT NULL,
	`places` text,
	`cursor` text,
	`collected_at` integer,
	`total` integer DEFAULT 0 NOT NULL,
	`delivered` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`request_key` text NOT NULL,
	`request_digest` text NOT NULL,
	FOREIGN KEY (`sender_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `location_messages_request_key_unique` ON `location_messages` (`request_key`);--> statement-breakpoint
CREATE INDEX `location_messages_created` ON `location_messages` (`created_at`);--> statement-breakpoint
CREATE INDEX `location_messages_sender` ON `location_messages` (`sender_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `location_messages_due` ON `location_messages` (`scheduled_at`) WHERE started_at IS NULL AND withdrawn_at IS NULL;--> statement-breakpoint
CREATE TABLE `merge_changes` (
	`merge_id` text NOT NULL,
	`table_name` text NOT NULL,
	`key` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	PRIMARY KEY(`merge_id`, `table_name`, `key`),
	FOREIGN KEY (`merge_id`) REFERENCES `merges`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `merge_rows` (
	`merge_id` text NOT NULL,
	`table_name` text NOT NULL,
	`slice` integer NOT NULL,
	`origin` text NOT NULL,
	`keys` text NOT NULL,
	PRIMARY KEY(`merge_id`, `table_name`, `slice`),
	FOREIGN KEY (`merge_id`) REFERENCES `merges`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text PRIMARY KEY NOT NULL,
	`survivor_id` text NOT NULL,
	`retired_id` text NOT NULL,
	`choices` text NOT NULL,
	`plan` text NOT NULL,
	`merged_at` integer NOT NULL,
	`merged_by` text NOT NULL,
	`merged_by_id` text,
	`request_key` text NOT NULL,
	`request_digest` text NOT NULL,
	`person_before` text NOT NULL,
	`person_before_undo` text,
	`undone_at` integer,
	`undone_by` text,
	`undone_by_id` text,
	`undo_key` text,
	FOREIGN KEY (`survivor_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`retired_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `merges_request_key_unique` ON `merges` (`request_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `merges_undo_key_unique` ON `merges` (`undo_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `merges_retired` ON `merges` (`retired_id`) WHERE undone_at IS NULL;--> statement-breakpoint
CREATE INDEX `merges_survivor` ON `merges` (`survivor_id`,`merged_at`);--> statement-breakpoint
DROP INDEX `clients_birth_date`;--> statement-breakpoint
DROP INDEX `clients_without_bsn`;--> statement-breakpoint
DROP INDEX `clients_sort_name`;--> statement-breakpoint
ALTER TABLE `clients` ADD `merged_into_id` text;--> statement-breakpoint
CREATE INDEX `clients_merged` ON `clients` (`merged_into_id`,`id`) WHERE merged_into_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `clients_birth_date` ON `clients` (`birth_date`,`number`,`merged_into_id`);--> statement-breakpoint
CREATE INDEX `clients_without_bsn` ON `clients` (`number`,`out_of_care_since`,`id`) WHERE bsn_search IS NULL AND bsn_sealed IS NULL AND merged_into_id IS NULL;--> statement-breakpoint
CREATE INDEX `clients_sort_name` ON `clients` (`sort_name`,`number`,`merged_into_id`);--> statement-breakpoint
DROP INDEX `mails_due`;--> statement-breakpoint
ALTER TABLE `mails` ADD `bulk` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `mails_ended` ON `mails` (`ended_at`) WHERE ended_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `mails_useful` ON `mails` (`useful_until`) WHERE useful_until IS NOT NULL;--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`bulk`,`state`,`next_attempt_at`);--> statement-breakpoint
ALTER TABLE `portal_accounts` ADD `message_notices` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `portal_relations` ADD `name` text;--> statement-breakpoint
ALTER TABLE `portal_relations` ADD `caren_role` text;--> statement-breakpoint
CREATE INDEX `dossier_roles_owners` ON `dossier_roles` (`client_id`,`employee_id`,`from_date`,`until_date`) WHERE role = 'owner' AND ended_at IS NULL;