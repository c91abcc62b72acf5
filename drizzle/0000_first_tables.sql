CREATE TABLE "accounts" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"external_crm_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"plan" text,
	"region" text,
	"seats" integer,
	"arr" double precision,
	"renewal_on" date,
	"attributes" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "custom_apis" (
	"workspace_id" integer PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"url" text NOT NULL,
	"method" text NOT NULL,
	"auth_kind" text NOT NULL,
	"timeout_seconds" integer NOT NULL,
	"sealed_request" "bytea",
	"config_version" integer NOT NULL,
	"mapping" jsonb,
	"sample_json" text,
	"sample_truncated" boolean,
	"sample_full_bytes" bigint,
	"sample_fetched_at" timestamp with time zone,
	"last_sync_at" timestamp with time zone,
	"last_synced_day" date
);
--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"config_version" integer NOT NULL,
	"progress" real NOT NULL,
	"rows_fetched" integer NOT NULL,
	"rows_stored" integer NOT NULL,
	"rows_skipped" integer NOT NULL,
	"rows_outside_window" integer NOT NULL,
	"row_error_count" integer NOT NULL,
	"unmatched_account_count" integer NOT NULL,
	"row_problems" jsonb NOT NULL,
	"response_bytes" bigint,
	"warning" text,
	"error" jsonb,
	"attempt" integer NOT NULL,
	"lease_token" text,
	"lease_expires_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "sync_runs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "external_accounts" (
	"workspace_id" integer NOT NULL,
	"number" integer NOT NULL,
	"external_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "external_accounts_workspace_id_number_pk" PRIMARY KEY("workspace_id","number")
);
--> statement-breakpoint
CREATE TABLE "usage_days" (
	"workspace_id" integer NOT NULL,
	"external_account" integer NOT NULL,
	"day" date NOT NULL,
	"vals" double precision[] NOT NULL,
	CONSTRAINT "usage_days_workspace_id_external_account_day_pk" PRIMARY KEY("workspace_id","external_account","day")
);
--> statement-breakpoint
CREATE TABLE "usage_metrics" (
	"workspace_id" integer NOT NULL,
	"slot" smallint NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"aggregation" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "usage_metrics_workspace_id_slot_pk" PRIMARY KEY("workspace_id","slot")
);
--> statement-breakpoint
CREATE TABLE "usage_rollups" (
	"workspace_id" integer NOT NULL,
	"external_account" integer NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"day_count" integer NOT NULL,
	"totals" double precision[] NOT NULL,
	CONSTRAINT "usage_rollups_workspace_id_external_account_pk" PRIMARY KEY("workspace_id","external_account")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"prefix" text NOT NULL,
	"label" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"workspace_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "workspaces_workspace_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workspaces_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custom_apis" ADD CONSTRAINT "custom_apis_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_accounts" ADD CONSTRAINT "external_accounts_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_metrics" ADD CONSTRAINT "usage_metrics_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_external_crm_id" ON "accounts" USING btree ("workspace_id","external_crm_id");--> statement-breakpoint
CREATE INDEX "accounts_name" ON "accounts" USING btree ("workspace_id","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_active" ON "sync_runs" USING btree ("workspace_id") WHERE "sync_runs"."status" IN ('QUEUED', 'FETCHING', 'STORING');--> statement-breakpoint
CREATE UNIQUE INDEX "external_accounts_external_id" ON "external_accounts" USING btree ("workspace_id","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "usage_metrics_name" ON "usage_metrics" USING btree ("workspace_id","name");--> statement-breakpoint
CREATE INDEX "usage_rollups_day_count" ON "usage_rollups" USING btree ("workspace_id","day_count" DESC NULLS LAST,"external_account");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_key_hash" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "api_keys_role" ON "api_keys" USING btree ("workspace_id","role");