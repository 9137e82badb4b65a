#!/usr/bin/env bash
# Two hubs on one PostgreSQL behind nginx and behind Caddy, with the example files of this folder, all on loopback and gone at the end:
#
#   dotnet build -c Release && deploy/try-proxies.sh
#
# smoke.sh through each; then one hub is stopped, and smoke.sh through each again with the same session.
# Needs Debian's nginx-light, caddy, postgresql, openssl, curl, python3. HUB names another program than the build's.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
HUB=${HUB:-$here/../artifacts/bin/Reception.Hub/release/Reception.Hub.dll}
pg=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
work=$(mktemp -d) && chmod 755 "$work"
pids=() postgres=
finish() {
  for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null; done
  # At once, and flushed; last, since the others still write.
  [ -z "$postgres" ] || { kill -INT "$postgres"; wait "$postgres"; } 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }
until_well() { for _ in $(seq 150); do "$@" >/dev/null 2>&1 && return; sleep 0.2; done; echo "not in time: $*"; tail -n 20 "$work"/*.log; exit 1; }
as_postgres=()
[ "$(id -u)" -ne 0 ] || as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups)

db=$(port) one=$(port) two=$(port) nginx=$(port) nginx_plain=$(port) caddy=$(port)

# ---- PostgreSQL: the logs, and apart from them the keys. ----
mkdir "$work/db" && { [ "$(id -u)" -ne 0 ] || chown postgres "$work/db"; }
"${as_postgres[@]}" "$pg/initdb" --pgdata "$work/db/data" --username owner --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync >/dev/null || exit 1
"${as_postgres[@]}" "$pg/postgres" -D "$work/db/data" -p "$db" -k "$work/db" -c listen_addresses=127.0.0.1 >"$work/postgres.log" 2>&1 &
postgres=$!
sql() { "$pg/psql" -h 127.0.0.1 -p "$db" -U owner -v ON_ERROR_STOP=1 -q "$@"; }
until_well sql -d postgres -c 'SELECT 1'
sql -d postgres -c 'CREATE DATABASE reception' -c 'CREATE DATABASE reception_keys' -c 'CREATE ROLE reception_hub LOGIN' || exit 1

# ---- Two hubs. ----
start_hub() { # NUMBER PORT USER
  Store__Kind=postgres Store__Connection="Host=127.0.0.1;Port=$db;Database=reception;Username=$3" \
    Store__Keys="Host=127.0.0.1;Port=$db;Database=reception_keys;Username=$3" Proxy__Networks__0=127.0.0.1 \
    dotnet "$HUB" --urls "http://127.0.0.1:$2" --venue "$here/venue" >"$work/hub-$1.log" 2>&1 &
  pids+=($!)
  hub_pid=$!
  until_well curl -sf "http://127.0.0.1:$2/healthz/ready"
}
# The owner brings the schema up to date; from then on the hubs work with the least grants.
start_hub 0 "$one" owner
kill -TERM "$hub_pid"; wait "$hub_pid"
sql -d reception -v hub=reception_hub -f "$here/postgres/grants.sql" && sql -d reception_keys -v hub=reception_hub -f "$here/postgres/grants-keys.sql" || exit 1
start_hub 1 "$one" reception_hub; first=$hub_pid
start_hub 2 "$two" reception_hub
code=$(sed -nE 's/.*The first code[^:]*: ([^,]+),.*/\1/p' "$work/hub-1.log")
token=$(curl -s -H 'Content-Type: application/json' --data "{\"code\":\"$code\",\"device\":\"try\"}" "http://127.0.0.1:$two/enrol" | python3 -c 'import json,sys; print(json.load(sys.stdin)["token"])') || exit 1
echo "hub 1 gave the code, hub 2 opened the session"

# ---- nginx with the example, other addresses put in. ----
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
mkdir -p "$work/nginx"
sed -e "s/10.0.0.11:5080/127.0.0.1:$one/; s/10.0.0.12:5080/127.0.0.1:$two/; s/listen 443/listen 127.0.0.1:$nginx/; s/listen 80;/listen 127.0.0.1:$nginx_plain;/" \
  -e "s#/etc/ssl/reception/fullchain.pem#$work/cert.pem#; s#/etc/ssl/reception/privkey.pem#$work/key.pem#; s/server_name .*/server_name localhost;/" \
  "$here/nginx/reception.conf" >"$work/nginx/reception.conf"
cat >"$work/nginx/nginx.conf" <<END
daemon off; pid $work/nginx/pid; error_log $work/nginx.log; worker_processes 1;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path $work/nginx/a; proxy_temp_path $work/nginx/b; fastcgi_temp_path $work/nginx/c; uwsgi_temp_path $work/nginx/d; scgi_temp_path $work/nginx/e;
  include $work/nginx/reception.conf;
}
END
nginx -p "$work/nginx" -c "$work/nginx/nginx.conf" -t -q 2>&1 | grep -v 'could not open error log file' ; nginx -p "$work/nginx" -c "$work/nginx/nginx.conf" 2>>"$work/nginx.log" &
pids+=($!)

# ---- Caddy with the example; what follows only keeps it off this machine's port 80 and trust store. ----
printf '{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\nimport %s\n' "$here/caddy/Caddyfile" >"$work/Caddyfile"
export RECEPTION_HOST="localhost:$caddy" RECEPTION_HUBS="127.0.0.1:$one 127.0.0.1:$two" XDG_DATA_HOME=$work/caddy XDG_CONFIG_HOME=$work/caddy
caddy run --adapter caddyfile --config "$work/Caddyfile" >"$work/caddy.log" 2>&1 &
pids+=($!)
until_well curl -skf "https://localhost:$nginx/healthz/ready"
until_well curl -skf "https://localhost:$caddy/healthz/ready"

failed=0
round() {
  for proxy in "nginx $nginx" "Caddy $caddy"; do
    printf '\n== %s, %s ==\n' "${proxy% *}" "$1"
    CURL=-k "$here/smoke.sh" "https://localhost:${proxy#* }" "$token" || failed=1
  done
}
round "two hubs"
kill -TERM "$first"; begun=$SECONDS; wait "$first"; printf '\nhub 1 was told to stop and was gone with exit code %s after %s s\n' "$?" "$((SECONDS - begun))"
round "one hub left, the same session"
printf '\nerrors logged by the hubs: %s\n' "$(grep -cE ' (fail|crit): ' "$work"/hub-*.log | paste -sd' ')"
exit $failed
