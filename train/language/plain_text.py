#!/usr/bin/env python3
"""Running English text out of the development data, one paragraph a line, its words set apart by blanks.

  plain_text.py --output text.txt [--normal]

For word vectors and for the first schooling of the encoder, which need text and no labels. What is read: claims and
their sources, reports, definitions of WordNet, and the training parts of the treebanks; never a file of the held-out
kind, and no set whose licence allows research or non-commercial use only. --normal writes normal forms (lower case,
digits as 0, straight quotation marks), as word vectors are keyed.
"""

import argparse
import gzip
import json
import os
import pathlib
import re

DATA = pathlib.Path(os.environ.get("AXRAY_DATA", pathlib.Path(__file__).resolve().parents[3] / "shared" / "data"))
WORDNET = pathlib.Path("/usr/share/wordnet")
NOT_OPEN = ("averitec", "faithbench", "anli", "sick", "semi_automatic_nli")
PATTERNS = ("attribution/*.jsonl*", "attribution/train/*.jsonl*", "reuse/natural*docs.jsonl", "stories/*docs.jsonl",
            "extraction/gold.jsonl", "ner/annoctr/text.train*", "ner/ctinexus/*.jsonl*")
FIELDS = {"claim", "sources", "text", "body", "claims", "sentences", "title", "headline", "premise", "hypothesis"}
WORD = re.compile(
    r"https?://\S+|(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*|\w+?(?=n't\b)|n't\b|'(?:s|re|ve|ll|d|m)\b|\w+|[^\w\s]", re.I)
STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'})
LEAST = 20  # characters of a paragraph


def strings(value):
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key in FIELDS:
                yield from strings(part)


def texts():
    for pattern in PATTERNS:
        for path in sorted(DATA.glob(pattern)):
            if path.name.startswith(NOT_OPEN):
                continue
            with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    yield from strings(json.loads(line))
    for name in ("ewt", "gum"):
        with gzip.open(DATA / "treebank" / f"{name}.train.conllu.gz", "rt", encoding="utf-8") as lines:
            yield from (line[9:] for line in lines if line.startswith("# text = "))
    for part in ("noun", "verb", "adj", "adv"):
        with open(WORDNET / f"data.{part}", encoding="utf-8") as lines:
            yield from (line.split("|", 1)[1] for line in lines if "|" in line and not line.startswith("  "))


def paragraphs():
    """Lists of words; each paragraph once."""
    seen = set()
    for text in texts():
        for line in text.translate(STRAIGHT).split("\n"):
            if len(line) >= LEAST and line not in seen:
                seen.add(line)
                yield WORD.findall(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", required=True)
    parser.add_argument("--normal", action="store_true")
    options = parser.parse_args()
    count = 0
    with open(options.output, "w", encoding="utf-8") as out:
        for words in paragraphs():
            line = " ".join(words)
            out.write((re.sub(r"\d", "0", line.lower()) if options.normal else line) + "\n")
            count += len(words)
    print(f"{options.output}: {count} words")


if __name__ == "__main__":
    main()
