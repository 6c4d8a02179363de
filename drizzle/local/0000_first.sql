CREATE TABLE `audit_entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`kind` text NOT NULL,
	`subject_id` text,
	`previous` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `config_entity` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`organization_id` text,
	`value` text NOT NULL,
	`at` integer NOT NULL,
	`event_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `config_entity_by_log_order` ON `config_entity` (`at`,`event_id`);--> statement-breakpoint
CREATE TABLE `desk` (
	`id` integer PRIMARY KEY NOT NULL,
	`desk_id` text NOT NULL,
	`desk_code` text NOT NULL,
	`last_at` integer NOT NULL,
	`number_counter` integer NOT NULL,
	`config_version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `event` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`stream_id` text NOT NULL,
	`organization_id` text,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`at` integer NOT NULL,
	`desk_id` text NOT NULL,
	`actor_id` text,
	`v` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_in_stream` ON `event` (`stream_id`,`id`);--> statement-breakpoint
CREATE INDEX `event_of_person` ON `event` (`id`) WHERE actor_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`file_name` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text,
	`tickets` integer NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE TABLE `notification` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`ticket_id` text NOT NULL,
	`number` text NOT NULL,
	`level` integer,
	`created_at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE INDEX `notification_of_user` ON `notification` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notification_unread` ON `notification` (`user_id`) WHERE read_at IS NULL;--> statement-breakpoint
CREATE INDEX `notification_of_ticket` ON `notification` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `preference` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`user_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `queue_counter` (
	`organization_id` text NOT NULL,
	`sensitive` integer NOT NULL,
	`view` text NOT NULL,
	`assignee_id` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `sensitive`, `view`, `assignee_id`)
);
--> statement-breakpoint
CREATE TABLE `ticket` (
	`newest` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`number` text NOT NULL,
	`organization_id` text NOT NULL,
	`team_id` text,
	`assignee_id` text,
	`status` text NOT NULL,
	`kind` text NOT NULL,
	`category` text NOT NULL,
	`severity` text NOT NULL,
	`priority` text NOT NULL,
	`subject` text NOT NULL,
	`contact_name` text NOT NULL,
	`level` integer NOT NULL,
	`sensitive` integer NOT NULL,
	`is_open` integer NOT NULL,
	`is_escalated` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`resolved_at` integer,
	`closed_at` integer,
	`due_at` integer,
	`due_sort` integer NOT NULL,
	`next_at` integer,
	`awaiting_target` integer NOT NULL,
	`clocks` text NOT NULL,
	`response_outcome` integer NOT NULL,
	`next_response_outcome` integer NOT NULL,
	`resolution_outcome` integer NOT NULL,
	`batch_id` text,
	`version` integer NOT NULL,
	`text_digest` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ticket_id_unique` ON `ticket` (`id`);--> statement-breakpoint
CREATE INDEX `ticket_by_number` ON `ticket` (`number`);--> statement-breakpoint
CREATE INDEX `ticket_by_due` ON `ticket` (`organization_id`,`sensitive`,`due_sort`) WHERE is_open = 1;--> statement-breakpoint
CREATE INDEX `ticket_by_newest` ON `ticket` (`organization_id`,`sensitive`,`newest`,`due_sort`) WHERE is_open = 1;--> statement-breakpoint
CREATE INDEX `ticket_of_assignee_by_due` ON `ticket` (`organization_id`,`sensitive`,`assignee_id`,`due_sort`) WHERE is_open = 1;--> statement-breakpoint
CREATE INDEX `ticket_of_assignee_by_newest` ON `ticket` (`organization_id`,`sensitive`,`assignee_id`) WHERE is_open = 1;--> statement-breakpoint
CREATE INDEX `ticket_escalated_by_due` ON `ticket` (`organization_id`,`sensitive`,`due_sort`) WHERE is_escalated = 1;--> statement-breakpoint
CREATE INDEX `ticket_escalated_by_newest` ON `ticket` (`organization_id`,`sensitive`) WHERE is_escalated = 1;--> statement-breakpoint
CREATE INDEX `ticket_done` ON `ticket` (`organization_id`,`sensitive`) WHERE is_open = 0;--> statement-breakpoint
CREATE INDEX `ticket_next` ON `ticket` (`next_at`) WHERE next_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `ticket_awaiting` ON `ticket` (`awaiting_target`) WHERE awaiting_target = 1;--> statement-breakpoint
CREATE INDEX `ticket_of_batch` ON `ticket` (`batch_id`) WHERE batch_id IS NOT NULL;--> statement-breakpoint
-- Added by hand: drizzle knows no virtual tables. `scope` holds one word for organization and sensitivity, so that the index
-- itself leaves out what a reader may not see. Words only (detail=column): phrases are not searched, and it is half the size.
CREATE VIRTUAL TABLE `ticket_text` USING fts5(scope, words, content='', contentless_delete=1, detail=column, tokenize='unicode61 remove_diacritics 2');
