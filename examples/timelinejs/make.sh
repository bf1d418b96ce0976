#!/usr/bin/env bash
# Makes a folder with a page that shows the contacts of a party in TimelineJS 3.
# Usage: ./make.sh [FOLDER [NAME]]
set -euo pipefail
cd "$(dirname "$0")"
folder=${1:-page} name=${2:-Solheim}
mkdir -p "$folder"
curl --silent --show-error --fail --get "${DATELINE_URL:-http://127.0.0.1:8080}/export" \
  ${DATELINE_KEY:+-H "authorization: Bearer $DATELINE_KEY"} \
  --data-urlencode format=timelinejs --data-urlencode "who=$name" --data-urlencode "title=Contacts of $name" > "$folder/timeline.json"
cp index.html "$folder/"
npm install --silent --no-save --no-audit --no-fund --prefix "$folder" @knight-lab/timelinejs@3.9.11
cp -r "$folder/node_modules/@knight-lab/timelinejs/dist" "$folder/timelinejs" && rm -r "$folder/node_modules"
echo "Serve $folder, for example with: python3 -m http.server --directory $folder"
