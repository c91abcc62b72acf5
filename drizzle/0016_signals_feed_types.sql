DROP INDEX "signals_feed";--> statement-breakpoint
CREATE INDEX "signals_feed" ON "signals" USING btree ("workspace_id","state","severity","arr","raised_at","id","type");