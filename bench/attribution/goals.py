"""The goals of attribution, what is reached of each, and the table of them (Items of one or two runs -> table)."""
import dataclasses
import pathlib
import sys
import typing

from attribution import measures

TEN_SETS = ("wice", "xsumfaith", "cliff", "qags_cnndm", "qags_xsum", "polytope", "defacto", "entfa", "fib_xsum", "qasem")
PAIRS = "mnli_dev_matched"  # lies among the sets for training
MARKERS = ("<!-- begin: bench/accuracy attribution --table -->", "<!-- end: bench/accuracy attribution --table -->")
MOST_UNANSWERED = 0.01


@dataclasses.dataclass
class Goal:
    text: str
    sets: tuple  # names of the sets that it is measured on; empty: every set for development
    measure: typing.Callable  # sets -> Measure
    goal: typing.Optional[float] = None
    least: bool = False  # the goal is an upper limit
    digits: int = 1      # 1: per cent with one digit; 3: a share with three
    left_out: bool = False  # of models that have not seen the set at all

    def met(self, value):
        return value <= self.goal if self.least else value >= self.goal

    def write(self, value):
        return f"{100 * value:.1f}" if self.digits == 1 else f"{value:.3f}"


def goals():
    m = measures
    one = "wice"
    ten = ", ".join(TEN_SETS)
    rows = [
        Goal("WiCE, balanced accuracy", (one,), lambda s: m.balanced_accuracy(s, [one]), 0.75),
        Goal("WiCE, evidence F1", (one,), lambda s: m.evidence_f1(s[one]), 0.68),
        Goal("WiCE, evidence recall at 5", (one,), lambda s: m.recall_at(s[one], 5), 0.89),
        Goal("CLIFF and XSumFaith, mean balanced accuracy", ("cliff", "xsumfaith"),
             lambda s: m.balanced_accuracy(s, ["cliff", "xsumfaith"]), 0.77),
        Goal(f"mean balanced accuracy over {ten}", TEN_SETS, lambda s: m.balanced_accuracy(s, TEN_SETS), 0.77),
        Goal("the same, each set left out of training in turn", TEN_SETS,
             lambda s: m.balanced_accuracy(s, TEN_SETS), 0.72, left_out=True),
        Goal("SummEdits news, balanced accuracy", ("summedits_news",),
             lambda s: m.balanced_accuracy(s, ["summedits_news"]), 0.68),
        Goal("BUMP, right version ranked above the wrong one", ("bump",), lambda s: m.right_above_wrong(s["bump"]), 0.88),
        Goal("fever_symmetric, balanced accuracy", ("fever_symmetric",),
             lambda s: m.balanced_accuracy(s, ["fever_symmetric"]), 0.72),
        Goal("sentence pairs (mnli_dev_matched), three-way accuracy", (PAIRS,),
             lambda s: m.three_way_accuracy(s[PAIRS]), 0.65),
        Goal("wice_tokens, wrong-word F1", ("wice_tokens",), lambda s: m.wrong_words_f1(s["wice_tokens"]), 0.62),
        Goal("xsumfaith, wrong-word F1", ("xsumfaith",), lambda s: m.wrong_words_f1(s["xsumfaith"]), 0.58),
    ]
    for what, goal in (("precision", 0.75), ("recall", 0.35)):
        rows.append(Goal(f"contradicted, {what}, all items with four true labels", (),
                         lambda s, what=what: m.contradicted(s, what, "items"), goal, digits=3))
        rows.append(Goal(f"contradicted, {what}, mean over their sets", (),
                         lambda s, what=what: m.contradicted(s, what, "sets"), None, digits=3))
    rows.append(Goal("calibration error, all sets together", (), lambda s: m.calibration_error(s, "items"), 0.05,
                     least=True, digits=3))
    rows.append(Goal("calibration error, mean over sets", (), lambda s: m.calibration_error(s, "sets"), None,
                     least=True, digits=3))
    return rows


@dataclasses.dataclass
class Reached:
    value: typing.Optional[float] = None
    interval: typing.Optional[tuple] = None

    def write(self, goal):
        if self.value is None:
            return "-"
        low, high = (goal.write(end) for end in self.interval)
        return f"{goal.write(self.value)} ({low} to {high})"


def reached(goal, items):
    """What `items` (by set) reach of a goal; nothing when the answers to more than a hundredth are missing."""
    names = goal.sets or tuple(name for name in items if name != PAIRS)
    if any(name not in items for name in names):
        return Reached()
    chosen = {name: items[name] for name in names}
    count = sum(map(len, chosen.values()))
    unanswered = sum(not item.answered for of_set in chosen.values() for item in of_set)
    if unanswered > MOST_UNANSWERED * count:
        return Reached()
    measure = goal.measure(chosen)
    value = measure.value()
    return Reached(value, measure.interval()) if value is not None else Reached()


def rows_of(runs):
    """One list of cells for each goal. `runs`: {heading: items by set}; "left out" is only for the goals that say so."""
    headings = [heading for heading in runs if heading != "left out"]
    yield ["measure", "goal", *headings, f"{headings[0]}: goal met"]
    for goal in goals():
        if goal.left_out:
            found = [reached(goal, runs["left out"]) if "left out" in runs else Reached()]
            found += [Reached()] * (len(headings) - 1)
        else:
            found = [reached(goal, runs[heading]) for heading in headings]
        limit = "-" if goal.goal is None else ("at most " if goal.least else "") + goal.write(goal.goal)
        judged = found[0].value
        met = "-" if judged is None or goal.goal is None else "met" if goal.met(judged) else "not met"
        yield [goal.text, limit, *(one.write(goal) for one in found), met]


def markdown(rows):
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def print_rows(rows):
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def write_table(path, rows):
    """Puts the table between the two markers of a Markdown file; False when they are not there."""
    text = pathlib.Path(path).read_text(encoding="utf-8")
    begin, end = (text.find(marker) for marker in MARKERS)
    if begin < 0 or end < begin:
        print(f"{path} has no lines {MARKERS[0]} and {MARKERS[1]} to put the table between", file=sys.stderr)
        return False
    begin += len(MARKERS[0])
    pathlib.Path(path).write_text(f"{text[:begin]}\n{markdown(rows)}\n{text[end:]}", encoding="utf-8")
    return True
