#!/usr/bin/env python3
"""Learns how a word's dictionary form is made from its fine tag and its end (treebanks, WordNet -> models/lemmas.bin).

  lemmas_train.py --wordnet /usr/share/wordnet --output models/lemmas.bin

A rule takes some bytes off the end of the lower-case word and puts others there. Rules stand for whole words and for
ends of words of up to six bytes, each with a fine tag; the longest that is known decides. An end is kept only where a
shorter one would decide otherwise, so the table stays small. WordNet's lists of irregular forms fill in words that the
treebanks lack. Source: own, after the ripple-down rules of Plisson et al. 2004.
"""

import argparse
import collections
import pathlib

import numpy
import xxhash

import sentences_data
import tensor_file

VERSION = 1
LONGEST_END = 6
LEAST = 3  # times that an end must have been seen
WORDNET_TAGS = {"noun": ["NNS"], "verb": ["VBD", "VBN", "VBG", "VBZ"], "adj": ["JJR", "JJS"], "adv": ["RBR", "RBS"]}


def rule_of(word, lemma):
    """(bytes to take off, bytes to put there)"""
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    return len(word) - shared, lemma[shared:]


def applied(word, rule):
    return word[: len(word) - rule[0]] + rule[1] if rule[0] <= len(word) else word


def key(kind, text, tag):
    return xxhash.xxh3_64_intdigest(kind.encode() + tag.encode() + b" " + text)


def observed(parts):
    """How often each (lower-case word, fine tag) has each lemma."""
    counts = collections.Counter()
    for part in parts:
        for sentence in sentences_data.treebank(part):
            for form, lemma, _, fine, _, _ in sentence:
                if lemma != "_":
                    counts[plain(form).encode(), fine, plain(lemma).encode()] += 1
    return counts


def plain(text):
    return text.lower().replace("\u2019", "'").replace("\u2018", "'")


class Rules:
    def __init__(self, counts):
        by_word, by_end = {}, {}
        for (word, tag, lemma), count in counts.items():
            by_word.setdefault((word, tag), collections.Counter())[rule_of(word, lemma)] += count
            for size in range(0, min(LONGEST_END, len(word)) + 1):
                end = word[len(word) - size :]
                by_end.setdefault((end, tag), collections.Counter())[rule_of(word, lemma)] += 1
        self.ends, self.words = {}, {}
        for (end, tag), rules in sorted(by_end.items(), key=lambda item: (len(item[0][0]), item[0])):
            rule, count = min(rules.items(), key=lambda item: (-item[1], item[0]))
            if rule[0] > len(end) and end:
                continue
            if sum(rules.values()) >= LEAST and count * 2 > sum(rules.values()) and rule != self.by_end(end, tag):
                self.ends[end, tag] = rule
        for (word, tag), rules in sorted(by_word.items()):
            rule = min(rules.items(), key=lambda item: (-item[1], item[0]))[0]
            if rule != self.by_end(word, tag):
                self.words[word, tag] = rule

    def by_end(self, word, tag):
        for size in range(min(LONGEST_END, len(word)), -1, -1):
            rule = self.ends.get((word[len(word) - size :], tag))
            if rule is not None and rule[0] <= len(word):
                return rule
        return 0, b""

    def add_irregular(self, folder):
        known = {word for word, _ in self.words}
        for part, tags in WORDNET_TAGS.items():
            with open(folder / f"{part}.exc", encoding="utf-8") as lines:
                for line in lines:
                    fields = [field.encode() for field in line.split()]
                    if len(fields) < 2 or b"_" in fields[0] or fields[0] in known:
                        continue
                    for tag in tags:
                        if (fields[0], tag) not in self.words and applied(fields[0], self.by_end(fields[0], tag)) != fields[1]:
                            self.words[fields[0], tag] = rule_of(fields[0], fields[1])

    def lemma(self, word, tag):
        rule = self.words.get((word, tag))
        return applied(word, rule if rule is not None else self.by_end(word, tag))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=pathlib.Path, default=pathlib.Path("/usr/share/wordnet"))
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    rules = Rules(observed(["ewt.train", "gum.train"]))
    rules.add_irregular(options.wordnet)
    for part in ("ewt.dev", "gum.dev"):
        counts = observed([part])
        right = sum(n for (word, tag, lemma), n in counts.items() if rules.lemma(word, tag) == lemma)
        print(f"{part}: {100 * right / sum(counts.values()):.2f} of lemmas right with the gold tags")
    distinct = sorted(set(rules.words.values()) | set(rules.ends.values()))
    number = {rule: at for at, rule in enumerate(distinct)}
    keyed = {key("w", word, tag): number[rule] for (word, tag), rule in rules.words.items()}
    keyed |= {key("e", end, tag): number[rule] for (end, tag), rule in rules.ends.items()}
    ordered = sorted(keyed)
    text = "".join(f"{off} {put.decode(errors='replace')}\n" for off, put in distinct)
    size = tensor_file.write(options.output, "lemmas", VERSION, {
        "keys": numpy.array(ordered, numpy.uint64),
        "rules": numpy.array([keyed[one] for one in ordered], numpy.float32),
        "texts": text,
    })
    print(f"{len(rules.words)} words, {len(rules.ends)} ends, {len(distinct)} rules, {size} bytes")


if __name__ == "__main__":
    main()
