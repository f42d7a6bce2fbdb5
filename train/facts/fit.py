#!/usr/bin/env python3
"""Fits the weights of src/story/facts/claim_agreement.cpp (labelled pairs of claims -> weights).

    train/facts/fit.py PROGRAM MODELS STORIES [--write]

PROGRAM is axray_fact_pairs, STORIES the folder of streams (stories of $AXRAY_DATA). labels.tsv names the pairs by the
places of their claims (code points of title, empty line, text; text alone in ecbplus) and says whether both say the same;
pairs of ecbplus_two_stories are of two stories of one kind, mixed, and none of them say the same. Logistic regression with
a quadratic penalty by gradient descent from zero: the same features give the same weights. Prints the cross-validated area
under the curve, no story on both sides of a split, then the weights; --write puts them into the source. Python's standard
library only.
"""
import argparse
import collections
import json
import math
import pathlib
import random
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1] / "src/story/facts/claim_agreement.cpp"
LOOK_ALIKES = "ecbplus_two_stories"
SHARE_OF_LOOK_ALIKES = 0.2  # what such a pair counts for
REPORTS = 8  # of a story
FOLDS = 5
PENALTY = 0.003
RATE = 0.5


def stream(folder, name):
    """Documents by name, and the stories in order of the file with their documents."""
    documents = {}
    for line in open(folder / f"{name}.dev.docs.jsonl", encoding="utf8"):
        document = json.loads(line)
        title = document.get("title") if name != "ecbplus" else ""
        text = f"{title}\n\n{document['text']}" if title else document["text"]
        documents[document["id"]] = {"id": document["id"], "text": text, "date": document.get("date") or ""}
    stories = collections.defaultdict(list)
    for line in open(folder / f"{name}.dev.gold.tsv", encoding="utf8"):
        document, story = line.rstrip("\n").split("\t")[:2]
        stories[story].append(document)
    return documents, stories


def mixed(stories):
    """Two stories of one kind as one, as far as there are two."""
    kinds = collections.defaultdict(list)
    for story, documents in stories.items():
        kinds[re.match(r"\D*\d+", story).group(0)].append(documents[:REPORTS])
    return {kind: both[0] + both[1] for kind, both in kinds.items() if len(both) == 2}


def read_labels(folder):
    """One item a story: what the program is told, and the labels of its pairs."""
    rows = [line.rstrip("\n").split("\t") for line in open(HERE / "labels.tsv", encoding="utf8")][1:]
    items = {}
    for name in dict.fromkeys(row[0] for row in rows):
        documents, stories = stream(folder, name.removesuffix("_two_stories"))
        stories = mixed(stories) if name == LOOK_ALIKES else {key: each[:REPORTS] for key, each in stories.items()}
        story_of = {document: story for story, each in stories.items() for document in each}
        for _, first, begin, end, second, other_begin, other_end, same in (row for row in rows if row[0] == name):
            story = story_of[first]
            reports = stories[story]
            item = items.setdefault((name, story), {"told": {"reports": [documents[one] for one in reports], "pairs": []},
                                                    "labels": []})
            words = documents[first]["text"][int(begin):int(end)]
            others = documents[second]["text"][int(other_begin):int(other_end)]
            item["told"]["pairs"].append([reports.index(first), words, reports.index(second), others])
            item["labels"].append(int(same))
    return items


def examples(items, program, models):
    """(features, label, weight, story), and how many pairs were not found."""
    told = "".join(json.dumps(item["told"]) + "\n" for item in items.values())
    lines = iter(subprocess.run([program, models], input=told, capture_output=True, text=True,
                                check=True).stdout.split("\n"))
    found, lost = [], 0
    for (name, story), item in items.items():
        weight = SHARE_OF_LOOK_ALIKES if name == LOOK_ALIKES else 1.0
        for label in item["labels"]:
            cells = next(lines).split("\t")
            if len(cells) < 2:
                lost += 1
                continue
            found.append(([float(cell) for cell in cells], label, weight, f"{name} {story}"))
    return found, lost


