#!/bin/sh
# Measures what writing answers directly gains (schema/direct): the CPU of a page of
# twenty events, with package exec as it is and as gqlgen generates it by its own
# templates, in turns.
#
#   bench/pages.sh [turns]
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'git worktree remove --force "$work/plain" 2>/dev/null; rm -rf "$work"' EXIT
go build -o "$work/direct.bin" ./bench/pages
git worktree add --quiet --detach "$work/plain"
(cd "$work/plain" && go run ./schema/generate -plain && go build -o "$work/plain.bin" ./bench/pages)
for turn in $(seq "${1:-6}"); do
	for way in plain direct; do
		echo "$way $("$work/$way.bin" "$work/sample.db")" | tee -a "$work/printed"
	done
done
awk '{ first[$1] += $5; again[$1] += $8; turns[$1]++ }
END {
	for (way in turns) printf "%s: first %d µs, again %d µs\n", way, first[way] / turns[way], again[way] / turns[way]
	printf "gain: %.0f %% of the first page, %.0f %% of a page asked again\n", 100 * (1 - first["direct"] / first["plain"]), 100 * (1 - again["direct"] / again["plain"])
}' "$work/printed"
