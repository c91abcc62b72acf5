ALTER TABLE "custom_apis" ADD COLUMN "answer_format" text DEFAULT 'AUTO' NOT NULL;--> statement-breakpoint
ALTER TABLE "custom_apis" ADD COLUMN "paging" jsonb;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "window_days" integer DEFAULT 30 NOT NULL;