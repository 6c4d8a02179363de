CREATE TABLE `reapply` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`sorts` text NOT NULL,
	`actor_id` text NOT NULL,
	`before_newest` integer NOT NULL
);
