ALTER TABLE "accounts" ADD COLUMN "id_key" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "id_tail_key" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "name_key" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "accounts_id_key" ON "accounts" USING btree ("workspace_id","id_key","id");--> statement-breakpoint
CREATE INDEX "accounts_id_tail_key" ON "accounts" USING btree ("workspace_id","id_tail_key","id");--> statement-breakpoint
CREATE INDEX "accounts_name_key" ON "accounts" USING btree ("workspace_id","name_key","id");--> statement-breakpoint
-- What `lib/spelling.ts` makes of ids and names, as nearly as SQL can: exact for ASCII, and mended by an account's next change
-- where it is not. The owner of the tables is held to their policies, which show rows of no workspace here.
ALTER TABLE "accounts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "accounts" a SET
  "id_key" = left(regexp_replace(k.crm_id, '^0+(?=[0-9]+$)', ''), 64),
  "id_tail_key" = nullif(left(regexp_replace(k.tail, '^0+(?=[0-9]+$)', ''), 64), ''),
  "name_key" = left(k.name, 64)
FROM (
  SELECT "workspace_id", "id",
    regexp_replace(f.crm_id, '[\x01-\x2f\x3a-\x60\x7b-\x7f]+', '', 'g') AS crm_id,
    regexp_replace(coalesce(
      substring(f.crm_id FROM '^[a-z][a-z0-9]{0,15}[\x01-\x2f\x3a-\x60\x7b-\x7f]+(.*)$'),
      substring(f.crm_id FROM '^[a-z]{1,16}([0-9]+)$')), '[\x01-\x2f\x3a-\x60\x7b-\x7f]+', '', 'g') AS tail,
    replace(regexp_replace(
      trim(regexp_replace(f.name, '[\x01-\x2f\x3a-\x60\x7b-\x7f]+', ' ', 'g')),
      '( (inc|incorporated|llc|ltd|limited|corp|corporation|co|company|plc|pty|gmbh|ag|kg|ug|sa|sas|sarl|srl|spa|bv|nv|ab|as|aps|oy|kk))+$',
      ''), ' ', '') AS name
  FROM (
    SELECT "workspace_id", "id",
      CASE WHEN length("external_crm_id") <= 128 THEN lower("external_crm_id" COLLATE "default") ELSE '' END AS crm_id,
      CASE WHEN length("name") <= 128 THEN lower("name" COLLATE "default") ELSE '' END AS name
    FROM "accounts"
  ) f
) k WHERE a."workspace_id" = k."workspace_id" AND a."id" = k."id";--> statement-breakpoint
ALTER TABLE "accounts" FORCE ROW LEVEL SECURITY;
