#!/usr/bin/env python3
"""Sentences with marked names, from openly licensed sets, in one common form (data folders -> Sentence).

A Sentence says what its source marks (marked_names.py). That would leave MISC free almost everywhere in training, and a
model takes what is free: so in training parts what a source may have left unmarked is unknown word by word, and MISC
counts as known.

Development parts: the files' own, except for WikiGold and CrossNER, of which a fifth (by digest of the document's or
sentence's text) is kept out of training; `fold` 0 to 4 says which fifth.

Use: names_data.py [--part train|dev] [--fold N] [--source NAME ...] [--print]
"""

import argparse
import collections
import gzip
import hashlib
import json
import os
import pathlib
import re

import gum_names
from marked_names import ALL, CORE, UNKNOWN, Sentence, repaired, spans_of, to_treebank

DATA = pathlib.Path(os.environ.get("AXRAY_DATA", pathlib.Path(__file__).resolve().parents[3] / "shared" / "data"))
FOLDS = 5
LONGEST_SENTENCE = 120


def columns(path):
    """(document, tokens, tags) of each sentence."""
    document, tokens, tags = 0, [], []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            token, _, tag = line.partition("\t")
            if token == "-DOCSTART-":
                document += 1
            elif token.strip():
                tokens.append(token.replace("\u00a0", "").strip() or "_")
                tags.append(tag)
            if (not line.strip() or token == "-DOCSTART-") and tokens:
                yield document, tokens, tags
                tokens, tags = [], []
    if tokens:
        yield document, tokens, tags


def mapped(tags, types):
    """Tags in common types; types that are not in `types` become `O`, those mapped to None unknown."""
    result = []
    for tag in tags:
        if tag == "O" or tag[2:] not in types:
            result.append("O")
        else:
            kind = types[tag[2:]]
            result.append(UNKNOWN if kind is None else tag[:2] + kind)
    return repaired(result)


def column_set(path, source, types, known):
    for document, tokens, tags in columns(path):
        words, marks = to_treebank(tokens, mapped(tags, types))
        for at in range(0, len(words), LONGEST_SENTENCE):
            cut = slice(at, at + LONGEST_SENTENCE)
            yield Sentence(words[cut], repaired(marks[cut]), known, source, f"{source}-{document}")


def fold_of(text):
    return hashlib.sha256(text.encode()).digest()[0] % FOLDS


def folded(sentences, part, fold):
    """The sentences of the documents that belong to this part; without documents each sentence stands for itself."""
    texts = collections.defaultdict(list)
    for sentence in sentences:
        texts[sentence.document].append(sentence)
    for document in texts.values():
        if (fold_of(" ".join(word for s in document for word in s.tokens)) == fold) == (part == "dev"):
            yield from document


def one_by_one(sentences):
    for number, sentence in enumerate(sentences):
        sentence.document = f"{sentence.source}-{number}"
        yield sentence


def wikigold_file(path):
    return column_set(path, "wikigold", {kind: kind for kind in ALL}, ALL)


def wikigold(part, fold):
    return folded(wikigold_file(DATA / "ner/wikigold/train.conll.gz"), part, fold)


def wnut17_file(path):
    types = {"person": "PER", "location": "LOC", "group": "ORG", "corporation": "ORG", "product": "MISC",
             "creative-work": "MISC"}
    return one_by_one(column_set(path, "wnut17", types, CORE))


def wnut17(part, _):
    return wnut17_file(DATA / f"ner/wnut17/{part}.conll.gz")


def uner_ewt_file(path):
    return column_set(path, "uner-ewt", {kind: kind for kind in CORE}, CORE)


def uner_ewt(part, _):
    # Its texts are those of the treebank's development part: never trained on.
    return uner_ewt_file(DATA / "ner/uner-ewt/dev.conll.gz") if part == "dev" else ()


def crossner(part, fold):
    types = {"politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "location": "LOC",
             "country": "LOC", "election": "MISC", "event": "MISC", "misc": "MISC"}
    both = [sentence for name in ("train", "dev")
            for sentence in column_set(DATA / f"ner/crossner-politics/{name}.conll.gz", "crossner-politics", types, ALL)]
    return folded(one_by_one(both), part, fold)


def cyner(part, _):
    types = {"Organization": "ORG", "Malware": "MISC", "System": "MISC", "Indicator": None, "Vulnerability": None}
    for sentence in column_set(DATA / f"ner/cyner/{part}.conll.gz", "cyner", types, frozenset(("ORG",))):
        yield without_common_nouns(sentence)


def annoctr(part, _):
    types = {"ORG": "ORG", "LOC": "LOC", "GROUP": "ORG", "MALWARE": "MISC", "TOOL": "MISC", "SECTOR": None, "CON": None,
             "TACTIC": None, "TECHNIQUE": None, "CLICommand/CodeSnippet": None}
    for sentence in column_set(DATA / f"ner/annoctr/{part}.conll.gz", "annoctr", types, frozenset(("ORG", "LOC"))):
        if sum(tag == UNKNOWN for tag in sentence.tags) * 2 < len(sentence.tags):
            yield without_common_nouns(sentence)


def without_common_nouns(sentence):
    """These sets mark "the loader" as malware too: no name, so nothing is said of it."""
    for begin, end, _ in spans_of(sentence.tags):
        if not any(character.isupper() for token in sentence.tokens[begin:end] for character in token):
            sentence.tags[begin:end] = [UNKNOWN] * (end - begin)
    return sentence


