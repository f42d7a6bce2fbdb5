"""What the goals are measured by (Items -> value with its 95% interval).

A measure is a sum of counts over items and a formula over the sums. The interval is that of a bootstrap over documents:
items with the same sources are drawn together, with a fixed seed.
"""
import bisect
import dataclasses
import random
import re
import typing

from attribution.items import CONTRADICTED, NOT_FOUND, SUPPORTED, pairs_of_edits

ROUNDS = 500
BINS = 10


@dataclasses.dataclass
class Measure:
    """`counts`: (document, {key: number}) for each item; `formula`: sums by key -> value, None when it has none."""
    counts: list
    formula: typing.Callable

    def value(self):
        total = {}
        for _, numbers in self.counts:
            add(total, numbers, 1)
        return self.formula(total)

    def interval(self):
        documents = {}
        for document, numbers in self.counts:
            add(documents.setdefault(document, {}), numbers, 1)
        rows = [list(numbers.items()) for numbers in documents.values()]
        draw = random.Random(5)
        values = []
        for _ in range(ROUNDS):
            times = [0] * len(rows)
            for number in draw.choices(range(len(rows)), k=len(rows)):
                times[number] += 1
            total = {}
            for row, count in zip(rows, times):
                if count:
                    for key, number in row:
                        total[key] = total.get(key, 0) + count * number
            value = self.formula(total)
            if value is not None:
                bisect.insort(values, value)
        if not values:
            return None
        return values[int(0.025 * len(values))], values[int(0.975 * (len(values) - 1))]


def add(total, numbers, times):
    for key, number in numbers.items():
        total[key] = total.get(key, 0) + times * number


def share(part, whole):
    return part / whole if whole else None


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values and None not in values else None


def f1(right, wrong, missed):
    return share(2 * right, 2 * right + wrong + missed)


def balanced_accuracy(sets, names):
    """Mean over the sets of the balanced accuracy of supported against the rest, at the threshold."""
    counts = [(item.document, {(name, item.supported, item.said_supported): 1})
              for name in names for item in sets[name]]

    def formula(total):
        def recall(name, truth):
            right, wrong = (total.get((name, truth, said), 0) for said in (truth, not truth))
            return share(right, right + wrong)

        return mean(mean(recall(name, truth) for truth in (True, False)) for name in names)

    return Measure(counts, formula)


def pairs(list_of_places):
    return list(dict.fromkeys((int(place[0]), int(place[1])) for place in list_of_places or []))


def evidence_items(items):
    """Items with marked evidence that is not simply everything there is; (item, the sets of evidence that are right)."""
    for item in items:
        marked = pairs(item.gold.get("evidence"))
        if marked and len(marked) < sum(len(source["sentences"]) for source in item.gold["sources"]):
            alternatives = [set(pairs(one)) for one in item.meta.get("evidence_sets") or []]
            yield item, [one for one in alternatives if one] or [set(marked)]


def evidence_f1(items):
    counts = []
    for item, alternatives in evidence_items(items):
        given = set(pairs(item.answer.get("evidence")))
        best = max(f1(len(one & given), len(given - one), len(one - given)) for one in alternatives)
        counts.append((item.document, {"sum": best, "items": 1}))
    return Measure(counts, lambda total: share(total.get("sum", 0), total.get("items", 0)))


def recall_at(items, rank):
    counts = []
    for item, alternatives in evidence_items(items):
        ranking = pairs(item.answer.get("ranking")) or pairs(item.answer.get("evidence"))
        best = max(len(one & set(ranking[:rank])) / len(one) for one in alternatives)
        counts.append((item.document, {"sum": best, "items": 1}))
    return Measure(counts, lambda total: share(total.get("sum", 0), total.get("items", 0)))


def right_above_wrong(items):
    """Share of edits whose own summary has the higher score; one that is equal is not above."""
    counts = [(right.document, {"above": right.score > wrong.score, "pairs": 1})
              for right, wrong in pairs_of_edits(items)]
    return Measure(counts, lambda total: share(total.get("above", 0), total.get("pairs", 0)))


def three_way_accuracy(items):
    """By label: supported, contradicted, or anything else for "neither"."""
    def way(label):
        return label if label in (SUPPORTED, CONTRADICTED) else NOT_FOUND

    counts = [(item.document, {"right": way(item.label) == way(item.gold["label"]), "items": 1}) for item in items]
    return Measure(counts, lambda total: share(total.get("right", 0), total.get("items", 0)))


def marked_words(claim, spans):
    """Numbers of the words that a span touches."""
    found = enumerate(re.finditer(r"\w+", claim))
    return {number for number, word in found if any(begin < word.end() and end > word.start() for begin, end in spans)}


def wrong_words_f1(items):
    counts = []
    for item in items:
        if item.meta.get("bad_spans"):
            true = marked_words(item.gold["claim"], item.meta["bad_spans"])
            said = marked_words(item.gold["claim"], item.answer.get("bad_spans") or [])
            counts.append((item.document, {"right": len(true & said), "wrong": len(said - true),
                                           "missed": len(true - said)}))
    return Measure(counts, lambda total: f1(*(total.get(key, 0) for key in ("right", "wrong", "missed"))))


def contradicted(sets, what, pooling):
    """Precision or recall of "contradicted" over the items whose four labels are true ones.

    pooling "items": all items together, those of sets without a contradiction too, where each that is said is false.
    pooling "sets": the mean over the sets that have at least one.
    """
    chosen = {name: [item for item in items if not item.two_labels] for name, items in sets.items()}
    has = {name for name, items in chosen.items() if any(item.gold["label"] == CONTRADICTED for item in items)}
    counts = []
    for name, items in chosen.items():
        if pooling == "sets" and name not in has:
            continue
        pool = name if pooling == "sets" else ""
        for item in items:
            true, said = item.gold["label"] == CONTRADICTED, item.label == CONTRADICTED
            counts.append((item.document, {(pool, true, said): 1}))

    def formula(total):
        def one(pool):
            both = total.get((pool, True, True), 0)
            whole = both + total.get((pool, False, True) if what == "precision" else (pool, True, False), 0)
            return share(both, whole)

        # A set where nothing was called contradicted has no precision.
        values = [one(pool) for pool in (sorted(has) if pooling == "sets" else [""])]
        return mean(value for value in values if value is not None)

    return Measure(counts, formula)


def calibration_error(sets, pooling):
    """Expected calibration error of the score as probability of support: ten bins of equal width.

    pooling "items": all items together; "sets": the mean of the errors of the single sets.
    """
    counts = []
    for name, items in sets.items():
        pool = name if pooling == "sets" else ""
        for item in items:
            number = min(int(item.score * BINS), BINS - 1)
            counts.append((item.document, {(pool, number): 1, (pool, number, "gap"): item.score - item.supported}))

    def formula(total):
        gaps, sizes = {}, {}
        for key, number in total.items():
            if len(key) == 2:
                sizes[key[0]] = sizes.get(key[0], 0) + number
            else:
                gaps[key[0]] = gaps.get(key[0], 0) + abs(number)
        return mean(gaps[pool] / sizes[pool] for pool in sizes)

    return Measure(counts, formula)
