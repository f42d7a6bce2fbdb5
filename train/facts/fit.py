#!/usr/bin/env python3
"""Fits the weights of src/story/facts/claim_agreement.cpp (labelled pairs of claims -> weights).

    train/facts/fit.py PROGRAM MODELS STORIES [--write]

PROGRAM is axray_fact_pairs, STORIES the folder of streams (stories of $AXRAY_DATA). labels.tsv names the pairs by the
places of their claims (code points of title, empty line, text; text alone in ecbplus) and says whether both say the same:

    1     a reader would tell them as one fact: each follows from the other in the main. Numbers may differ, and small
          things that one of them adds
    more  what one says is a part of what the other says, which tells another thing of weight besides
    0     everything else: another act of the same people, another statement on the same matter

The older pairs know only 1 and 0. Pairs of ecbplus_two_stories are of two stories of one kind, mixed, and none of them
say the same. A quarter of the stories, told by a hash of their names, is kept apart: nothing is fitted to them. Logistic
regression over features of one spread, with a quadratic penalty, by gradient descent from zero: the same features give
the same weights. Prints the cross-validated area under the curve, no story on both sides of a split, then how the new
weights and the program as it was built do on the stories kept apart, then the weights; --write puts them into the
source. Python's standard library only.
"""
import argparse
import collections
import hashlib
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
SAME = {"0": 0.0, "more": 0.5, "1": 1.0}
PENALTY = 0.03
RATE = 0.5
STEPS = 400
APART = 4  # one story of so many


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
            item["labels"].append(SAME[same])
    return items


def examples(items, program, models):
    """(features, label, weight, story, whether in one fact), and how many pairs were not found."""
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
            found.append(([float(cell) for cell in cells[:-1]], label, weight, f"{name} {story}", cells[-1] == "1"))
    return found, lost


def chance(weights, bias, features):
    return 1 / (1 + math.exp(-(bias + sum(weight * value for weight, value in zip(weights, features)))))


def apart(row):
    return int(hashlib.sha1(row[3].encode()).hexdigest(), 16) % APART == 0


def fit(rows):
    """Weights and bias. The penalty is on what a feature's usual spread makes."""
    size, total = len(rows[0][0]), sum(row[2] for row in rows)
    means = [sum(row[0][column] * row[2] for row in rows) / total for column in range(size)]
    spreads = [math.sqrt(sum((row[0][column] - means[column]) ** 2 * row[2] for row in rows) / total) + 1e-6
               for column in range(size)]
    even = [([(value - mean) / spread for value, mean, spread in zip(row[0], means, spreads)], row[1], row[2])
            for row in rows]
    weights, bias = [0.0] * size, 0.0
    for _ in range(STEPS):
        slopes, slope = [0.0] * size, 0.0
        for features, label, weight in even:
            error = (chance(weights, bias, features) - label) * weight
            slope += error
            for column, value in enumerate(features):
                slopes[column] += error * value
        bias -= RATE * slope / total
        weights = [weight - RATE * (each / total + PENALTY * weight) for weight, each in zip(weights, slopes)]
    weights = [weight / spread for weight, spread in zip(weights, spreads)]
    return weights, bias - sum(weight * mean for weight, mean in zip(weights, means))


def area(scored):
    """Share of the pairs of a right and a wrong one that stand in the right order."""
    right = [score for score, label in scored if label]
    wrong = [score for score, label in scored if not label]
    wins = sum((one > other) + 0.5 * (one == other) for one in right for other in wrong)
    return wins / (len(right) * len(wrong))


def areas(rows, scores):
    """The same of pairs that say the same and different ones, alone and with the look-alikes."""
    sure = [(score, row[1] == 1, row[2] == 1) for row, score in zip(rows, scores) if row[1] != SAME["more"]]
    labelled = [(score, label) for score, label, alone in sure if alone]
    return f"{area(labelled):.3f}; with the look-alikes {area([one[:2] for one in sure]):.3f}"


def cross_validate(rows):
    stories = sorted({row[3] for row in rows})
    random.Random(3).shuffle(stories)
    scores = [0.0] * len(rows)
    for fold in range(FOLDS):
        held = set(stories[fold::FOLDS])
        weights, bias = fit([row for row in rows if row[3] not in held])
        for number, row in enumerate(rows):
            if row[3] in held:
                scores[number] = chance(weights, bias, row[0])
    print(f"area under the curve {areas(rows, scores)}")


def print_joined(rows):
    """What the program as it was built joins into one fact. One that says more counts half."""
    labelled = [row for row in rows if row[2] == 1]
    alike = [row for row in rows if row[2] != 1]
    joined = [row for row in labelled if row[4]]
    counts = [sum(row[1] == label for row in joined) for label in (1, SAME["more"], 0)]
    right, all_of_them = sum(row[1] for row in joined), sum(row[1] for row in labelled)
    print(f"joined by the program: {len(joined)}; of them {counts[0]} say the same, one says more in {counts[1]}, "
          f"{counts[2]} differ; precision {right / max(1, len(joined)):.2f}  recall {right / all_of_them:.2f}  "
          f"look-alikes {sum(row[4] for row in alike)} of {len(alike)}")


def written():
    """The weights and the bias that stand in the source."""
    text = SOURCE.read_text(encoding="utf8")
    numbers = re.search(r"kWeights = {(.*?)};", text, re.S).group(1)
    bias = re.search(r"kBias = (\S+)F;", text).group(1)
    return [float(number.strip(" \nF")) for number in numbers.split(",")], float(bias)


def source_of(weights, bias):
    numbers = [f"{weight:.2f}F" for weight in weights]
    lines = [", ".join(numbers[first:first + 10]) for first in range(0, len(numbers), 10)]
    return (f"constexpr AgreementFeatures kWeights = {{{(',' + chr(10) + ' ' * 41).join(lines)}}};\n"
            f"constexpr float kBias = {bias:.2f}F;\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("models")
    parser.add_argument("stories", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows, lost = examples(read_labels(options.stories), options.program, options.models)
    labelled = [row for row in rows if row[2] == 1]
    print(f"{len(labelled)} pairs, {sum(row[1] == 1 for row in labelled)} say the same, in "
          f"{sum(row[1] == SAME['more'] for row in labelled)} one says more; {len(rows) - len(labelled)} look-alikes of two "
          f"stories; {lost} pairs not found")
    used = [row for row in rows if not apart(row)]
    kept = [row for row in rows if apart(row)]
    print(f"fitted to {len(used)} pairs of {len({row[3] for row in used})} stories, in {FOLDS} folds by story:")
    cross_validate(used)
    weights, bias = fit(used)
    print_joined(used)
    print(f"{len(kept)} pairs of {len({row[3] for row in kept})} stories kept apart:")
    print(f"area under the curve {areas(kept, [chance(weights, bias, row[0]) for row in kept])}")
    print_joined(kept)
    same = source_of(weights, bias) == source_of(*written())
    print("the program was built with these weights" if same else "THE PROGRAM HAS OTHER WEIGHTS: --write, build, train again")
    new = source_of(weights, bias)
    print("\n" + new, end="")
    if options.write:
        text = SOURCE.read_text(encoding="utf8")
        begin, end = text.index("constexpr AgreementFeatures kWeights"), text.index("float of_values(")
        SOURCE.write_text(text[:begin] + new + "\n" + text[end:], encoding="utf8")


main()
