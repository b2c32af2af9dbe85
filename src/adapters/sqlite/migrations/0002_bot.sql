CREATE TABLE `answered` (
	`chat_id` integer NOT NULL,
	`message_id` integer NOT NULL,
	`thread_id` integer,
	`user_id` integer NOT NULL,
	`question` text NOT NULL,
	`replies` text NOT NULL,
	`found` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`chat_id`, `message_id`)
);
--> statement-breakpoint
CREATE INDEX `answered_user` ON `answered` (`user_id`);--> statement-breakpoint
CREATE INDEX `answered_at` ON `answered` (`at`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` integer,
	`action` text NOT NULL,
	`person_id` integer,
	`subject` text
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor_id`);--> statement-breakpoint
CREATE INDEX `audit_person` ON `audit` (`person_id`);--> statement-breakpoint
CREATE TABLE `feedback` (
	`chat_id` integer NOT NULL,
	`message_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`is_good` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`chat_id`, `message_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `feedback_user` ON `feedback` (`user_id`);--> statement-breakpoint
CREATE TABLE `gaps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`question` text NOT NULL,
	`reason` text NOT NULL,
	`count` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gaps_key_unique` ON `gaps` (`key`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`code` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`uses_left` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`update_id` integer NOT NULL,
	`part` integer NOT NULL,
	`chat_id` integer NOT NULL,
	`call` text,
	`state` text NOT NULL,
	`message_id` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`update_id`, `part`)
);
--> statement-breakpoint
CREATE INDEX `outbox_at` ON `outbox` (`at`);--> statement-breakpoint
CREATE TABLE `people` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`role` text,
	`language` text,
	`added_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `usage` (
	`day` text NOT NULL,
	`user_id` integer NOT NULL,
	`questions` integer DEFAULT 0 NOT NULL,
	`tokens` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`day`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `usage_user` ON `usage` (`user_id`);--> statement-breakpoint
ALTER TABLE `documents` ADD `access` text;--> statement-breakpoint
CREATE INDEX `documents_access` ON `documents` (`access`);