-- By hand: nothing points at an inbox, so foreign keys are left alone; places are given in the order of telling.
CREATE TABLE `__new_notification` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`ticket_id` text NOT NULL,
	`number` text NOT NULL,
	`level` integer,
	`created_at` integer NOT NULL,
	`read_at` integer,
	`shown_at` integer
);
--> statement-breakpoint
INSERT INTO `__new_notification`("id", "user_id", "kind", "ticket_id", "number", "level", "created_at", "read_at", "shown_at") SELECT "id", "user_id", "kind", "ticket_id", "number", "level", "created_at", "read_at", "shown_at" FROM `notification` ORDER BY `created_at`;--> statement-breakpoint
DROP TABLE `notification`;--> statement-breakpoint
ALTER TABLE `__new_notification` RENAME TO `notification`;--> statement-breakpoint
CREATE UNIQUE INDEX `notification_of_ticket` ON `notification` (`ticket_id`,`id`);--> statement-breakpoint
CREATE INDEX `notification_of_user` ON `notification` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notification_unread` ON `notification` (`user_id`,`shown_at`,`created_at`) WHERE read_at IS NULL;