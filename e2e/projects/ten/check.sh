#!/bin/sh
# Whether every service of the project does what it should. Says what is wrong.
set -u
bad=0
same() { [ "$2" = "$3" ] || { echo "$1: \"$2\" instead of \"$3\"" >&2; bad=1; }; }
file() { same "$1" "$(cat "/shared/$1" 2>&1)" "$2"; }

same db "$(wget -qO- http://db:5001/state)" up
same api "$(wget -qO- http://api:8080/)" 'hello from ${NOBODY}'
same web "$(wget -qO- http://web/page.html)" '<p>page</p>'
same style "$(wget -qO- http://web/style.css)" 'a { color: blue }'
same cache "$(nc -w 2 cache 6379 </dev/null)" PONG
same alias "$(nc -w 2 redis.internal 6379 </dev/null)" PONG
same mail "$(nc -w 2 mail 25 </dev/null)" '220 ready'
same container-name "$(nc -w 2 ten-postbox 25 </dev/null)" '220 ready'
same settings "$(cat /settings)" "$(printf 'color = blue\nprice = $12\n\n[last]')"
same password "$(cat /run/secrets/db_password)" 'correct horse'
file db.name 'shop $(id) ${HOME} $$'
file db.uid 70
file db.shm 32768
file migrate.done 'tables of db:5001'
file api.pwd /srv/api
file api.uid 1000
file api.gid 1000
file api.environment "$(printf 'good day, "friend" #1\none\ntwo\n.\nby environment')"
file api.settings "$(cat /settings)"
file worker.token "$(cat /run/secrets/api_token)"
file mail.hostname mx
same beat "$(($(date +%s) - $(cat /shared/worker.beat) < 10))" 1
file mail.relay 1
file backup.done done
same backup "$(tar -xOf /copies/db.tar data/state)" up
exit "$bad"
