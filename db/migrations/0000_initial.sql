CREATE TABLE `employees` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`expertises` text NOT NULL,
	`password_hash` text,
	`demo` integer DEFAULT false NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employees_email` ON `employees` (`email`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`role_id` text NOT NULL,
	`everywhere` integer DEFAULT false NOT NULL,
	`location_id` text,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_employee` ON `grants` (`employee_id`);--> statement-breakpoint
CREATE TABLE `locations` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`parent_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `locations_code_unique` ON `locations` (`code`);--> statement-breakpoint
CREATE TABLE `role_tasks` (
	`role_id` text NOT NULL,
	`task` text NOT NULL,
	PRIMARY KEY(`role_id`, `task`),
	FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `roles_name_unique` ON `roles` (`name`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`action` text NOT NULL,
	`outcome` text NOT NULL,
	`actor` text NOT NULL,
	`actor_name` text NOT NULL,
	`role` text,
	`on_behalf_of` text,
	`client_id` text,
	`objects` text NOT NULL,
	`purpose` text,
	`task` text,
	`emergency` integer NOT NULL,
	`access_point` text NOT NULL,
	`source` text,
	`detail` text,
	`key_id` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_client` ON `audit_entries` (`client_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_entries_event` ON `audit_entries` (`event`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE TABLE `account_links` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`stage` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`proved_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`employee_id`) REFERENCES `employees`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_employee` ON `sessions` (`employee_id`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`first_at` integer NOT NULL,
	`locked_until` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `care_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`law` text NOT NULL,
	`product` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `care_rules_client` ON `care_rules` (`client_id`);--> statement-breakpoint
CREATE TABLE `client_addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`kind` text NOT NULL,
	`street` text,
	`house_number` text,
	`postcode` text,
	`city` text,
	`country` text,
	`from_date` text,
	`until_date` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_addresses_client` ON `client_addresses` (`client_id`);--> statement-breakpoint
CREATE TABLE `client_locations` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`location_id` text NOT NULL,
	`room` text,
	`from_date` text NOT NULL,
	`until_date` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_locations_client` ON `client_locations` (`client_id`);--> statement-breakpoint
CREATE INDEX `client_locations_location` ON `client_locations` (`location_id`,`client_id`);--> statement-breakpoint
CREATE TABLE `clients` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`first_names` text,
	`initials` text,
	`call_name` text,
	`prefix` text,
	`last_name` text NOT NULL,
	`partner_prefix` text,
	`partner_last_name` text,
	`name_use` text NOT NULL,
	`sort_name` text GENERATED ALWAYS AS (lower(CASE WHEN name_use IN ('partner', 'partner-own') THEN coalesce(partner_last_name, last_name) ELSE last_name END)) VIRTUAL NOT NULL,
	`birth_date` text,
	`death_date` text,
	`gender` text NOT NULL,
	`bsn_sealed` text,
	`bsn_search` text,
	`marital_status` text,
	`language` text,
	`nationality` text,
	`phone` text,
	`mobile` text,
	`email` text,
	`general_practitioner` text,
	`pharmacy` text,
	`insurer` text,
	`insurance_number` text,
	`in_care_since` text,
	`out_of_care_since` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clients_number` ON `clients` (`number`);--> statement-breakpoint
CREATE INDEX `clients_bsn` ON `clients` (`bsn_search`);--> statement-breakpoint
CREATE INDEX `clients_birth_date` ON `clients` (`birth_date`,`number`);--> statement-breakpoint
CREATE INDEX `clients_sort_name` ON `clients` (`sort_name`,`number`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`name` text NOT NULL,
	`relation` text,
	`role` text,
	`phone` text,
	`email` text,
	`address` text,
	`note` text,
	`from_date` text,
	`until_date` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contacts_client` ON `contacts` (`client_id`);--> statement-breakpoint
CREATE TABLE `directives` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`decision` text NOT NULL,
	`note` text,
	`decided_on` text,
	`ended_on` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `directives_client` ON `directives` (`client_id`);--> statement-breakpoint
CREATE TABLE `allergies` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`substance` text NOT NULL,
	`substance_code` text,
	`category` text NOT NULL,
	`status` text NOT NULL,
	`criticality` text NOT NULL,
	`severity` text,
	`reaction` text,
	`started_on` text,
	`ended_on` text,
	`note` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `allergies_client` ON `allergies` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE TABLE `care_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`domain` text NOT NULL,
	`started_on` text,
	`ended_on` text,
	`evaluate_on` text,
	`reason` text,
	`agreed_with` text,
	`goals` text NOT NULL,
	`actions` text NOT NULL,
	`note` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `care_plans_client` ON `care_plans` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE INDEX `care_plans_evaluate` ON `care_plans` (`status`,`evaluate_on`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`title` text NOT NULL,
	`label` text NOT NULL,
	`file_name` text,
	`mime` text,
	`bytes` integer,
	`sha256` text,
	`file_id` text,
	`location` text,
	`author` text,
	`written_on` text,
	`status` text NOT NULL,
	`note` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `documents_client` ON `documents` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE TABLE `dsm` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`code` text,
	`description` text NOT NULL,
	`edition` text NOT NULL,
	`is_main` integer DEFAULT false NOT NULL,
	`specifier` text,
	`status` text NOT NULL,
	`certainty` text NOT NULL,
	`archived` integer DEFAULT false NOT NULL,
	`started_on` text,
	`ended_on` text,
	`note` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dsm_client` ON `dsm` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE TABLE `episodes` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`started_on` text,
	`ended_on` text,
	`diagnosis` text,
	`icpc` text,
	`responsible` text,
	`note` text,
	`expertises` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `episodes_client` ON `episodes` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE TABLE `lab_results` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`kind` text NOT NULL,
	`test` text NOT NULL,
	`code` text,
	`code_system` text,
	`result` text,
	`value` real,
	`comparator` text,
	`unit` text,
	`reference_low` real,
	`reference_high` real,
	`reference` text,
	`flag` text,
	`panel` text,
	`specimen` text,
	`requested_by` text,
	`performer` text,
	`status` text NOT NULL,
	`conclusion` text,
	`note` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lab_results_client` ON `lab_results` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE TABLE `legal_status` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`kind` text NOT NULL,
	`law` text NOT NULL,
	`status` text NOT NULL,
	`started_on` text,
	`ended_on` text,
	`authority` text,
	`case_number` text,
	`representative` text,
	`document` text,
	`note` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `legal_status_client` ON `legal_status` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE TABLE `life_story` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`title` text NOT NULL,
	`introduction` text,
	`chapters` text NOT NULL,
	`told_by` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `life_story_client` ON `life_story` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE TABLE `measurements` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`category` text NOT NULL,
	`instrument` text NOT NULL,
	`name` text NOT NULL,
	`code` text,
	`code_system` text,
	`result` text,
	`value` real,
	`unit` text,
	`items` text NOT NULL,
	`total` real,
	`interpretation` text,
	`method` text,
	`body_site` text,
	`status` text NOT NULL,
	`note` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `measurements_client` ON `measurements` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE INDEX `measurements_instrument` ON `measurements` (`client_id`,`instrument`,`moment`);--> statement-breakpoint
CREATE TABLE `medication` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`kind` text NOT NULL,
	`product` text NOT NULL,
	`product_code` text,
	`product_system` text,
	`dose` text,
	`quantity` text,
	`as_needed` integer,
	`route` text,
	`reason` text,
	`prescriber` text,
	`started_on` text,
	`ended_on` text,
	`status` text NOT NULL,
	`stop_reason` text,
	`note` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `medication_client` ON `medication` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE TABLE `problems` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`certainty` text NOT NULL,
	`started_on` text,
	`ended_on` text,
	`body_site` text,
	`code_system` text,
	`code` text,
	`note` text,
	`expertises` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `problems_client` ON `problems` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE TABLE `questionnaires` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`title` text NOT NULL,
	`edition` text,
	`canonical` text,
	`status` text NOT NULL,
	`filled_in_by` text,
	`questions` text NOT NULL,
	`asked_on` text,
	`submitted_at` integer,
	`note` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `questionnaires_client` ON `questionnaires` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`category` text NOT NULL,
	`discipline` text NOT NULL,
	`title` text,
	`text` text,
	`subjective` text,
	`objective` text,
	`assessment` text,
	`plan` text,
	`hidden` integer DEFAULT false NOT NULL,
	`expertises` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reports_client` ON `reports` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE TABLE `restraints` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`intervention` text NOT NULL,
	`intervention_code` text,
	`kind` text NOT NULL,
	`legal_basis` text NOT NULL,
	`legal_ground` text,
	`status` text NOT NULL,
	`started_on` text,
	`ended_on` text,
	`schedule` text,
	`reason` text,
	`alternatives` text,
	`capable` integer,
	`capable_note` text,
	`assents` text NOT NULL,
	`resistance` integer,
	`responsible` text,
	`evaluate_on` text,
	`evaluations` text NOT NULL,
	`note` text,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `restraints_client` ON `restraints` (`client_id`,`moment`,`id`);--> statement-breakpoint
CREATE INDEX `restraints_evaluate` ON `restraints` (`status`,`evaluate_on`);--> statement-breakpoint
CREATE TABLE `engine_crons` (
	`function_id` text NOT NULL,
	`expression` text NOT NULL,
	`next_at` integer NOT NULL,
	PRIMARY KEY(`function_id`, `expression`)
);
--> statement-breakpoint
CREATE TABLE `engine_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`deduplicated` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `engine_jobs` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` text NOT NULL,
	`function_id` text NOT NULL,
	`lane` text NOT NULL,
	`step_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempt` integer DEFAULT 0 NOT NULL,
	`fence` integer DEFAULT 0 NOT NULL,
	`losses` integer DEFAULT 0 NOT NULL,
	`plan_only` integer DEFAULT false NOT NULL,
	`wait_event` text,
	`wait_if` text,
	`last_error` text,
	FOREIGN KEY (`run_id`) REFERENCES `engine_runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `engine_jobs_run` ON `engine_jobs` (`run_id`,`step_id`);--> statement-breakpoint
CREATE INDEX `engine_jobs_ready` ON `engine_jobs` (`state`,`function_id`,`due_at`,`seq`,`lane`);--> statement-breakpoint
CREATE INDEX `engine_jobs_due` ON `engine_jobs` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `engine_jobs_wait` ON `engine_jobs` (`wait_event`) WHERE wait_event IS NOT NULL;--> statement-breakpoint
CREATE TABLE `engine_once` (
	`function_id` text NOT NULL,
	`key` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`function_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `engine_once_expires` ON `engine_once` (`expires_at`);--> statement-breakpoint
CREATE TABLE `engine_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`function_id` text NOT NULL,
	`status` text NOT NULL,
	`event` text NOT NULL,
	`lane` text NOT NULL,
	`singleton_key` text,
	`parent_run` text,
	`parent_step` text,
	`output` text,
	`error` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `engine_runs_function` ON `engine_runs` (`function_id`,`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `engine_runs_status` ON `engine_runs` (`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `engine_runs_ended` ON `engine_runs` (`ended_at`);--> statement-breakpoint
CREATE TABLE `engine_steps` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` text NOT NULL,
	`step_id` text NOT NULL,
	`name` text NOT NULL,
	`op` text NOT NULL,
	`memo` text NOT NULL,
	`attempt` integer NOT NULL,
	`ended_at` integer NOT NULL,
	`duration_ms` integer,
	FOREIGN KEY (`run_id`) REFERENCES `engine_runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `engine_steps_run` ON `engine_steps` (`run_id`,`step_id`);--> statement-breakpoint
CREATE TABLE `exports` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`scope` text NOT NULL,
	`purpose` text NOT NULL,
	`purpose_note` text,
	`client_asked_on` text,
	`requested_by_id` text NOT NULL,
	`requested_by_name` text NOT NULL,
	`requested_at` integer NOT NULL,
	`request_key` text NOT NULL,
	`status` text NOT NULL,
	`rows_known` integer,
	`rows_done` integer DEFAULT 0 NOT NULL,
	`part_under_way` text,
	`snapshot_at` integer,
	`completed_at` integer,
	`expires_at` integer,
	`bytes` integer,
	`wrapped_key` text,
	`downloads` integer DEFAULT 0 NOT NULL,
	`failure` text,
	`failed_at` integer,
	`deleted_at` integer,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exports_request_key_unique` ON `exports` (`request_key`);--> statement-breakpoint
CREATE INDEX `exports_client` ON `exports` (`client_id`,`requested_at`);--> statement-breakpoint
CREATE INDEX `exports_expiry` ON `exports` (`expires_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `exports_one_at_a_time` ON `exports` (`client_id`) WHERE status = 'pending';--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_client` ON `files` (`client_id`);--> statement-breakpoint
CREATE TABLE `installation` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `imported_resources` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text,
	`source` text NOT NULL,
	`resource_type` text NOT NULL,
	`resource_id` text NOT NULL,
	`full_url` text,
	`json` text NOT NULL,
	`role` text NOT NULL,
	`part` text,
	`entry_id` text,
	`imported_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `imported_resources_identity` ON `imported_resources` (`resource_type`,`resource_id`,`source`,`client_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `imported_resources_no_client` ON `imported_resources` (`resource_type`,`resource_id`,`source`) WHERE "imported_resources"."client_id" is null;--> statement-breakpoint
CREATE INDEX `imported_resources_full_url` ON `imported_resources` (`full_url`);--> statement-breakpoint
CREATE INDEX `imported_resources_client` ON `imported_resources` (`client_id`,`role`,`id`);--> statement-breakpoint
CREATE INDEX `imported_resources_entry` ON `imported_resources` (`entry_id`);