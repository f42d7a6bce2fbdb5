"""`bench/accuracy attribution`: runs the program over every set, prints score.py's lines and the goals."""
import dataclasses
import pathlib
import subprocess
import sys
import tempfile
import time
import typing

from attribution import goals
from attribution.errors import print_errors
from attribution.items import read_answers, read_items, read_lines, with_unlearned


class Unscored(Exception):
    """Why nothing was scored: (exit status, sentence)."""


@dataclasses.dataclass
class Options:
    program: pathlib.Path
    data: pathlib.Path
    scorer: pathlib.Path
    predictions: typing.Optional[str] = None      # where the answers are kept
    answers: typing.Optional[str] = None          # answers to score in place of running the program
    cross_validated: typing.Optional[str] = None  # answers by models that have not seen the item's document
    left_out: typing.Optional[str] = None         # answers by models that have not seen the item's set
    table: typing.Optional[str] = None            # Markdown file that gets the table
    errors: int = 0                               # wrong answers to print
    of_set: typing.Optional[str] = None           # of this set alone
    kind: str = "support"


def sets_of(data):
    """The files for development, then the one set that lies with those for training and is measured too."""
    sets = sorted(path for path in data.iterdir() if path.name.endswith((".jsonl", ".jsonl.gz")))
    if not sets:
        raise Unscored(3, f"no *.jsonl or *.jsonl.gz in {data}")
    return sets, sorted((data / "train").glob(f"{goals.PAIRS}.jsonl*"))


def ask(program, sets, answers):
    """Runs the program over the sets; how many claims, and how many seconds it took."""
    with tempfile.TemporaryDirectory() as scratch:
        requests = pathlib.Path(scratch) / "requests.jsonl"
        with open(requests, "w", encoding="utf-8") as out:
            count = sum(out.write(line) > 0 for path in sets for line in read_lines(path))
        begin = time.monotonic()
        with open(requests, "rb") as source, open(answers, "wb") as target:
            command = [str(program), "check", "--jsonl", "--ranking"]
            status = subprocess.run(command, stdin=source, stdout=target, check=False).returncode
        if status != 0:
            raise Unscored(4, f"{program} ended with status {status}")
        return count, time.monotonic() - begin


def attribution(options):
    development, others = sets_of(options.data)
    with tempfile.TemporaryDirectory() as scratch:
        answers = options.answers or options.predictions or f"{scratch}/answers.jsonl"
        told = None
        if not options.answers:
            count, seconds = ask(options.program, development + others, answers)
            told = f"{count} claims in {seconds:.1f} s"
        items = read_items(development + others, read_answers(answers))
        if options.errors:
            chosen = [item for name, of_set in items.items() if options.of_set in (None, name) for item in of_set]
            if not chosen:
                raise Unscored(3, f"no set {options.of_set}; there are {', '.join(items)}")
            return print_errors([item for item in chosen if item.answered], options.errors, options.kind)
        score = [sys.executable, options.scorer, "--gold", *development, "--pred", answers]
        if subprocess.run([str(part) for part in score], check=False).returncode != 0:
            raise Unscored(4, f"{options.scorer} failed")
        if told:
            print(told)
        report(options, items, development + others)


def report(options, items, sets):
    runs = {}
    if options.cross_validated:
        cross_validated = read_items(sets, read_answers(options.cross_validated))
        runs["cross-validated"] = with_unlearned(cross_validated, items)
    runs["answers" if options.answers and not options.cross_validated else "on development data"] = items
    if options.left_out:
        runs["left out"] = read_items(sets, read_answers(options.left_out))
    rows = list(goals.rows_of(runs))
    print("\nGoals, with 95% intervals (bootstrap over documents):", flush=True)
    goals.print_rows(rows)
    if options.table and not goals.write_table(options.table, rows):
        raise Unscored(3, "the table was not written")
