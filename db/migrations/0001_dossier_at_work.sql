CREATE TABLE `audit_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`requested_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`rows` integer DEFAULT 0 NOT NULL,
	`checkpoints` integer,
	`deviation` text,
	`deviation_sequence` integer
);
--> statement-breakpoint
CREATE TABLE `client_appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`subject` text NOT NULL,
	`with_whom` text,
	`place` text,
	`note` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`cancelled_on` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_appointments_client` ON `client_appointments` (`client_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `client_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`from_date` text,
	`until_date` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_notes_client` ON `client_notes` (`client_id`);--> statement-breakpoint
CREATE TABLE `client_passes` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`number` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_passes_client` ON `client_passes` (`client_id`);--> statement-breakpoint
CREATE INDEX `client_passes_number` ON `client_passes` (`number`);--> statement-breakpoint
CREATE TABLE `client_profile` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`aspect` text NOT NULL,
	`text` text NOT NULL,
	`from_date` text,
	`until_date` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_profile_client` ON `client_profile` (`client_id`);--> statement-breakpoint
CREATE TABLE `client_services` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`service` text NOT NULL,
	`provider` text,
	`note` text,
	`from_date` text NOT NULL,
	`until_date` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_services_client` ON `client_services` (`client_id`);--> statement-breakpoint
CREATE TABLE `client_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	`action` text NOT NULL,
	`before` text,
	`reason` text,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_by_id` text,
	`request_key` text,
	`request_digest` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_versions_request_key_unique` ON `client_versions` (`request_key`);--> statement-breakpoint
CREATE INDEX `client_versions_client` ON `client_versions` (`client_id`,`changed_at`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `client_versions_record` ON `client_versions` (`record_id`,`version`);--> statement-breakpoint
CREATE TABLE `instrument_switches` (
	`instrument` text PRIMARY KEY NOT NULL,
	`enabled` integer NOT NULL,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_by_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `consent_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`party_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`answer` text NOT NULL,
	`party_version` integer NOT NULL,
	`decided_on` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text,
	`deciders` text NOT NULL,
	`note` text,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`request_key` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consent_decisions_request_key_unique` ON `consent_decisions` (`request_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `consent_decisions_client` ON `consent_decisions` (`client_id`,`party_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `consent_decisions_party` ON `consent_decisions` (`party_id`,`client_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `consent_decisions_until` ON `consent_decisions` (`until_date`);--> statement-breakpoint
CREATE TABLE `consent_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`document_id` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	`added_by_id` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `consent_decisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consent_statements_decision` ON `consent_statements` (`decision_id`);--> statement-breakpoint
CREATE INDEX `consent_statements_client` ON `consent_statements` (`client_id`);--> statement-breakpoint
CREATE TABLE `parties` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`end_reason` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `party_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`basis` text NOT NULL,
	`legal_ground` text,
	`gets` text NOT NULL,
	`address_list` integer NOT NULL,
	`consent_from` integer NOT NULL,
	`since` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_by_id` text,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `party_versions_party` ON `party_versions` (`party_id`,`version`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`employee_id` text NOT NULL,
	`client_id` text NOT NULL,
	`part` text NOT NULL,
	`entry_id` text NOT NULL,
	`version` integer NOT NULL,
	`values` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`employee_id`, `client_id`, `part`, `entry_id`),
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_client` ON `drafts` (`client_id`);--> statement-breakpoint
CREATE INDEX `drafts_saved` ON `drafts` (`saved_at`);--> statement-breakpoint
CREATE TABLE `part_visits` (
	`employee_id` text NOT NULL,
	`client_id` text NOT NULL,
	`part` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`employee_id`, `client_id`, `part`),
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `part_visits_client` ON `part_visits` (`client_id`);--> statement-breakpoint
CREATE TABLE `entry_requests` (
	`actor` text NOT NULL,
	`request_key` text NOT NULL,
	`request_digest` text,
	`client_id` text NOT NULL,
	`part` text NOT NULL,
	`entry_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`actor`, `request_key`),
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entry_requests_client` ON `entry_requests` (`client_id`);--> statement-breakpoint
CREATE INDEX `entry_requests_at` ON `entry_requests` (`at`);--> statement-breakpoint
CREATE TABLE `entry_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`part` text NOT NULL,
	`entry_id` text NOT NULL,
	`version` integer NOT NULL,
	`row` text NOT NULL,
	`change` text NOT NULL,
	`reason` text,
	`replaced_at` integer NOT NULL,
	`replaced_by` text NOT NULL,
	`replaced_by_id` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_versions_entry` ON `entry_versions` (`entry_id`,`version`);--> statement-breakpoint
CREATE INDEX `entry_versions_client` ON `entry_versions` (`client_id`,`part`,`entry_id`,`version`);--> statement-breakpoint
CREATE TABLE `import_files` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`wrapped_key` text,
	`received_at` integer,
	`deleted_at` integer,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_files_position` ON `import_files` (`import_id`,`position`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`requested_by_id` text NOT NULL,
	`requested_by_name` text NOT NULL,
	`requested_at` integer NOT NULL,
	`request_key` text NOT NULL,
	`request_digest` text,
	`location_id` text NOT NULL,
	`status` text NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`failure` text,
	`phase` text,
	`bytes_known` integer NOT NULL,
	`bytes_done` integer DEFAULT 0 NOT NULL,
	`resources_read` integer DEFAULT 0 NOT NULL,
	`resources_done` integer DEFAULT 0 NOT NULL,
	`clients_known` integer,
	`clients_done` integer DEFAULT 0 NOT NULL,
	`totals` text,
	`report` text,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `imports_request_key_unique` ON `imports` (`request_key`);--> statement-breakpoint
CREATE INDEX `imports_requested` ON `imports` (`requested_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `imports_one_at_a_time` ON `imports` (`status`) WHERE status = 'pending';--> statement-breakpoint
CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`relation_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`edition` integer NOT NULL,
	`title` text NOT NULL,
	`instruction` text,
	`asked_at` integer NOT NULL,
	`asked_by` text NOT NULL,
	`asked_by_id` text NOT NULL,
	`due_on` text NOT NULL,
	`remind_on` text NOT NULL,
	`reminded_at` integer,
	`answers` text,
	`started_at` integer,
	`saved_at` integer,
	`submitted_at` integer,
	`submit_digest` text,
	`entry_id` text,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`request_key` text NOT NULL,
	`request_digest` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`relation_id`) REFERENCES `portal_relations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `profile_questionnaires`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activities_request_key_unique` ON `activities` (`request_key`);--> statement-breakpoint
CREATE INDEX `activities_client` ON `activities` (`client_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `activities_relation` ON `activities` (`relation_id`);--> statement-breakpoint
CREATE INDEX `activities_remind` ON `activities` (`remind_on`) WHERE reminded_at IS NULL AND submitted_at IS NULL AND withdrawn_at IS NULL;--> statement-breakpoint
CREATE TABLE `document_releases` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`document_id` text NOT NULL,
	`relation_id` text NOT NULL,
	`released_at` integer NOT NULL,
	`released_by` text NOT NULL,
	`released_by_id` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`relation_id`) REFERENCES `portal_relations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_releases_client` ON `document_releases` (`client_id`);--> statement-breakpoint
CREATE INDEX `document_releases_relation` ON `document_releases` (`relation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `document_releases_one` ON `document_releases` (`document_id`,`relation_id`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `family_members` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`name` text NOT NULL,
	`relation` text NOT NULL,
	`phone` text,
	`email` text,
	`address` text,
	`note` text,
	`from_date` text,
	`until_date` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `family_members_client` ON `family_members` (`client_id`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`employee_id` text,
	`to_sealed` text,
	`body_sealed` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`queued_at` integer NOT NULL,
	`retried_at` integer,
	`next_attempt_at` integer,
	`useful_until` integer,
	`ended_at` integer,
	`problem` text,
	`request_key` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_request_key` ON `mails` (`request_key`);--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`state`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `mails_employee` ON `mails` (`employee_id`,`queued_at`);--> statement-breakpoint
CREATE TABLE `portal_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`demo` integer DEFAULT false NOT NULL,
	`agreed_at` integer,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `portal_accounts_email` ON `portal_accounts` (`email`);--> statement-breakpoint
CREATE TABLE `portal_relations` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`client_id` text NOT NULL,
	`kind` text NOT NULL,
	`relation` text,
	`contact_id` text,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_by_id` text,
	`ended_at` integer,
	`ended_by` text,
	`end_reason` text,
	FOREIGN KEY (`account_id`) REFERENCES `portal_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `portal_relations_account` ON `portal_relations` (`account_id`);--> statement-breakpoint
CREATE INDEX `portal_relations_client` ON `portal_relations` (`client_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `portal_relations_one` ON `portal_relations` (`account_id`,`client_id`,`kind`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `profile_questionnaire_editions` (
	`questionnaire_id` text NOT NULL,
	`edition` integer NOT NULL,
	`definition` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`published_by_id` text,
	PRIMARY KEY(`questionnaire_id`, `edition`),
	FOREIGN KEY (`questionnaire_id`) REFERENCES `profile_questionnaires`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `profile_questionnaires` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`concept` text,
	`edition` integer DEFAULT 0 NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`request_key` text,
	`request_digest` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_by_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `profile_questionnaires_request_key_unique` ON `profile_questionnaires` (`request_key`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`holder_kind` text NOT NULL,
	`holder_id` text NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_holder` ON `recovery_codes` (`holder_kind`,`holder_id`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`id` text PRIMARY KEY NOT NULL,
	`holder_kind` text NOT NULL,
	`holder_id` text NOT NULL,
	`seed_sealed` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `second_factors_one` ON `second_factors` (`holder_kind`,`holder_id`) WHERE confirmed_at IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `second_factors_begun` ON `second_factors` (`holder_kind`,`holder_id`) WHERE confirmed_at IS NULL;--> statement-breakpoint
CREATE TABLE `dossier_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`employee_id` text NOT NULL,
	`role` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	`given_by_id` text,
	`ended_at` integer,
	`ended_by` text,
	`end_reason` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dossier_roles_employee` ON `dossier_roles` (`employee_id`,`client_id`,`role`,`from_date`,`until_date`,`ended_at`);--> statement-breakpoint
CREATE INDEX `dossier_roles_client` ON `dossier_roles` (`client_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `dossier_roles_one` ON `dossier_roles` (`client_id`,`employee_id`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `dossier_roles_owner` ON `dossier_roles` (`client_id`) WHERE role = 'owner' AND ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `emergency_accesses` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`employee_id` text NOT NULL,
	`employee_name` text NOT NULL,
	`reason` text NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_after` integer DEFAULT 0 NOT NULL,
	`until` integer NOT NULL,
	`reviewed_at` integer,
	`reviewed_by` text,
	`reviewed_by_id` text,
	`verdict` text,
	`review_note` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `emergency_accesses_employee` ON `emergency_accesses` (`employee_id`,`until`,`client_id`);--> statement-breakpoint
CREATE INDEX `emergency_accesses_client` ON `emergency_accesses` (`client_id`);--> statement-breakpoint
CREATE INDEX `emergency_accesses_open` ON `emergency_accesses` (`opened_at`) WHERE reviewed_at IS NULL;--> statement-breakpoint
DROP INDEX `audit_entries_client`;--> statement-breakpoint
DROP INDEX `audit_entries_actor`;--> statement-breakpoint
DROP INDEX `audit_entries_event`;--> statement-breakpoint
DROP INDEX `audit_entries_at`;--> statement-breakpoint
CREATE INDEX `audit_entries_not_done` ON `audit_entries` (`outcome`,`sequence`,`at`,`event`,`actor`,`client_id`,`emergency`) WHERE outcome <> 'done';--> statement-breakpoint
CREATE INDEX `audit_entries_emergency` ON `audit_entries` (`emergency`,`sequence`,`at`,`event`,`actor`,`client_id`,`outcome`) WHERE emergency = 1;--> statement-breakpoint
CREATE INDEX `audit_entries_sign_in` ON `audit_entries` (`objects`,`sequence`,`at`,`event`,`actor`,`client_id`,`outcome`,`emergency`) WHERE event = 'sign-in';--> statement-breakpoint
CREATE INDEX `audit_entries_client` ON `audit_entries` (`client_id`,`sequence`,`at`,`event`,`actor`,`outcome`,`emergency`);--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor`,`sequence`,`at`,`event`,`client_id`,`outcome`,`emergency`);--> statement-breakpoint
CREATE INDEX `audit_entries_event` ON `audit_entries` (`event`,`sequence`,`at`,`actor`,`client_id`,`outcome`,`emergency`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`,`sequence`);--> statement-breakpoint
DROP INDEX `client_locations_client`;--> statement-breakpoint
DROP INDEX `client_locations_location`;--> statement-breakpoint
CREATE INDEX `client_locations_client` ON `client_locations` (`client_id`,`location_id`,`from_date`,`until_date`);--> statement-breakpoint
CREATE INDEX `client_locations_location` ON `client_locations` (`location_id`,`client_id`,`from_date`,`until_date`);--> statement-breakpoint
DROP INDEX `clients_bsn`;--> statement-breakpoint
ALTER TABLE `clients` ADD `out_of_care_reason` text;--> statement-breakpoint
CREATE INDEX `clients_without_bsn` ON `clients` (`number`,`out_of_care_since`,`id`) WHERE bsn_search IS NULL AND bsn_sealed IS NULL;--> statement-breakpoint
CREATE INDEX `clients_bsn` ON `clients` (`bsn_search`) WHERE bsn_search IS NOT NULL;--> statement-breakpoint
DROP INDEX `care_plans_evaluate`;--> statement-breakpoint
ALTER TABLE `care_plans` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `care_plans` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `care_plans` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `care_plans` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `care_plans` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `care_plans` ADD `archive_reason` text;--> statement-breakpoint
CREATE INDEX `care_plans_ended` ON `care_plans` (`status`,`ended_on`,`id`,`archived_at`,`client_id`);--> statement-breakpoint
CREATE INDEX `care_plans_evaluate` ON `care_plans` (`status`,`evaluate_on`,`id`,`archived_at`,`client_id`);--> statement-breakpoint
DROP INDEX `restraints_evaluate`;--> statement-breakpoint
ALTER TABLE `restraints` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `restraints` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `restraints` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `restraints` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `restraints` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `restraints` ADD `archive_reason` text;--> statement-breakpoint
CREATE INDEX `restraints_evaluate` ON `restraints` (`status`,`evaluate_on`,`id`,`archived_at`,`client_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text,
	`portal_account_id` text,
	`stage` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`proved_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`portal_account_id`) REFERENCES `portal_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_one_holder" CHECK((employee_id IS NULL) <> (portal_account_id IS NULL))
);
--> statement-breakpoint
INSERT INTO `__new_sessions`("id", "employee_id", "portal_account_id", "stage", "created_at", "last_seen_at", "proved_at", "ended_at") SELECT "id", "employee_id", NULL, "stage", "created_at", "last_seen_at", "proved_at", "ended_at" FROM `sessions`;--> statement-breakpoint
DROP TABLE `sessions`;--> statement-breakpoint
ALTER TABLE `__new_sessions` RENAME TO `sessions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `sessions_employee` ON `sessions` (`employee_id`);--> statement-breakpoint
CREATE INDEX `sessions_portal_account` ON `sessions` (`portal_account_id`);--> statement-breakpoint
ALTER TABLE `employees` ADD `request_digest` text;--> statement-breakpoint
ALTER TABLE `employees` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `roles` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `account_links` ADD `employee_id` text;--> statement-breakpoint
ALTER TABLE `account_links` ADD `portal_account_id` text;--> statement-breakpoint
CREATE INDEX `account_links_employee` ON `account_links` (`employee_id`);--> statement-breakpoint
CREATE INDEX `account_links_portal_account` ON `account_links` (`portal_account_id`);--> statement-breakpoint
ALTER TABLE `contacts` ADD `representation` text;--> statement-breakpoint
ALTER TABLE `allergies` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `allergies` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `allergies` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `allergies` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `allergies` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `allergies` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `documents` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `documents` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `dsm` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `dsm` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `dsm` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `dsm` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `dsm` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `dsm` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `episodes` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `episodes` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `episodes` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `episodes` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `episodes` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `episodes` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `lab_results` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `lab_results` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `lab_results` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `lab_results` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `lab_results` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `lab_results` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `legal_status` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `legal_status` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `legal_status` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `legal_status` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `legal_status` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `legal_status` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `life_story` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `life_story` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `life_story` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `life_story` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `life_story` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `life_story` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `measurements` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `measurements` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `measurements` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `measurements` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `measurements` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `measurements` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `medication` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `medication` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `medication` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `medication` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `medication` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `medication` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `problems` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `problems` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `problems` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `problems` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `problems` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `problems` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `reports` ADD `changed_by` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `changed_by_id` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `reports` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `reports` ADD `archive_reason` text;--> statement-breakpoint
ALTER TABLE `exports` ADD `request_digest` text;--> statement-breakpoint
CREATE INDEX `grants_role` ON `grants` (`role_id`);