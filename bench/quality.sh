#!/usr/bin/env bash
# Scores what Dateline extracts from ../shared, where it is beside the project, with the scorers that came with it, and prints one table.
# Fails if a figure is lower than allowed.
# usage: bench/quality.sh [LAYER ...]
set -euo pipefail
cd "$(dirname "$0")/.."
[ -d ../shared ] || { echo "the shared material is not beside the project: nothing to score"; exit 0; }
command -v python3 >/dev/null || { echo "the scorers need python3"; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
go build -o "$scratch/dateline" .
python3 bench/quality.py "$scratch/dateline" "$@"
