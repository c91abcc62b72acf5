#!/bin/bash
# curl | jq | psql, as an administrator would write it: $1 the endpoint, $2 the database.
set -euo pipefail
curl --silent --fail "$1" |
  jq --raw-output '.data.rows[] | [.account.id, .day, .m.logins, .m.calls, .m.seats, .m.gigabytes, .m.errors, .m.minutes] | @csv' |
  psql "$2" --quiet --no-psqlrc --set ON_ERROR_STOP=1 --single-transaction \
    --command 'CREATE TEMP TABLE stage (LIKE piped_usage)' \
    --command '\copy stage FROM PSTDIN (FORMAT csv)' \
    --command 'INSERT INTO piped_usage SELECT * FROM stage ON CONFLICT (account, day) DO UPDATE SET
      logins = excluded.logins, calls = excluded.calls, seats = excluded.seats, gigabytes = excluded.gigabytes,
      errors = excluded.errors, minutes = excluded.minutes'
