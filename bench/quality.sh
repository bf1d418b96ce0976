#!/usr/bin/env bash
# Scores what Dateline extracts from ../shared, where it is beside the project: one table, each line as its scorer prints it.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=../shared
[ -d "$shared" ] || { echo "the shared material is not beside the project: nothing to score"; exit 0; }
command -v python3 >/dev/null || { echo "the scorers need python3"; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
go build -o "$scratch/dateline" .
for set in seeds dev; do
	gold=$shared/contactbench/$set.jsonl
	"$scratch/dateline" annotate contacts "$gold" > "$scratch/$set.jsonl"
	echo "ContactBench $set"
	python3 "$shared/contactbench/score.py" "$gold" "$scratch/$set.jsonl" "$@"
done
