CREATE TABLE `conversations` (
	`key` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`topic` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversations_user` ON `conversations` (`user_id`);--> statement-breakpoint
CREATE INDEX `conversations_updated` ON `conversations` (`updated_at`);--> statement-breakpoint
CREATE TABLE `relations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`passage_id` text NOT NULL,
	`document_id` text NOT NULL,
	`type` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`from_serial` text NOT NULL,
	`from_name` text,
	`from` text NOT NULL,
	`to_serial` text NOT NULL,
	`to_name` text,
	`to` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `relations_document` ON `relations` (`document_id`);--> statement-breakpoint
CREATE INDEX `relations_from` ON `relations` (`from_serial`);--> statement-breakpoint
CREATE INDEX `relations_to` ON `relations` (`to_serial`);--> statement-breakpoint
CREATE INDEX `relations_from_name` ON `relations` (`from_name`);--> statement-breakpoint
CREATE INDEX `relations_to_name` ON `relations` (`to_name`);--> statement-breakpoint
ALTER TABLE `documents` ADD `uncertain` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `evidence_version` text;--> statement-breakpoint
ALTER TABLE `mentions` ADD `extent_start` integer;--> statement-breakpoint
ALTER TABLE `mentions` ADD `extent_end` integer;--> statement-breakpoint
ALTER TABLE `mentions` ADD `name` text;--> statement-breakpoint
ALTER TABLE `mentions` ADD `place` text;--> statement-breakpoint
CREATE INDEX `mentions_name` ON `mentions` (`name`);--> statement-breakpoint
CREATE INDEX `mentions_issued` ON `mentions` (`issued_on`);