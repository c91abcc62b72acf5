CREATE TABLE "account_standings" (
	"workspace_id" integer NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"usage" double precision[],
	"usage_before" double precision[],
	"activity_index" double precision,
	"activity_change" double precision,
	"last_used_on" date,
	"health_score" smallint,
	"health_band" text,
	"health_change" smallint,
	"open_signals" integer DEFAULT 0 NOT NULL,
	"worst_severity" smallint,
	CONSTRAINT "account_standings_workspace_id_account_id_pk" PRIMARY KEY("workspace_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"view" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_views_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "account_churns" (
	"workspace_id" integer NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"churned_on" date NOT NULL,
	"reason" text,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_churns_workspace_id_account_id_pk" PRIMARY KEY("workspace_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "billing_snapshots" (
	"workspace_id" integer NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"day" date NOT NULL,
	"mrr" double precision,
	"subscription" text NOT NULL,
	"payment" text NOT NULL,
	"overdue_days" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "billing_snapshots_workspace_id_account_id_day_pk" PRIMARY KEY("workspace_id","account_id","day")
);
--> statement-breakpoint
CREATE TABLE "health_backtests" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"state" text NOT NULL,
	"request" jsonb NOT NULL,
	"result" jsonb,
	"error" text,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"lease_token" text,
	"lease_expires_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "health_backtests_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "health_history" (
	"workspace_id" integer NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"day" date NOT NULL,
	"score" smallint,
	"band" text,
	"model_version" integer NOT NULL,
	CONSTRAINT "health_history_workspace_id_account_id_day_pk" PRIMARY KEY("workspace_id","account_id","day")
);
--> statement-breakpoint
CREATE TABLE "health_models" (
	"workspace_id" integer NOT NULL,
	"version" integer NOT NULL,
	"model" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"api_key_id" text COLLATE "C",
	CONSTRAINT "health_models_workspace_id_version_pk" PRIMARY KEY("workspace_id","version")
);
--> statement-breakpoint
CREATE TABLE "health_scores" (
	"workspace_id" integer NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"score" smallint,
	"band" text,
	"previous_score" smallint,
	"as_of" date,
	"model_version" integer NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"trail" jsonb NOT NULL,
	CONSTRAINT "health_scores_workspace_id_account_id_pk" PRIMARY KEY("workspace_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "relationship_touches" (
	"workspace_id" integer NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C" NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"sentiment" text,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "relationship_touches_workspace_id_external_id_pk" PRIMARY KEY("workspace_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "support_snapshots" (
	"workspace_id" integer NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"day" date NOT NULL,
	"open_tickets" integer NOT NULL,
	"urgent_tickets" integer NOT NULL,
	"oldest_ticket_hours" double precision,
	"first_response_hours" double precision,
	"satisfaction_rate" double precision,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "support_snapshots_workspace_id_account_id_day_pk" PRIMARY KEY("workspace_id","account_id","day")
);
--> statement-breakpoint
CREATE TABLE "signal_rules" (
	"workspace_id" integer NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"api_key_id" text COLLATE "C",
	CONSTRAINT "signal_rules_workspace_id_version_pk" PRIMARY KEY("workspace_id","version")
);
--> statement-breakpoint
CREATE TABLE "signals" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"type" text NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"severity" smallint NOT NULL,
	"state" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"raised_on" date NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" text COLLATE "C",
	"note" text,
	"snoozed_until" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"rules_version" integer NOT NULL,
	CONSTRAINT "signals_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "usage_profile_bases" (
	"workspace_id" integer PRIMARY KEY NOT NULL,
	"as_of" date NOT NULL,
	"covered_days" double precision[] NOT NULL,
	"aggregations" text NOT NULL,
	"computed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "usage_profiles" (
	"workspace_id" integer NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"first_used_on" date,
	"last_used_on" date,
	"used_days" integer NOT NULL,
	"week_days" double precision[] NOT NULL,
	"weeks" double precision[] NOT NULL,
	"recent" double precision[] NOT NULL,
	"before" double precision[] NOT NULL,
	CONSTRAINT "usage_profiles_workspace_id_account_id_pk" PRIMARY KEY("workspace_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"endpoint_id" text COLLATE "C" NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"state" text NOT NULL,
	"attempts" jsonb NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone,
	"lease_token" text,
	"lease_expires_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "webhook_deliveries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"sealed_url" "bytea" NOT NULL,
	"host" text NOT NULL,
	"sealed_secrets" "bytea" NOT NULL,
	"description" text,
	"event_types" jsonb,
	"enabled" boolean NOT NULL,
	"disabled_reason" text,
	"failing_since" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "webhook_endpoints_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"type" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"data" jsonb NOT NULL,
	CONSTRAINT "webhook_events_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"workspace_id" integer PRIMARY KEY NOT NULL,
	"asked" bigint DEFAULT 0 NOT NULL,
	"done" bigint DEFAULT 0 NOT NULL,
	"asked_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"outcome" jsonb,
	"failed_tries" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone,
	"lease_token" text,
	"lease_expires_at" timestamp with time zone,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"daily_at" text DEFAULT '06:00' NOT NULL,
	"next_daily_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "owner" text COLLATE "C";--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("workspace_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "health_backtests_id" ON "health_backtests" USING btree ("id");--> statement-breakpoint
CREATE INDEX "health_history_day" ON "health_history" USING btree ("workspace_id","day");--> statement-breakpoint
CREATE INDEX "relationship_touches_account" ON "relationship_touches" USING btree ("workspace_id","account_id","touched_at");--> statement-breakpoint
CREATE UNIQUE INDEX "signals_one_episode" ON "signals" USING btree ("workspace_id","account_id","type","subject") WHERE "signals"."state" <> 'RESOLVED';--> statement-breakpoint
CREATE INDEX "signals_account" ON "signals" USING btree ("workspace_id","account_id","raised_at");--> statement-breakpoint
CREATE INDEX "signals_resolved" ON "signals" USING btree ("workspace_id","resolved_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_endpoint" ON "webhook_deliveries" USING btree ("workspace_id","endpoint_id","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("state","next_attempt_at");--> statement-breakpoint
CREATE INDEX "webhook_events_occurred" ON "webhook_events" USING btree ("occurred_at");--> statement-breakpoint
-- The owner of the tables is held to their policies, which show rows of no workspace here.
ALTER TABLE "accounts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "account_standings" ("workspace_id", "account_id") SELECT "workspace_id", "id" FROM "accounts";--> statement-breakpoint
ALTER TABLE "accounts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "workspaces" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- What is there already is evaluated at the first look.
INSERT INTO "evaluations" ("workspace_id", "asked", "asked_at") SELECT "workspace_id", 1, now() FROM "workspaces";--> statement-breakpoint
ALTER TABLE "workspaces" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
DO $$
DECLARE
	tenant text;
BEGIN
	FOREACH tenant IN ARRAY ARRAY['account_standings', 'saved_views', 'evaluations', 'usage_profiles', 'usage_profile_bases', 'health_models', 'health_scores', 'health_history', 'relationship_touches', 'support_snapshots', 'billing_snapshots', 'account_churns', 'health_backtests', 'signal_rules', 'signals', 'webhook_endpoints', 'webhook_events', 'webhook_deliveries'] LOOP
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant);
		EXECUTE format('CREATE POLICY one_workspace ON %I TO tributary_app USING (workspace_id = (SELECT nullif(current_setting(''tributary.workspace'', true), '''')::int))', tenant);
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tributary_app', tenant);
	END LOOP;
	-- What is due is asked for across workspaces.
	FOREACH tenant IN ARRAY ARRAY['evaluations', 'health_backtests', 'webhook_endpoints', 'webhook_events', 'webhook_deliveries'] LOOP
		EXECUTE format('CREATE POLICY across_workspaces ON %I TO tributary_system USING (true)', tenant);
	END LOOP;
END $$;--> statement-breakpoint
REVOKE INSERT, DELETE ON "evaluations" FROM tributary_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "evaluations" TO tributary_system;--> statement-breakpoint
GRANT SELECT ON "health_backtests" TO tributary_system;--> statement-breakpoint
GRANT SELECT, UPDATE ON "webhook_endpoints" TO tributary_system;--> statement-breakpoint
GRANT SELECT, DELETE ON "webhook_events" TO tributary_system;--> statement-breakpoint
GRANT SELECT, DELETE ON "webhook_deliveries" TO tributary_system;--> statement-breakpoint
-- As for the other large tables: see 0005.
ALTER TABLE "usage_profiles" ALTER COLUMN "workspace_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "account_standings" ALTER COLUMN "workspace_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "health_scores" ALTER COLUMN "workspace_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "health_history" ALTER COLUMN "workspace_id" SET STATISTICS 0;
