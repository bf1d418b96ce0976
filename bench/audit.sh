#!/bin/sh
# Runs the audit of graphql-http, the reference of GraphQL over HTTP, against a server on
# the samples. Needs node and npm, and a registry the first time.
set -eu
cd "$(dirname "$0")/.."
[ -d bench/audit/node_modules ] || npm ci --prefix bench/audit --no-audit --no-fund
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
go build -o "$work/dateline" .
"$work/dateline" load samples --store "sqlite:$work/news.db" > /dev/null
"$work/dateline" serve --store "sqlite:$work/news.db" --listen 127.0.0.1:0 2> "$work/log" &
server=$!
until url=$(grep -o -m 1 'http://127[^ ]*/graphql' "$work/log"); do sleep 0.1; done
node bench/audit/audit.mjs "$url"
