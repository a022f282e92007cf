#!/usr/bin/env bash
# A restore drill on one machine, on made-up reviews: serves, works, backs up while serving, loses the folder, restores, verifies.
# Prints what was lost (RPO) and how long it took to be working again (RTO). Needs the .NET SDK, curl and an empty folder to work in.
#   infra/drill.sh [REVIEWS] [FOLDER]
set -euo pipefail
reviews="${1:-50}"
folder="${2:-$(mktemp -d)}"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
port=$(( 20000 + RANDOM % 20000 ))
url="http://127.0.0.1:$port"
json='Content-Type: application/json'
host="$folder/host"
mkdir -p "$folder"
trap '[ -z "${server:-}" ] || kill -9 "$server" 2>/dev/null || true' EXIT

echo "Building"
dotnet build src/Workflows.Local -c Release -v quiet -nologo -o "$host" > "$folder/build.log" || { cat "$folder/build.log"; exit 1; }

serve() {
  "$host/Workflows.Local" serve --urls "$url" --data "$folder/data" > "$folder/serve.log" 2>&1 &
  server=$!
  for _ in $(seq 300); do
    curl -sf "$url/healthz" > /dev/null && return
    sleep 0.1
  done
  echo "The host did not answer:"; cat "$folder/serve.log"; exit 1
}

token() { curl -sf "$url/demo/token" -H "$json" -d '{"user":"business.manager"}' | sed 's/.*"token":"//;s/".*//'; }

open() { # NUMBER
  curl -sf -o /dev/null -H "$json" -H "Authorization: Bearer $(cat "$folder/token")" -H "Idempotency-Key: drill-$1" "$url/api/reviews" -d \
    '{"process":"lcspr","partnership":"fernshire","reference":"DRILL-'"$1"'","facts":{"awareOn":"'"$(date +%F)"'","harm":"harmed","agencies":["Education"]}}'
}

# Of the reviews that were answered, those that are listed.
listed() {
  local cursor='' page count=0
  while :; do
    page="$(curl -sf -H "Authorization: Bearer $(cat "$folder/token")" "$url/api/reviews?limit=200${cursor:+&cursor=$cursor}")"
    count=$((count + $(grep -o '"reference":"DRILL-' <<< "$page" | wc -l)))
    cursor="$(sed -n 's/.*"next":"\([^"]*\)".*/\1/p' <<< "$page")"
    [ -n "$cursor" ] || break
  done
  echo "$count"
}

serve
token > "$folder/token"
for n in $(seq "$reviews"); do open "$n"; done
echo "Opened $reviews reviews; backing up while it serves"
"$host/Workflows.Local" backup --data "$folder/data" --to "$folder/backup" > /dev/null
after=5
for n in $(seq $((reviews + 1)) $((reviews + after))); do open "$n"; done

install -m 600 "$folder/data/audit.key" "$folder/audit.key" # the key is kept apart from every backup

echo "The machine is lost"
kill -9 "$server"; wait "$server" 2>/dev/null || true
mv "$folder/data" "$folder/lost"

began=$(date +%s.%N)
cp -a "$folder/backup" "$folder/data"
cp -p "$folder/audit.key" "$folder/data/audit.key"
serve
recovered=$(date +%s.%N)
token > "$folder/token"
found="$(listed)"
kill -TERM "$server"; wait "$server" 2>/dev/null || true
server=
"$host/Workflows.Local" verify "$folder/data" | tail -n 3

echo "RPO: $((reviews + after - found)) of $((reviews + after)) openings lost, those made after the backup ($after)"
printf 'RTO: %.1f s from the loss to the first answer, of reviews that a backup of %s holds\n' "$(echo "$recovered - $began" | bc)" "$(du -sh "$folder/backup" | cut -f1)"
[ "$found" -eq "$reviews" ]
