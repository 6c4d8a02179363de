CREATE TABLE `address_mark` (
	`organization_id` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`mark` text NOT NULL,
	`marked_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `channel`, `address`)
);
--> statement-breakpoint
CREATE TABLE `channel_secret` (
	`organization_id` text NOT NULL,
	`channel` text NOT NULL,
	`name` text NOT NULL,
	`kept_by` text NOT NULL,
	`sealed` blob NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `channel`, `name`)
);
--> statement-breakpoint
CREATE TABLE `channel_status` (
	`organization_id` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	`code` text,
	`failures` integer NOT NULL,
	`last_success_at` integer,
	`next_probe_at` integer,
	`waits_until` integer,
	`tokens` real NOT NULL,
	`tokens_at` integer NOT NULL,
	`inbound_at` integer,
	PRIMARY KEY(`organization_id`, `channel`)
);
--> statement-breakpoint
CREATE TABLE `inbound_message` (
	`provider_sid` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`at` integer NOT NULL,
	`ticket_id` text,
	`text` text
);
--> statement-breakpoint
CREATE INDEX `inbound_of_address` ON `inbound_message` (`address`,`at`);--> statement-breakpoint
CREATE TABLE `message` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`organization_id` text NOT NULL,
	`ticket_id` text,
	`user_id` text,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`wanted` text NOT NULL,
	`due_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`step` integer NOT NULL,
	`reference` text NOT NULL,
	`state` text NOT NULL,
	`lane` integer NOT NULL,
	`created_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`claim_token` text,
	`lease_until` integer,
	`sending_at` integer,
	`sent_at` integer,
	`final_at` integer,
	`provider_sid` text,
	`looks` integer NOT NULL,
	`code` text,
	`next_at` integer,
	`subject` text,
	`text` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_by_id` ON `message` (`id`);--> statement-breakpoint
CREATE INDEX `message_next` ON `message` (`organization_id`,`channel`,`lane`,`next_at`) WHERE next_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `message_of_ticket` ON `message` (`ticket_id`) WHERE ticket_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `message_of_provider` ON `message` (`provider_sid`) WHERE provider_sid IS NOT NULL;--> statement-breakpoint
CREATE INDEX `message_that_left` ON `message` (`address`,`sending_at`) WHERE sending_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `message_bundled` ON `message` (`user_id`) WHERE user_id IS NOT NULL AND state = 'queued';--> statement-breakpoint
CREATE INDEX `message_in_trouble` ON `message` (`organization_id`) WHERE state IN ('failed', 'unknown', 'held', 'expired', 'suppressed');--> statement-breakpoint
CREATE TABLE `message_cause` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`ticket_id` text,
	`joined` text
);
--> statement-breakpoint
CREATE INDEX `message_cause_joined` ON `message_cause` (`message_id`) WHERE joined IS NOT NULL;--> statement-breakpoint
CREATE INDEX `message_cause_of_ticket` ON `message_cause` (`ticket_id`) WHERE joined IS NOT NULL;--> statement-breakpoint
CREATE TABLE `message_try` (
	`seq` integer PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`state` text NOT NULL,
	`code` text,
	`actor_id` text
);
--> statement-breakpoint
CREATE INDEX `message_try_of_message` ON `message_try` (`message_id`);