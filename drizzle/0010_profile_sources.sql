ALTER TABLE "usage_profile_bases" ADD COLUMN "made_from" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_rollup_bases" ADD COLUMN "days_version" bigint DEFAULT 0 NOT NULL;