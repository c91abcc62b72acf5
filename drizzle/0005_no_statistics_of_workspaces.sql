-- A workspace that is younger than the statistics is expected to have one row, and joins with its history become nested loops over
-- hundreds of thousands. Without statistics of this column every workspace is expected to be an average one.
ALTER TABLE "usage_days" ALTER COLUMN "workspace_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "usage_rollups" ALTER COLUMN "workspace_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "external_accounts" ALTER COLUMN "workspace_id" SET STATISTICS 0;
