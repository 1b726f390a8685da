#!/bin/sh
# A "database": says that it is up once it has its password, and that it went down in order when it is told to.
set -eu
[ "$1" = --data ]
data=$2
[ "$(cat "$DB_PASSWORD_FILE")" = "correct horse" ]
printf '%s\n' "$DB_NAME" >/shared/db.name
id -u >/shared/db.uid
df -k /dev/shm | tail -n 1 | tr -s ' ' | cut -d ' ' -f 2 >/shared/db.shm
echo up >"$data/state"
httpd -f -p 5001 -h "$data" &
trap 'rm -f "$data/state"; echo "$(date +%s) in order" >"$data/stopped"; exit 0' INT
trap 'echo "wrong signal" >"$data/stopped"; exit 1' TERM
while :; do sleep 1 & wait $! || true; done
