#!/bin/sh
# Measures what our templates gain (schema/generate): the CPU of pages of each kind, with
# package exec as it is and as gqlgen generates it by its own templates, in turns.
#
#   bench/pages.sh [turns]
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'git worktree remove --force "$work/plain" 2>/dev/null; rm -rf "$work"' EXIT
go build -o "$work/ours.bin" ./bench/pages
git worktree add --quiet --detach "$work/plain"
(cd "$work/plain" && go run ./schema/generate -plain && go build -o "$work/plain.bin" ./bench/pages)
for turn in $(seq "${1:-6}"); do
	for kind in contacts list timeline entities articles; do
		for way in plain ours; do
			echo "$kind $way $("$work/$way.bin" --kind "$kind" "$work/sample.db")" | tee -a "$work/printed"
		done
	done
done
awk '{ first[$1, $2] += $6; again[$1, $2] += $9; turns[$1]++ }
END {
	for (kind in turns) {
		n = turns[kind] / 2
		printf "%s: first %d µs, %d µs by plain templates; again %d µs, %d µs\n", kind,
			first[kind, "ours"] / n, first[kind, "plain"] / n, again[kind, "ours"] / n, again[kind, "plain"] / n
	}
}' "$work/printed"
