ALTER TABLE "account_standings" ADD COLUMN "judged_from" text;--> statement-breakpoint
ALTER TABLE "health_scores" ADD COLUMN "inputs" text;--> statement-breakpoint
ALTER TABLE "usage_profile_bases" ADD COLUMN "published_from" text;