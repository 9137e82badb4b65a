#!/usr/bin/env bash
# Is this address a hub as phones need it? Asks from outside, through whatever stands in front:
#
#   deploy/smoke.sh https://reception.example [CODE]
#
# CODE: a one-time code of a person of this venue (the first is printed at the first start, later ones a desk makes), or the token of a
# session. Without it only what is open is asked. The session it opens is ended again; it changes nothing else at the venue.
# Needs curl and python3 (nothing beside its own library). CURL=-k accepts a certificate that this machine does not trust.
set -uo pipefail
hub=${1:?the address of the hub, https://reception.example} code=${2:-}
hub=${hub%/}
failed=0
ok() { printf 'ok      %s\n' "$*"; }
bad() { printf 'FAILED  %s\n' "$*"; failed=1; }
get() { curl --silent --show-error --max-time 20 ${CURL:-} "$@"; }
status() { get --output /dev/null --write-out '%{http_code}' "$@"; }

[ "$(get "$hub/healthz/live")" = alive ] && ok "the process lives" || bad "$hub/healthz/live does not answer: is the address right, does the proxy reach a hub?"
ready=$(get "$hub/healthz/ready")
[[ $ready == *'"ready":true'* ]] && ok "ready" || bad "not ready: $ready"
get "$hub/" | grep -qi '<html' && ok "the page is served" || bad "$hub/ is no page"
[ "$(status "$hub/metrics")" = 404 ] && ok "/metrics is not shown to the world" || [[ $hub == http://127.* ]] || bad "/metrics is open to whoever asks: the proxy must add X-Forwarded-For"
[ "$(status "$hub/sync")" = 401 ] && ok "without a session nothing is told" || bad "/sync without a session answers $(status "$hub/sync")"
[ "$(status -X POST -H 'Origin: https://evil.example' "$hub/commands")" = 403 ] && ok "pages of other sites are refused" || bad "a page of another site is not refused: does the proxy keep the Host header?"
own=$(status -X POST -H "Origin: $hub" "$hub/commands")
[ "$own" = 401 ] && ok "the own page is not taken for another's" || bad "the own page's Origin is refused ($own): does the proxy keep the Host header?"

if [ -n "$code" ]; then
  token=$code
  if [ ${#code} -lt 30 ]; then
    session=$(get -X POST -H 'Content-Type: application/json' --data "{\"code\":\"$code\",\"device\":\"smoke\"}" "$hub/enrol")
    token=$(python3 -c 'import json,sys; print(json.loads(sys.argv[1]).get("token",""))' "$session" 2>/dev/null)
    [ -n "$token" ] && ok "the code opens a session" || bad "the code opens no session: $session"
  fi
  if [ -n "$token" ]; then
    python3 "$(dirname "${BASH_SOURCE[0]}")/smoke.py" "$hub" "$token" ${CURL:+--insecure} || failed=1
    if [ "$token" != "$code" ]; then
      id=$(python3 -c 'import json,sys; print(json.loads(sys.argv[1])["sessionId"])' "$session")
      [ "$(status -X DELETE -H "Authorization: Bearer $token" "$hub/sessions/$id")" = 204 ] && ok "the session is ended again" || bad "the session could not be ended"
    fi
  fi
fi
[ $failed = 0 ] && echo "all well" || echo "not well"
exit $failed
