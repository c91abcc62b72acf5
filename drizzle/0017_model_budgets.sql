CREATE TABLE "model_budgets" (
	"workspace_id" integer PRIMARY KEY NOT NULL,
	"calls_per_day" integer,
	"tokens_per_day" integer
);
--> statement-breakpoint
CREATE TABLE "model_spending" (
	"workspace_id" integer NOT NULL,
	"day" date NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"input_tokens" bigint DEFAULT 0 NOT NULL,
	"output_tokens" bigint DEFAULT 0 NOT NULL,
	"reserved_tokens" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "model_spending_workspace_id_day_pk" PRIMARY KEY("workspace_id","day")
);
--> statement-breakpoint
DO $$
DECLARE
	tenant text;
BEGIN
	FOREACH tenant IN ARRAY ARRAY['model_budgets', 'model_spending'] LOOP
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant);
		EXECUTE format('CREATE POLICY one_workspace ON %I TO tributary_app USING (workspace_id = (SELECT nullif(current_setting(''tributary.workspace'', true), '''')::int))', tenant);
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tributary_app', tenant);
	END LOOP;
END $$;
