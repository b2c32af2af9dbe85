CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`location` text,
	`content_hash` text NOT NULL,
	`file` text NOT NULL,
	`kind` text,
	`number` text,
	`serial` text,
	`title` text NOT NULL,
	`issuer` text,
	`issued_on` text,
	`status` text NOT NULL,
	`successor` text,
	`is_digest` integer NOT NULL,
	`source` text,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_key_unique` ON `documents` (`key`);--> statement-breakpoint
CREATE INDEX `documents_serial` ON `documents` (`serial`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`update_id` integer PRIMARY KEY NOT NULL,
	`update` text NOT NULL,
	`state` text NOT NULL,
	`chat_id` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`received_at` integer NOT NULL,
	`lease_until` integer
);
--> statement-breakpoint
CREATE INDEX `inbox_state` ON `inbox` (`state`,`update_id`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`passage_id` text NOT NULL,
	`document_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`serial` text NOT NULL,
	`kind` text,
	`symbol` text,
	`suffix` text,
	`number` text,
	`issued_on` text,
	`issuer` text,
	`title` text,
	PRIMARY KEY(`document_id`, `start`, `end`)
);
--> statement-breakpoint
CREATE INDEX `mentions_serial` ON `mentions` (`serial`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `passages` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`document_id` text NOT NULL,
	`path` text NOT NULL,
	`page` integer,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`text` text NOT NULL,
	`context` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passages_id_unique` ON `passages` (`id`);--> statement-breakpoint
CREATE INDEX `passages_document` ON `passages` (`document_id`,`start`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`passage_id` text NOT NULL,
	`document_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`vector` blob
);
--> statement-breakpoint
CREATE INDEX `units_passage` ON `units` (`passage_id`);--> statement-breakpoint
CREATE INDEX `units_document` ON `units` (`document_id`);--> statement-breakpoint
-- Unit ids start anywhere: a vector index that outlived its library then holds none of the ids of the next one.
INSERT INTO sqlite_sequence(name, seq) VALUES ('units', abs(random() % 4000000000));
