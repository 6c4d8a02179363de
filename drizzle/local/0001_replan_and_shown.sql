CREATE TABLE `replan` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`before_newest` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `notification` ADD `shown_at` integer;--> statement-breakpoint
-- Added by hand: what was there before has been seen; an upgrade must not show a year of it at once.
UPDATE `notification` SET `shown_at` = `created_at`;--> statement-breakpoint
CREATE INDEX `notification_unshown` ON `notification` (`user_id`,`created_at`) WHERE shown_at IS NULL;