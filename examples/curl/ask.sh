#!/usr/bin/env bash
# Whom did Ingrid Solheim call, and who says so? Then the same as a table for a spreadsheet.
set -euo pipefail
url=${DATELINE_URL:-http://127.0.0.1:8080}
headers=(-H 'content-type: application/json' ${DATELINE_KEY:+-H "authorization: Bearer $DATELINE_KEY"})

curl --silent --show-error --fail "$url/graphql" "${headers[@]}" --data @- <<'JSON'
{
  "query": "query($who: EntityRef) { contacts(who: $who, means: [CALL]) { nodes { summary status reports { nodes { quote article { publisher published url } } } } } }",
  "variables": {"who": {"name": "Solheim"}}
}
JSON
echo

curl --silent --show-error --fail --get "$url/export" "${headers[@]:2}" \
  --data-urlencode format=csv --data-urlencode who=Solheim --data-urlencode means=CALL
