"""Scores what the binary extracts from ../shared, and prints one table.

usage: quality.py BINARY [LAYER ...]

Each row of ROWS is one figure: the layer that is predicted (events are not predicted
one by one: all documents are loaded, and the graph is what is scored), the set that is scored,
the scorer that comes with the set, where the figure stands in the scorer's JSON, what
Dateline is to reach, and what the best peer reaches on the same file.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).absolute().parent
SHARED = HERE.parent.parent / "shared"
GOLD = SHARED / "gold"
BENCH = SHARED / "contactbench"
ENTITIES = ("score_entities.py", "--trim")

ROWS = [
    # layer, set, scorer with its options, figure, path in the JSON, target, best peer
    ("contacts", BENCH / "seeds.jsonl", (BENCH / "score.py",), "who F1", "who.f1", .93, "baseline.py .62"),
    ("contacts", BENCH / "seeds.jsonl", (BENCH / "score.py",), "who+when F1", "who_when.f1", .93, "baseline.py .62"),
    ("contacts", BENCH / "seeds.jsonl", (BENCH / "score.py",), "full F1", "full.f1", .80, "baseline.py .48"),
    ("contacts", BENCH / "dev.jsonl", (BENCH / "score.py",), "who F1", "who.f1", .80, "baseline.py .65"),
    ("contacts", BENCH / "dev.jsonl", (BENCH / "score.py",), "who+when F1", "who_when.f1", .65, "baseline.py .41"),
    ("contacts", BENCH / "dev.jsonl", (BENCH / "score.py",), "full F1", "full.f1", .55, "baseline.py .39"),
    ("contacts", BENCH / "dev.jsonl", (BENCH / "score.py",), "roles", "roles", .85, ""),
    ("contacts", BENCH / "dev.jsonl", (BENCH / "score.py",), "attribution", "attribution", .75, ""),
    ("contacts", BENCH / "dev.jsonl", (BENCH / "score.py",), "exact quote", "exact_quote", 1.0, ""),
    ("contacts", GOLD / "contacts/dev.jsonl", ("score_detection.py",), "sentences F1", "f1", .60, "baseline.py .36"),
    ("contacts", GOLD / "re3d/dev.jsonl", ("score_pairs.py",), "pairs recall", "recall", .65, "baseline.py .45"),
    ("contacts", GOLD / "re3d/dev.jsonl", ("score_pairs.py",), "pairs precision", "precision", .50, "baseline.py .34"),
    ("dates", GOLD / "timex/dev.jsonl", ("score_dates.py",), "DATE value F1", "DATE.value.f", .80, "HeidelTime .743"),
    ("dates", GOLD / "timex/dev.jsonl", ("score_dates.py",), "all value F1", "ALL.value.f", .78, "HeidelTime .727"),
    ("dates", GOLD / "timex/dev.jsonl", ("score_dates.py", "--part", "platinum"), "DATE value F1, platinum", "DATE.value.f", .87, "HeidelTime .844"),
    ("dates", GOLD / "timex/dev.jsonl", ("score_dates.py",), "DATE strict span F1", "DATE.strict.f", .86, "HeidelTime .833"),
    ("names", GOLD / "ner_conllpp2020/dev.jsonl", ENTITIES, "span+type F1", "micro.f", .85, "CoreNLP .853"),
    ("names", GOLD / "ner_crossner_politics/dev.jsonl", ENTITIES, "span+type F1", "micro.f", .76, "CoreNLP .760"),
    ("names", GOLD / "ner_conll03_test/dev.jsonl", ENTITIES, "span+type F1", "micro.f", None, "CoreNLP .887"),
    ("quotes", GOLD / "quotes_polnear/dev.jsonl", ("score_quotes.py",), "content F1", "content.f1", None, ""),
    ("quotes", GOLD / "quotes_polnear/dev.jsonl", ("score_quotes.py",), "source and content F1", "source_and_content.f1", .60, ""),
    ("matches", GOLD / "name_matching/dev.jsonl", ("score_matching.py",), "pairs F1", "f1", .88, "logic-v2 .790"),
    ("events", GOLD / "ecbplus/dev.jsonl", (HERE / "events.py",), "statements in one: right", "STATEMENT.precision", None, ""),
    ("events", GOLD / "ecbplus/dev.jsonl", (HERE / "events.py",), "statements found in one", "STATEMENT.recall", None, ""),
    ("body", GOLD / "article_extraction/dev.jsonl", ("score_body.py",), "F1", "f", .965, "go-trafilatura .963"),
    ("published", GOLD / "page_dates/dev.jsonl", ("score_pagedate.py",), "accuracy", "accuracy", .955, "htmldate .950"),
]


class Scores:
    """Predictions and their scores, each made once."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, pathlib.Path(folder)
        self.predicted, self.scored = {}, {}

    def predict(self, layer, gold):
        if (layer, gold) not in self.predicted:
            target = self.folder / f"{layer}-{len(self.predicted)}.jsonl"
            if layer == "events":
                self.load(gold, target)
                self.predicted[layer, gold] = target
                return target
            with open(target, "w", encoding="utf-8") as out, open(target.with_suffix(".err"), "w", encoding="utf-8") as err:
                code = subprocess.run([self.binary, "annotate", layer, str(gold)], stdout=out, stderr=err).returncode
            problems = target.with_suffix(".err").read_text(encoding="utf-8").splitlines()
            if code and not problems or any(not p.startswith("failed ") for p in problems):
                sys.exit(f"annotate {layer} {gold}: exit code {code}\n" + "\n".join(problems[:20]))
            if problems:
                print(f"note: {layer} {gold.parent.name}: {len(problems)} lines give nothing, e.g. {problems[0]}", file=sys.stderr)
            self.predicted[layer, gold] = target
        return self.predicted[layer, gold]

    def load(self, gold, target):
        store = ["--store", f"sqlite:{target.with_suffix('.db')}"]
        subprocess.run([self.binary, "load", str(gold), "--quiet", *store], check=True, capture_output=True)
        with open(target, "wb") as out:
            subprocess.run([self.binary, "dump", *store], check=True, stdout=out)

    def score(self, layer, gold, scorer):
        if (layer, gold, scorer) not in self.scored:
            script = GOLD / "scorers" / scorer[0]
            command = [sys.executable, str(script), str(gold), str(self.predict(layer, gold)), "--json", *scorer[1:]]
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            self.scored[layer, gold, scorer] = json.loads(output)
        return self.scored[layer, gold, scorer]


def pick(result, path):
    for key in path.split("."):
        result = result[key]
    return result


def main():
    binary, wanted = sys.argv[1], sys.argv[2:]
    print(f"{'layer':<10} {'set':<25} {'figure':<25} {'is':>5} {'asked':>6}    peer")
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        scores = Scores(binary, folder)
        for layer, gold, scorer, figure, path, target, peer in ROWS:
            if wanted and layer not in wanted or not gold.exists():
                continue
            value = pick(scores.score(layer, gold, scorer), path)
            short = target is not None and round(value, 3) < target
            missed += short
            name = gold.stem if gold.parent == BENCH else gold.parent.name
            asked = "" if target is None else f"{target:.3f}"
            print(f"{layer:<10} {name:<25} {figure:<25} {value:>5.3f} {asked:>6} {'<' if short else ' '}  {peer}", flush=True)
    print(f"{missed} of the figures asked for are not reached" if missed else "every figure asked for is reached")


if __name__ == "__main__":
    main()
