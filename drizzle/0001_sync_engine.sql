CREATE TABLE "external_account_links" (
	"workspace_id" integer NOT NULL,
	"external_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "external_account_links_workspace_id_external_id_pk" PRIMARY KEY("workspace_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"api_key_id" text COLLATE "C",
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb NOT NULL,
	CONSTRAINT "audit_events_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "secret_keys" (
	"key_id" text PRIMARY KEY NOT NULL,
	"sealed_check" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "sync_runs_one_active";--> statement-breakpoint
ALTER TABLE "custom_apis" ADD COLUMN "host" text;--> statement-breakpoint
ALTER TABLE "custom_apis" ADD COLUMN "synced_days" datemultirange DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "custom_apis" ADD COLUMN "good_shape" jsonb;--> statement-breakpoint
ALTER TABLE "custom_apis" ADD COLUMN "error" jsonb;--> statement-breakpoint
ALTER TABLE "custom_apis" ADD COLUMN "error_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "custom_apis" ADD COLUMN "failed_daily_runs" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "host" text;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "done_through" date;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "done_rows" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "http_status" integer;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "failed_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "lost_workers" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "next_attempt_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "external_account_links" ADD CONSTRAINT "external_account_links_account_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "external_account_links_account" ON "external_account_links" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_daily" ON "sync_runs" USING btree ("workspace_id","to_day") WHERE "sync_runs"."kind" = 'DAILY' AND "sync_runs"."status" <> 'CANCELLED';--> statement-breakpoint
CREATE INDEX "sync_runs_finished" ON "sync_runs" USING btree ("finished_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_active" ON "sync_runs" USING btree ("workspace_id") WHERE "sync_runs"."status" IN ('QUEUED', 'FETCHING', 'STORING', 'RETRYING');--> statement-breakpoint
UPDATE "custom_apis" SET "host" = lower(substring("url" FROM '^[a-zA-Z]+://([^/?#]+)'));--> statement-breakpoint
UPDATE "sync_runs" r SET "host" = c."host" FROM "custom_apis" c WHERE c."workspace_id" = r."workspace_id";--> statement-breakpoint
UPDATE "custom_apis" c SET "synced_days" = coalesce((
  SELECT range_agg(daterange(r."from_day", r."to_day", '[]')) FROM "sync_runs" r
  WHERE r."workspace_id" = c."workspace_id" AND r."status" IN ('SUCCEEDED', 'SUCCEEDED_WITH_WARNING') AND r."rows_fetched" > 0), '{}');
