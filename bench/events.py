"""Scores which reports of different articles Dateline brought together, on ECB+.

usage: events.py GOLD.jsonl DUMP.jsonl [--json]

DUMP is `dateline dump` of a store that holds GOLD's documents. ECB+ says which words
of different documents mean one event, in the sentences that it annotates. A statement
of Dateline's is compared by the words of reporting in its quote, a contact by all
words of events in it, since the word that tells of the contact is not known. Pairs of
reports of one type, of different articles, with such words:

precision: of the pairs in one event of Dateline's, those that share an event of ECB+
recall:    of the pairs that share an event of ECB+, those in one event of Dateline's
"""

import itertools
import json
import sys


def located(text, quote):
    """Where the quote is in the text, white space aside; None if nowhere or twice."""
    places = [i for i, c in enumerate(text) if not c.isspace()]
    bare, wanted = "".join(text.split()), "".join(quote.split())
    at = bare.find(wanted)
    if at < 0 or bare.find(wanted, at + 1) >= 0:
        return None
    return places[at], places[at + len(wanted) - 1] + 1


def clusters(report, record):
    """The events of ECB+ that a report can be of."""
    span = located(record["text"], report["quote"])
    kind = "REPORTING" if report["type"] == "STATEMENT" else "ACTION"
    return span and {
        m["cluster"] for m in record["mentions"]
        if kind in m["type"] and m["sent"] in record["annotated_sentences"] and m.get("cross_doc")
        and span[0] <= m["start"] and m["end"] <= span[1]
    }


def figures(gold, dump):
    records = {r["id"]: r for r in map(json.loads, open(gold, encoding="utf-8"))}
    reports, event_of = [], {}
    for line in open(dump, encoding="utf-8"):
        node = json.loads(line)
        if "batch" in node:
            record = records[node["batch"]["article"]["externalId"]]
            reports += [(r, clusters(r, record)) for r in node["batch"]["reports"] or []]
        for report in node.get("event", {}).get("reportIds", []):
            event_of[report] = node["event"]["id"]
    result = {}
    for kind in ("STATEMENT", "CONTACT"):
        told = [(r, found) for r, found in reports if r["type"] == kind and found]
        both = merged = same = 0
        for (a, x), (b, y) in itertools.combinations(told, 2):
            if a["articleId"] == b["articleId"]:
                continue
            merged += event_of[a["id"]] == event_of[b["id"]]
            same += bool(x & y)
            both += event_of[a["id"]] == event_of[b["id"]] and bool(x & y)
        result[kind] = {
            "reports": sum(r["type"] == kind for r, _ in reports), "annotated": len(told), "merged_pairs": merged, "gold_pairs": same, "right_pairs": both,
            "precision": both / merged if merged else 0, "recall": both / same if same else 0,
        }
    return result


if __name__ == "__main__":
    print(json.dumps(figures(sys.argv[1], sys.argv[2])))
