DROP INDEX "saved_views_name";--> statement-breakpoint
ALTER TABLE "account_standings" ADD COLUMN "usage_change" double precision[];--> statement-breakpoint
ALTER TABLE "saved_views" ADD COLUMN "name_key" text COLLATE "C" NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("workspace_id","name_key");--> statement-breakpoint
-- Every row is written anew each day: with room on its page it takes no new index entry and leaves nothing behind for VACUUM.
ALTER TABLE "account_standings" SET (fillfactor = 50);
