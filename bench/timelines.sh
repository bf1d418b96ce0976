#!/bin/sh
# Draws the same events with the page's own code, vis-timeline and TimelineJS. Needs node,
# npm, Chromium and what make web installs, and a registry the first time.
set -eu
cd "$(dirname "$0")/.."
[ -d bench/timelines/node_modules ] || npm ci --prefix bench/timelines --no-audit --no-fund
node bench/timelines/run.mjs "$@"
