"""Scores what the binary extracts from ../shared, and prints one table.

usage: quality.py BINARY [LAYER ...]

Each Row is one figure of the table. A figure lower than its `least` is a regression, and
makes the run fail. A target is what is still to be reached; those that are not are listed
at the end.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
from typing import NamedTuple

HERE = pathlib.Path(__file__).absolute().parent
SHARED = HERE.parent.parent / "shared"
GOLD = SHARED / "gold"
BENCH = SHARED / "contactbench"
BLIND = BENCH / "blind.py"
CHECKLIST = BENCH / "checklist"


class Row(NamedTuple):
    """One figure.

    Layer is what is predicted. Events are not predicted one by one: all documents are
    loaded, and the graph is scored.
    """

    layer: str
    gold: pathlib.Path    # the set, or for blind articles the program that scores them
    scorer: tuple         # the set's scorer, with its options
    figure: str
    path: str             # of the figure in the scorer's JSON
    least: float | None = None
    target: float | None = None
    peer: str = ""        # the best other program on the same file

    @property
    def set(self):
        if self.gold == BLIND:
            return "news-blind"
        return self.gold.stem if self.gold.parent == BENCH else self.gold.parent.name


def rows(layer, gold, scorer, *figures):
    return [Row(layer, gold, scorer, *figure) for figure in figures]


SCORE = (BENCH / "score.py",)
ENTITIES = ("score_entities.py", "--trim")
EVENTS = (HERE / "events.py",)

ROWS = [
    # figure, path, least, target, best peer
    *rows("contacts", BENCH / "seeds.jsonl", SCORE,
          ("who F1", "who.f1", .93, None, "baseline.py .62"),
          ("who+when F1", "who_when.f1", .93, None, "baseline.py .62"),
          ("full F1", "full.f1", .93, None, "baseline.py .48")),
    *rows("contacts", BENCH / "dev.jsonl", SCORE,
          ("who F1", "who.f1", .80, None, "baseline.py .65"),
          ("who+when F1", "who_when.f1", .65, None, "baseline.py .41"),
          ("full F1", "full.f1", .72, None, "baseline.py .39"),
          ("roles", "roles", .85),
          ("attribution", "attribution", .75),
          ("exact quote", "exact_quote", 1.0)),
    *rows("contacts", BENCH / "news-dev.jsonl", SCORE,
          ("who F1", "who.f1", None, .86, "baseline.py .51"),
          ("who+when F1", "who_when.f1", None, .76, "baseline.py .36"),
          ("full F1", "full.f1", None, .70, "baseline.py .29"),
          ("roles", "roles"),
          ("attribution", "attribution"),
          ("exact quote", "exact_quote")),
    *rows("contacts", BLIND, (),
          ("who F1", "who.f1", None, .75, "baseline.py .51"),
          ("who+when F1", "who_when.f1", None, .66, "baseline.py .39"),
          ("full F1", "full.f1", None, .58, "baseline.py .31"),
          ("roles", "roles", None, .90),
          ("attribution", "attribution", None, .82),
          ("exact quote", "exact_quote", 1.0)),
    *rows("contacts", CHECKLIST / "dev.jsonl", (CHECKLIST / "score_checklist.py",),
          ("all right", "total.full", None, .95),
          ("traps right", "capability.trap.full", 1.0)),
    *rows("contacts", GOLD / "readouts/dev.jsonl", ("score_readouts.py",),
          ("who found", "who", None, .97),
          ("who+means found", "who_means", None, .92),
          ("who+when found", "who_when", None, .92)),
    *rows("contacts", GOLD / "contacts/dev.jsonl", ("score_detection.py",),
          ("sentences F1", "f1", .60, .65, "baseline.py .36")),
    *rows("contacts", GOLD / "re3d/dev.jsonl", ("score_pairs.py",),
          ("pairs recall", "recall", .69, None, "baseline.py .45"),
          ("pairs precision", "precision", .50, None, "baseline.py .34")),
    *rows("mentions", GOLD / "coref_gum/dev.jsonl", ("score_coref.py",),
          ("pronouns precision", "precision", None, .88),
          ("pronouns recall", "recall", None, .72)),
    *rows("dates", GOLD / "timex/dev.jsonl", ("score_dates.py",),
          ("DATE value F1", "DATE.value.f", .835, None, "HeidelTime .743"),
          ("all value F1", "ALL.value.f", .821, None, "HeidelTime .727"),
          ("DATE strict span F1", "DATE.strict.f", .89, None, "HeidelTime .833")),
    *rows("dates", GOLD / "timex/dev.jsonl", ("score_dates.py", "--part", "platinum"),
          ("DATE value F1, platinum", "DATE.value.f", .892, None, "HeidelTime .844")),
    *rows("names", GOLD / "ner_conllpp2020/dev.jsonl", ENTITIES,
          ("span+type F1", "micro.f", .85, None, "CoreNLP .853")),
    *rows("names", GOLD / "ner_crossner_politics/dev.jsonl", ENTITIES,
          ("span+type F1", "micro.f", .76, None, "CoreNLP .760")),
    *rows("names", GOLD / "ner_conll03_test/dev.jsonl", ENTITIES,
          ("span+type F1", "micro.f", .785, None, "CoreNLP .887")),
    *rows("quotes", GOLD / "quotes_polnear/dev.jsonl", ("score_quotes.py",),
          ("content F1", "content.f1"),
          ("source and content F1", "source_and_content.f1", .689)),
    *rows("matches", GOLD / "name_matching/dev.jsonl", ("score_matching.py",),
          ("pairs F1", "f1", .935, None, "logic-v2 .790")),
    *rows("events", GOLD / "ecbplus/dev.jsonl", EVENTS,
          ("statements in one: right", "STATEMENT.precision"),
          ("statements found in one", "STATEMENT.recall")),
    *rows("body", GOLD / "article_extraction/dev.jsonl", ("score_body.py",),
          ("F1", "f", .976, .968, "go-trafilatura .963")),
    *rows("body", GOLD / "article_segments/dev.jsonl", (HERE / "segments.py",),
          ("segments F1", "f", .914, None, "trafilatura .924 on all languages")),
    *rows("published", GOLD / "page_dates/dev.jsonl", ("score_pagedate.py",),
          ("accuracy", "accuracy", .957, .960, "htmldate .950"),
          ("F1", "f", .960)),
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

    def score(self, row):
        key = row.layer, row.gold, row.scorer
        if key not in self.scored:
            self.scored[key] = self.run_blind(row.layer) if row.gold == BLIND else self.run_scorer(*key)
        return self.scored[key]

    def run_scorer(self, layer, gold, scorer):
        script = GOLD / "scorers" / scorer[0]
        command = [sys.executable, str(script), str(gold), str(self.predict(layer, gold)), "--json", *scorer[1:]]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    def run_blind(self, layer):
        """Scores articles that only blind.py reads. It prints totals, as text."""
        command = [sys.executable, str(BLIND), self.binary, "annotate", layer]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        result = {level: {"f1": float(f1)} for level, f1 in re.findall(r"^ *(\w+) +P .* F1 ([\d.]+)$", output, re.MULTILINE)}
        for share in ("roles", "attribution", "exact quote"):
            result[share.replace(" ", "_")] = float(re.search(rf"{share} ([\d.]+)", output)[1])
        return result


def pick(result, path):
    for key in path.split("."):
        result = result[key]
    return result


def number(value):
    return "" if value is None else f"{value:.3f}"


def below(value, bound):
    return bound is not None and round(value, 3) < bound


def listed(heading, lines):
    print(f"\n{heading}: {len(lines) or 'none'}")
    for line in lines:
        print("  " + line)


def main():
    binary, wanted = sys.argv[1], sys.argv[2:]
    print(f"{'layer':<10} {'set':<22} {'figure':<25} {'is':>5}  {'least':<6}  {'target':<6}  peer")
    fallen, ahead = [], []
    with tempfile.TemporaryDirectory() as folder:
        scores = Scores(binary, folder)
        for row in ROWS:
            if wanted and row.layer not in wanted or not row.gold.exists():
                continue
            value = pick(scores.score(row), row.path)
            name = f"{row.set:<22} {row.figure:<25} {value:>5.3f}"
            least, target = number(row.least), number(row.target)
            if below(value, row.least):
                fallen.append(f"{name}, at least {least}")
                least += "!"
            if below(value, row.target):
                ahead.append(f"{name}, target {target}")
                target += "*"
            print(f"{row.layer:<10} {name}  {least:<6}  {target:<6}  {row.peer}".rstrip(), flush=True)
    listed("* not reached yet", ahead)
    listed("! lower than allowed", fallen)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
