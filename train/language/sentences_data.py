"""What the sentence models learn from (treebanks, sets of names -> Example), with the features of every word.

Treebanks give tags, heads and relations; sets with names give names (names_data.py); a sentence of GUM has both. What a
sentence lacks is -1 in its arrays and counts for nothing.
"""

import dataclasses
import gzip
import os
import pathlib
import random
import subprocess

import numpy

import names_data

DATA = pathlib.Path(os.environ.get("AXRAY_DATA", pathlib.Path(__file__).resolve().parents[3] / "shared" / "data"))
LONGEST = 120  # words; longer sentences are left out of training
NAME_TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
TYPES = ["PER", "ORG", "LOC", "MISC"]
MOST_PIECES = 40
CLASSES = 20
# Sets far from news take part now and then, small ones near to it more often.
SHARES = {"annoctr": 0.3, "cyner": 0.3, "wikigold": 2.0, "crossner": 2.0}


@dataclasses.dataclass
class Example:
    words: list
    source: str
    tags: numpy.ndarray = None  # universal tag, fine tag, head, relation, name tag; -1 where unknown
    known: int = 15  # bits of TYPES that an "O" denies


def treebank(name):
    """Sentences of one file as lists of (form, lemma, tag, fine tag, head, relation)."""
    sentence = []
    with gzip.open(DATA / "treebank" / f"{name}.conllu.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 10 and fields[0].isdigit():
                sentence.append((fields[1], fields[2], fields[3], fields[4], int(fields[6]), fields[7]))
            elif not line.strip() and sentence:
                yield sentence
                sentence = []
    if sentence:
        yield sentence


class Labels:
    """Names of tags and relations in a fixed order."""

    def __init__(self, sentences):
        self.tags = sorted({word[2] for sentence in sentences for word in sentence})
        self.fine_tags = sorted({word[3] for sentence in sentences for word in sentence})
        self.relations = sorted({word[5] for sentence in sentences for word in sentence})

    def example(self, sentence, source):
        def at(names, name):
            return names.index(name) if name in names else -1

        rows = [
            (at(self.tags, tag), at(self.fine_tags, fine), head, at(self.relations, relation), -1)
            for _, _, tag, fine, head, relation in sentence
        ]
        return Example([word[0] for word in sentence], source, numpy.array(rows, numpy.int64))


def add_names(example, sentence):
    """The name tags of a marked_names.Sentence with the same words."""
    example.tags[:, 4] = [NAME_TAGS.index(tag) if tag in NAME_TAGS else -1 for tag in sentence.tags]
    example.known = sum(1 << number for number, kind in enumerate(TYPES) if kind in sentence.known)


def names_example(sentence):
    example = Example(list(sentence.tokens), sentence.source, numpy.full((len(sentence.tokens), 5), -1, numpy.int64))
    add_names(example, sentence)
    return example


def training(fold=0):
    """(labels, examples of the treebanks, examples of names alone)."""
    sentences = {name: list(treebank(name + ".train")) for name in ("ewt", "gum")}
    labels = Labels(sentences["ewt"] + sentences["gum"])
    names = names_data.load(part="train", fold=fold)
    of_gum = {tuple(one.tokens): one for one in names if one.source == "gum"}
    parsed = []
    for name, several in sentences.items():
        for sentence in several:
            if len(sentence) > LONGEST:
                continue
            example = labels.example(sentence, name)
            if name == "gum" and tuple(example.words) in of_gum:
                add_names(example, of_gum[tuple(example.words)])
            parsed.append(example)
    others = [names_example(one) for one in names if one.source != "gum" and 0 < len(one.tokens) <= LONGEST]
    return labels, parsed, others


def epoch(parsed, others):
    """The examples of one pass: all sentences of the treebanks, and of the others as SHARES say."""
    chosen = list(parsed)
    for example in others:
        share = SHARES.get(example.source.split("-")[0], 1.0)
        chosen.extend([example] * int(share + random.random()))
    return chosen


class Features:
    """Features of written words, each with a number; row 0 of the arrays is no word."""

    def __init__(self, program, models):
        self.command = [str(program), str(models)]
        self.number = {}
        self.forms = [0]  # hash of the normal form
        self.looks = numpy.zeros((1, 3), numpy.int64)  # shape, beginning, ending
        self.classes = numpy.zeros((1, CLASSES), numpy.float32)
        self.pieces = numpy.zeros((1, MOST_PIECES), numpy.int64)

    def add(self, words):
        """Asks the program axray_word_features for words that are new."""
        new = sorted({word for word in words if "\n" not in word} - self.number.keys())
        if not new:
            return
        asked = "".join(word + "\n" for word in new).encode("utf-8", "replace")
        answer = subprocess.run(self.command, input=asked, stdout=subprocess.PIPE, check=True).stdout.decode()
        lines = [line.split("\t") for line in answer.splitlines()]
        if len(lines) != len(new):
            raise ValueError(f"{self.command[0]}: {len(lines)} lines for {len(new)} words")
        start = len(self.forms)
        self.number.update((word, start + at) for at, word in enumerate(new))
        self.forms += [int(line[0], 16) for line in lines]
        looks = numpy.array([line[1:4] for line in lines], numpy.int64)
        bits = numpy.array([int(line[4]) for line in lines])[:, None] >> numpy.arange(CLASSES) & 1
        pieces = numpy.zeros((len(lines), MOST_PIECES), numpy.int64)
        for row, line in zip(pieces, lines):
            numbers = line[5].split()
            row[: len(numbers)] = numbers
        self.looks = numpy.concatenate([self.looks, looks])
        self.classes = numpy.concatenate([self.classes, bits.astype(numpy.float32)])
        self.pieces = numpy.concatenate([self.pieces, pieces])

    def numbers(self, words):
        return numpy.array([self.number[word] for word in words], numpy.int64)

    def form_of(self, word):
        return self.forms[self.number[word]]


def batches(examples, tokens, order):
    """Lists of examples of nearly one length, of about `tokens` words; order "shuffled" or "kept"."""
    places = list(range(len(examples)))
    if order == "shuffled":
        random.shuffle(places)
    places.sort(key=lambda at: len(examples[at].words) // 4)
    made, batch, longest = [], [], 0
    for at in places:
        longest = max(longest, len(examples[at].words))
        if batch and longest * (len(batch) + 1) > tokens:
            made.append(batch)
            batch, longest = [], len(examples[at].words)
        batch.append(examples[at])
    if batch:
        made.append(batch)
    if order == "shuffled":
        random.shuffle(made)
    return made
