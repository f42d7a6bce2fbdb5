#!/usr/bin/env python3
"""Fits the weights of src/language/quantities/agreement.cpp (features of pairs -> agreement_weights.hpp).

    axray_predict pair-features < numeric_pairs.dev.jsonl | train/quantities/agreement.py [--write]

Multinomial logistic regression with a quadratic penalty, rare labels weighed up, fitted by gradient descent from zero:
the same rows give the same weights. Prints macro F1 of a cross-validation in which all pairs of one premise stay
together, then the weights; --write puts those of all pairs into the header. Python's standard library only.
"""
import argparse
import math
import pathlib
import sys
import zlib

LABELS = ["agree", "contradict", "neutral"]
HEADER = pathlib.Path(__file__).resolve().parents[2] / "src/language/quantities/agreement_weights.hpp"
FOLDS = 5


def read(lines):
    names = next(lines).rstrip("\n").split("\t")[4:]
    rows = []
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        rows.append((cells[1], LABELS.index(cells[2]), cells[3], [float(cell) for cell in cells[4:]]))
    return names, rows


def probabilities(weights, features):
    scores = [sum(w * x for w, x in zip(row, features)) for row in weights]
    most = max(scores)
    scores = [math.exp(score - most) for score in scores]
    total = sum(scores)
    return [score / total for score in scores]


def fit(rows, options):
    """Gradient descent with momentum; the weight of a label grows as it is rarer."""
    size = len(rows[0][3])
    counts = [sum(row[1] == label for row in rows) for label in range(len(LABELS))]
    share = [(len(rows) / (len(LABELS) * max(1, count))) ** options.balance for count in counts]
    total = sum(share[row[1]] for row in rows)
    weights = [[0.0] * size for _ in LABELS]
    speed = [[0.0] * size for _ in LABELS]
    for _ in range(options.steps):
        gradient = [[options.penalty * w for w in row] for row in weights]
        for _, label, _, features in rows:
            factor = share[label] / total
            for other, probability in enumerate(probabilities(weights, features)):
                error = factor * (probability - (other == label))
                target = gradient[other]
                for column, value in enumerate(features):
                    if value:
                        target[column] += error * value
        for row, pace, slope in zip(weights, speed, gradient):
            for column in range(size):
                pace[column] = 0.9 * pace[column] - options.rate * slope[column]
                row[column] += pace[column]
    return weights


def decide(weights, features):
    found = probabilities(weights, features)
    return found.index(max(found))


def macro_f1(pairs):
    scores = []
    for label in range(len(LABELS)):
        right = sum(gold == label and found == label for gold, found in pairs)
        wanted = sum(gold == label for gold, _ in pairs)
        said = sum(found == label for _, found in pairs)
        if wanted:
            scores.append(2 * right / (wanted + said))
    return sum(scores) / len(scores), scores


def cross_validate(rows, options):
    pairs = []
    for fold in range(FOLDS):
        chosen = lambda row: zlib.crc32(row[2].encode()) % FOLDS == fold
        weights = fit([row for row in rows if not chosen(row)], options)
        pairs += [(row[1], decide(weights, row[3])) for row in rows if chosen(row)]
    return macro_f1(pairs)


def write(weights):
    lines = ["// Weights of agreement.cpp: AgreementFeatures -> scores of agree, contradict and neutral, a row for each.",
             "// Multinomial logistic regression on development pairs of statements; larger means more of that label.",
             "// Made by train/quantities/agreement.py; not written by hand.", "#pragma once", "", "#include <array>", "",
             "namespace axray::language {", "",
             f"inline constexpr std::array<std::array<float, {len(weights[0])}>, 3> kAgreementWeights = {{{{"]
    for row in weights:
        cells = [f"{weight:.4f}F," for weight in row]
        parts = [" ".join(cells[at:at + 10]) for at in range(0, len(cells), 10)]
        lines.append("    {" + "\n     ".join(parts)[:-1] + "},")
    lines += ["}};", "", "}  // namespace axray::language", ""]
    HEADER.write_text("\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the header")
    parser.add_argument("--steps", type=int, default=120)
    parser.add_argument("--rate", type=float, default=0.5)
    parser.add_argument("--penalty", type=float, default=0.002)
    parser.add_argument("--balance", type=float, default=0.7)
    options = parser.parse_args()
    names, rows = read(sys.stdin)
    macro, scores = cross_validate(rows, options)
    print(f"{len(rows)} pairs, macro F1 in cross-validation by premise: {macro:.3f}",
          " ".join(f"{label} {score:.3f}" for label, score in zip(LABELS, scores)))
    weights = fit(rows, options)
    if options.write:
        write(weights)
    macro, _ = macro_f1([(row[1], decide(weights, row[3])) for row in rows])
    print(f"macro F1 on the pairs it was fitted to: {macro:.3f}")
    for column, name in enumerate(names):
        print(f"  {name:70s}", " ".join(f"{row[column]:7.3f}" for row in weights))


if __name__ == "__main__":
    main()
