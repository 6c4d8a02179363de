CREATE TABLE `message_call` (
	`seq` integer PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`token` text NOT NULL,
	`at` integer NOT NULL,
	`provider_sid` text
);
--> statement-breakpoint
CREATE INDEX `message_call_of_message` ON `message_call` (`message_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `message_call_of_provider` ON `message_call` (`provider_sid`) WHERE provider_sid IS NOT NULL;--> statement-breakpoint
ALTER TABLE `channel_secret` ADD `ends_at` integer;--> statement-breakpoint
ALTER TABLE `channel_status` ADD `next_approvals_at` integer;--> statement-breakpoint
-- By hand: what was asked before calls were kept, by the claim that may still be answered.
INSERT INTO `message_call`("message_id", "token", "at", "provider_sid") SELECT "id", coalesce("claim_token", ''), "sending_at", "provider_sid" FROM `message` WHERE "sending_at" IS NOT NULL ORDER BY "seq";
