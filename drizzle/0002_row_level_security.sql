-- Roles belong to the whole server: another database of it may have made them, or be making them now.
DO $$
DECLARE
	needed text;
BEGIN
	FOREACH needed IN ARRAY ARRAY['tributary_app', 'tributary_system'] LOOP
		CONTINUE WHEN EXISTS (SELECT 1 FROM pg_roles WHERE rolname = needed);
		BEGIN
			EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', needed);
		EXCEPTION
			WHEN duplicate_object OR unique_violation THEN NULL;
			WHEN insufficient_privilege THEN
				RAISE EXCEPTION 'the user % may not create roles. Let a superuser run once: CREATE ROLE tributary_app NOLOGIN; CREATE ROLE tributary_system NOLOGIN; GRANT tributary_app, tributary_system TO % WITH ADMIN OPTION;', current_user, quote_ident(current_user);
		END;
	END LOOP;
	EXECUTE format('GRANT USAGE ON SCHEMA %I TO tributary_app, tributary_system', current_schema());
END $$;
--> statement-breakpoint
-- Forced: the tables' owner is held to it as well. The sub-select is evaluated once for a statement, not for each row.
DO $$
DECLARE
	tenant text;
BEGIN
	FOREACH tenant IN ARRAY ARRAY['workspaces', 'api_keys', 'audit_events', 'accounts', 'custom_apis', 'sync_runs', 'usage_metrics', 'external_accounts', 'usage_days', 'usage_rollups', 'external_account_links'] LOOP
		EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant);
		EXECUTE format('CREATE POLICY one_workspace ON %I TO tributary_app USING (workspace_id = (SELECT nullif(current_setting(''tributary.workspace'', true), '''')::int))', tenant);
		EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tributary_app', tenant);
	END LOOP;
END $$;
--> statement-breakpoint
-- Workspaces are the operator's to make, and what the audit log says stays said.
REVOKE INSERT, UPDATE, DELETE ON "workspaces" FROM tributary_app;--> statement-breakpoint
REVOKE UPDATE, DELETE ON "audit_events" FROM tributary_app;--> statement-breakpoint
-- The product across workspaces: whose a key is, what is due, which master key seals what. No usage, no accounts.
ALTER TABLE "secret_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "secret_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY across_workspaces ON "secret_keys" TO tributary_system USING (true);--> statement-breakpoint
CREATE POLICY across_workspaces ON "workspaces" TO tributary_system USING (true);--> statement-breakpoint
CREATE POLICY across_workspaces ON "api_keys" TO tributary_system USING (true);--> statement-breakpoint
CREATE POLICY across_workspaces ON "custom_apis" TO tributary_system USING (true);--> statement-breakpoint
CREATE POLICY across_workspaces ON "sync_runs" TO tributary_system USING (true);--> statement-breakpoint
-- UPDATE of workspaces is for the lock that keeps two first starts from making two first workspaces.
GRANT SELECT, INSERT, UPDATE ON "workspaces" TO tributary_system;--> statement-breakpoint
GRANT SELECT, INSERT ON "api_keys" TO tributary_system;--> statement-breakpoint
-- A workspace comes with its first key, which the audit log mentions. What the log says is for the workspace to read.
CREATE POLICY noted_across_workspaces ON "audit_events" FOR INSERT TO tributary_system WITH CHECK (true);--> statement-breakpoint
GRANT INSERT ON "audit_events" TO tributary_system;--> statement-breakpoint
GRANT SELECT, UPDATE ON "custom_apis" TO tributary_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "sync_runs" TO tributary_system;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "secret_keys" TO tributary_system;
