"""Labelled claims and what was answered to them (files of the data, answers of `check --jsonl` -> Items)."""
import dataclasses
import difflib
import gzip
import hashlib
import json
import re

SUPPORTED, PARTLY, CONTRADICTED, NOT_FOUND = "supported", "partially_supported", "contradicted", "not_supported"
THRESHOLD = 0.5
# Nothing was answered: counted as the program's own words for it.
NO_ANSWER = {"label": NOT_FOUND, "score": 0.0, "evidence": [], "bad_spans": []}


@dataclasses.dataclass
class Item:
    gold: dict     # as it stands in the data
    answer: dict   # as `check --jsonl --ranking` writes it
    answered: bool
    document: str  # one value for all items with the same words in their sources

    @property
    def supported(self):
        return self.gold["label"] == SUPPORTED

    @property
    def score(self):
        return float(self.answer.get("score") or 0.0)

    @property
    def said_supported(self):
        return self.score >= THRESHOLD

    @property
    def label(self):
        return self.answer.get("label") or NOT_FOUND

    @property
    def meta(self):
        return self.gold.get("meta") or {}

    @property
    def two_labels(self):
        """The data tells supported from the rest only, or the rest is split by marks that are merely indicative."""
        return bool(self.meta.get("label2")) or self.meta.get("label4") == "weak"


def read_lines(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from (line for line in lines if line.strip())


def document_of(gold):
    words = "".join(sentence for source in gold["sources"] for sentence in source["sentences"])
    return hashlib.sha1(re.sub(r"\W+", "", words.lower()).encode()).hexdigest()


def read_answers(path):
    """{id: answer}. Lines of one id add up: verdicts and evidence may come from two programs."""
    answers = {}
    for answer in map(json.loads, read_lines(path)):
        answers.setdefault(answer["id"], {}).update(answer)
    return answers


def read_items(sets, answers):
    """{name of the set: its items} for the files of `sets`."""
    items = {}
    for path in sets:
        for gold in map(json.loads, read_lines(path)):
            answer = answers.get(gold["id"])
            item = Item(gold, answer or NO_ANSWER, answer is not None, document_of(gold))
            items.setdefault(gold["dataset"], []).append(item)
    return items


def with_unlearned(items, shipped):
    """Sets without any answer of models that have not seen them, because no model learns from them, are those of the
    shipped program."""
    return {name: of_set if any(item.answered for item in of_set) else shipped[name] for name, of_set in items.items()}


def pairs_of_edits(items):
    """(right version, wrong version) of BUMP: each edit with the summary of the same article that it was made from.

    Nothing in the data names that summary; it is the one with the most words in common in the same order.
    """
    rights = {}
    for item in items:
        if item.supported:
            rights.setdefault(item.document, []).append(item)
    found = []
    for item in items:
        candidates = rights.get(item.document, [])
        if item.supported or not candidates:
            continue
        words = item.gold["claim"].split()

        def likeness(right, words=words):
            return difflib.SequenceMatcher(None, right.gold["claim"].split(), words, autojunk=False).ratio()

        found.append((max(candidates, key=likeness), item))
    return found
