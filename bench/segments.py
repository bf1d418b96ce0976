"""Scores which segments of pages are in the extracted articles.

usage: segments.py GOLD.jsonl PRED.jsonl --json

GOLD lines: {"id", "must_contain", "must_not_contain"}; PRED lines: {"id", "text"}. A segment
of must_contain that is there is right, one of must_not_contain that is there is wrong.
"""

import json
import sys


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def plain(text):
    return " ".join(text.split())


def main():
    gold, predicted = lines(sys.argv[1]), {p["id"]: plain(p.get("text") or "") for p in lines(sys.argv[2])}
    right = wrong = missed = 0
    for page in gold:
        text = predicted.get(page["id"], "")
        found = [plain(s) in text for s in page["must_contain"]]
        right, missed = right + sum(found), missed + found.count(False)
        wrong += sum(plain(s) in text for s in page["must_not_contain"])
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f = 2 * precision * recall / max(1e-9, precision + recall)
    print(json.dumps({"precision": precision, "recall": recall, "f": f, "pages": len(gold)}))


if __name__ == "__main__":
    main()