def chance(weights, bias, features):
    return 1 / (1 + math.exp(-(bias + sum(weight * value for weight, value in zip(weights, features)))))


def fit(rows, steps):
    size, total = len(rows[0][0]), sum(row[2] for row in rows)
    weights, bias = [0.0] * size, 0.0
    for _ in range(steps):
        slopes, slope = [0.0] * size, 0.0
        for features, label, weight, _ in rows:
            error = (chance(weights, bias, features) - label) * weight
            slope += error
            for column, value in enumerate(features):
                slopes[column] += error * value
        bias -= RATE * slope / total
        weights = [weight - RATE * (each / total + PENALTY * weight) for weight, each in zip(weights, slopes)]
    return weights, bias


def area(scored):
    """Share of the pairs of a right and a wrong one that stand in the right order."""
    right = [score for score, label in scored if label]
    wrong = [score for score, label in scored if not label]
    wins = sum((one > other) + 0.5 * (one == other) for one in right for other in wrong)
    return wins / (len(right) * len(wrong))


def cross_validate(rows):
    stories = sorted({row[3] for row in rows})
    random.Random(3).shuffle(stories)
    scores = {}
    for fold in range(FOLDS):
        held = set(stories[fold::FOLDS])
        weights, bias = fit([row for row in rows if row[3] not in held], 1000)
        for number, row in enumerate(rows):
            if row[3] in held:
                scores[number] = chance(weights, bias, row[0])
    labelled = [(scores[number], row[1]) for number, row in enumerate(rows) if row[2] == 1]
    alike = [scores[number] for number, row in enumerate(rows) if row[2] != 1]
    print(f"area under the curve {area(labelled):.3f}; with the look-alikes "
          f"{area([(scores[number], row[1]) for number, row in enumerate(rows)]):.3f}")
    for cut in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        right = sum(label for score, label in labelled if score >= cut)
        named = sum(score >= cut for score, _ in labelled)
        print(f"from {cut:.1f}: precision {right / max(1, named):.2f}  recall {right / sum(l for _, l in labelled):.2f}"
              f"  look-alikes {sum(score >= cut for score in alike)} of {len(alike)}")


def written():
    """The weights and the bias that stand in the source."""
    text = SOURCE.read_text(encoding="utf8")
    numbers = re.search(r"kWeights = {(.*?)};", text, re.S).group(1)
    bias = re.search(r"kBias = (\S+)F;", text).group(1)
    return [float(number.strip(" \nF")) for number in numbers.split(",")], float(bias)


def seen(rows, weights, bias):
    return area([(chance(weights, bias, features), label) for features, label, weight, _ in rows if weight == 1])


def source_of(weights, bias):
    numbers = ", ".join(f"{weight:.2f}F" for weight in weights)
    return f"constexpr AgreementFeatures kWeights = {{{numbers}}};\nconstexpr float kBias = {bias:.2f}F;\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("models")
    parser.add_argument("stories", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows, lost = examples(read_labels(options.stories), options.program, options.models)
    labelled = [row for row in rows if row[2] == 1]
    print(f"{len(labelled)} pairs, {sum(row[1] for row in labelled)} say the same; {len(rows) - len(labelled)} "
          f"look-alikes of two stories; {lost} pairs not found; cross-validated in {FOLDS} folds by story:")
    cross_validate(rows)
    weights, bias = fit(rows, 4000)
    print(f"on pairs that they have seen: new weights {seen(rows, weights, bias):.3f}, those of the source "
          f"{seen(rows, *written()):.3f}")
    new = source_of(weights, bias)
    print("\n" + new, end="")
    if options.write:
        text = SOURCE.read_text(encoding="utf8")
        begin, end = text.index("constexpr AgreementFeatures kWeights"), text.index("float of_values(")
        SOURCE.write_text(text[:begin] + new + "\n" + text[end:], encoding="utf8")


main()
