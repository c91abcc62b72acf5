CREATE TABLE "conversation_events" (
	"workspace_id" integer NOT NULL,
	"turn_id" text COLLATE "C" NOT NULL,
	"sequence" integer NOT NULL,
	"event" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversation_events_workspace_id_turn_id_sequence_pk" PRIMARY KEY("workspace_id","turn_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "conversation_turns" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"conversation_id" text COLLATE "C" NOT NULL,
	"key_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"question" text NOT NULL,
	"state" text NOT NULL,
	"result" jsonb,
	"failure" text,
	"told" integer DEFAULT 0 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"lease_token" text,
	"lease_expires_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "conversation_turns_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"workspace_id" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"key_id" text COLLATE "C" NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_turn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE INDEX "conversation_events_at" ON "conversation_events" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_turns_number" ON "conversation_turns" USING btree ("workspace_id","conversation_id","number");--> statement-breakpoint
CREATE INDEX "conversation_turns_open" ON "conversation_turns" USING btree ("workspace_id","key_id","id") WHERE "conversation_turns"."state" IN ('QUEUED', 'RUNNING');--> statement-breakpoint
CREATE INDEX "conversations_of_key" ON "conversations" USING btree ("workspace_id","key_id","last_turn_at","id");--> statement-breakpoint
CREATE INDEX "conversations_last_turn" ON "conversations" USING btree ("last_turn_at");--> statement-breakpoint
DO $$
DECLARE
	tenant text;
BEGIN
	FOREACH tenant IN ARRAY ARRAY['conversations', 'conversation_turns', 'conversation_events'] LOOP
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant);
		EXECUTE format('CREATE POLICY one_workspace ON %I TO tributary_app USING (workspace_id = (SELECT nullif(current_setting(''tributary.workspace'', true), '''')::int))', tenant);
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tributary_app', tenant);
		-- What waits, and what is kept no longer, is asked for across workspaces.
		EXECUTE format('CREATE POLICY across_workspaces ON %I TO tributary_system USING (true)', tenant);
		EXECUTE format('GRANT SELECT, DELETE ON %I TO tributary_system', tenant);
	END LOOP;
END $$;
