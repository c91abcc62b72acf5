ALTER TABLE "custom_apis" ADD COLUMN "last_answer" jsonb;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "unchanged" boolean DEFAULT false NOT NULL;