RE3D_TYPES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "MISC"}
WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:\.[^\W\d_])+\.|[^\W_]+(?:['\u2019][^\W_]+)?|\S")


def re3d(part, _):
    """Defence Science and Technology Laboratory's documents, all but those of the BBC (licence without commerce)."""
    if part != "train":
        return
    with gzip.open(DATA / "ner/re3d/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if not document["source"].startswith("BBC"):
                yield from re3d_document(document)


def re3d_document(document):
    text = document["text"]
    named = named_of_re3d(text, document["entities"])
    for begin, end in sentences_of(text):
        tokens, tags, previous = [], [], None
        for match in WORD.finditer(text, begin, end):
            at = match.start()
            inside = next((name for name in named if name[0] <= at < name[1]), None)
            if inside is None:
                tag = "O"
            elif inside[2] is None:
                tag = UNKNOWN
            else:
                tag = ("I-" if inside is previous else "B-") + inside[2]
            previous = inside
            tokens.append(match.group())
            tags.append(tag)
        if tokens:
            words, marks = to_treebank(tokens, tags)
            yield Sentence(words[:LONGEST_SENTENCE], marks[:LONGEST_SENTENCE], ALL - {"MISC"}, "re3d",
                           "re3d-" + document["doc"])


def sentences_of(text):
    begin = 0
    for match in re.finditer(r"(?<=[.!?])[\"\u201d]?\s+(?=[A-Z\"\u201c])|\n+", text):
        yield begin, match.start()
        begin = match.end()
    yield begin, len(text)


def named_of_re3d(text, entities):
    """Longest marked spans that consist of capitalised words; parts of longer descriptions are unknown."""
    found = []
    for entity in sorted(entities, key=lambda e: e["begin"] - e["end"]):
        begin, end = entity["begin"], entity["end"]
        article = re.match(r"(?:the|a|an)\s+", text[begin:end], re.IGNORECASE)
        begin += article.end() if article else 0
        words = [w for w in re.findall(r"[^\W\d_]+", text[begin:end]) if w not in ("of", "and", "the", "for", "al", "s")]
        is_name = bool(words) and all(word[0].isupper() for word in words) and entity["type"] in RE3D_TYPES
        if not is_name or any(b < end and begin < e for b, e, _ in found):
            continue
        found.append((begin, end, RE3D_TYPES[entity["type"]]))
    for entity in entities:
        if entity["type"] in ("Organisation", "Person", "Location", "Weapon", "MilitaryPlatform", "Vehicle"):
            for match in re.finditer(r"\b[A-Z]\w*", text[entity["begin"]:entity["end"]]):
                begin = entity["begin"] + match.start()
                if not any(b <= begin < e for b, e, _ in found):
                    found.append((begin, entity["begin"] + match.end(), None))
    return sorted(found, key=lambda name: name[0])


def gum(part, _):
    for document in gum_names.gum_documents(DATA / f"treebank/gum.{part}.conllu.gz"):
        yield from gum_names.gum_sentences(document)


SETS = {"gum": gum, "wikigold": wikigold, "wnut17": wnut17, "uner-ewt": uner_ewt, "crossner-politics": crossner,
        "cyner": cyner, "annoctr": annoctr, "re3d": re3d}


# Adjectives and nouns of peoples end so; WikiGold marks them, most sets do not.
PEOPLE = re.compile(r"^[A-Z][a-z]+(?:ese|ish|ian|ans?|ch|i|is|eans?)$")


def with_known_misc(sentence):
    """Of a training sentence: MISC is known but for words that may name a people."""
    if "MISC" not in sentence.known:
        sentence.known = sentence.known | {"MISC"}
        sentence.tags = [UNKNOWN if tag == "O" and at > 0 and PEOPLE.match(token) else tag
                         for at, (token, tag) in enumerate(zip(sentence.tokens, sentence.tags))]
    return sentence


def load(part="train", fold=0, sources=None, misc="known"):
    """Sentences of a part ("train" or "dev") of the sources (all when None), in the order of the files. In training
    parts MISC counts as known, or with misc="free" only where the source marks it."""
    sentences = [sentence for source in (sources or SETS) for sentence in SETS[source](part, fold)]
    return [with_known_misc(sentence) for sentence in sentences] if part == "train" and misc == "known" else sentences


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("train", "dev"), default="train")
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--source", nargs="*", choices=sorted(SETS))
    parser.add_argument("--print", action="store_true", help="sentences as token<TAB>tag lines instead of counts")
    options = parser.parse_args()
    sentences = load(options.part, options.fold, options.source)
    if options.print:
        for sentence in sentences:
            print(f"# {sentence.document} {' '.join(sorted(sentence.known))}")
            print("".join(f"{token}\t{tag}\n" for token, tag in zip(sentence.tokens, sentence.tags)))
        return
    print(f"{'source':20}{'documents':>10}{'sentences':>10}{'tokens':>9}{'unknown':>9}" +
          "".join(f"{kind:>7}" for kind in sorted(ALL)) + "  known")
    for source in SETS:
        chosen = [sentence for sentence in sentences if sentence.source == source]
        if not chosen:
            continue
        names = collections.Counter(kind for s in chosen for _, _, kind in spans_of(s.tags))
        print(f"{source:20}{len({s.document for s in chosen}):10}{len(chosen):10}{sum(len(s.tokens) for s in chosen):9}"
              f"{sum(tag == UNKNOWN for s in chosen for tag in s.tags):9}" +
              "".join(f"{names[kind]:7}" for kind in sorted(ALL)) + "  " + " ".join(sorted(chosen[0].known)))


if __name__ == "__main__":
    main()
