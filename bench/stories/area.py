"""Streams of documents sorted into stories: axray_stories over every `*.docs.jsonl` of a folder, scored by the score.py
of that folder against the `*.gold.tsv` of the same name.

Goals are known by the first part of a file's name; of other sets the scores alone are printed.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

GOALS = {"fulltext_stream": .95, "fnc_claims": .95, "ecbplus": .86, "gnews_titles": .80}
STORIES_OFF = .20  # share of the true number of stories that the number found may be off


class Unscored(Exception):
    """(exit status, reason)"""


def sort_stream(sorter, documents, target):
    with open(documents, "rb") as lines, open(target, "wb") as out:
        done = subprocess.run([sorter], stdin=lines, stdout=out, stderr=subprocess.PIPE, check=False)
    message = done.stderr.decode(errors="replace").strip()
    if done.returncode != 0:
        raise Unscored(4, f"{sorter} ended with status {done.returncode}: {message[-300:]}")
    return float(re.match(r"[\d.]+", message)[0])


def scores_of(score, gold, found):
    done = subprocess.run([sys.executable, score, "--gold", gold, "--pred", found, "--json"], capture_output=True,
                          text=True, check=False)
    if done.returncode != 0:
        raise Unscored(4, f"{score} ended with status {done.returncode}: {done.stderr.strip()[-300:]}")
    return json.loads(done.stdout)


def verdict(goal, met):
    return "" if goal is None else f"  goal {goal}  {'met' if met else 'NOT MET'}"


def stories(sorter, data, score, predictions):
    sets = sorted(data.glob("*.docs.jsonl"))
    if not sets:
        raise Unscored(3, f"no *.docs.jsonl in {data}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(predictions or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for documents in sets:
            name = documents.name.removesuffix(".docs.jsonl")
            gold = documents.with_name(f"{name}.gold.tsv")
            if not gold.is_file():
                raise Unscored(3, f"no {gold}")
            found = folder / f"{name}.pred.tsv"
            seconds = sort_stream(sorter, documents, found)
            result = scores_of(score, gold, found)
            goal = GOALS.get(name.split(".")[0])
            bcubed, pairs = result["bcubed"], result["pair"]
            true, told = result["clusters_gold"], result["clusters_pred"]
            print(f"{name}: {result['docs']} documents, {seconds:.2f} s")
            print(f"  BCubed F1 {bcubed['f1']:.4f} (precision {bcubed['p']:.4f}, recall {bcubed['r']:.4f})"
                  f"{verdict(goal, goal is not None and bcubed['f1'] >= goal)}")
            print(f"  stories {told} for {true}, {(told - true) / true:+.0%}"
                  f"{verdict(None if goal is None else f'within {STORIES_OFF:.0%}', abs(told - true) <= STORIES_OFF * true)}")
            print(f"  pairs F1 {pairs['f1']:.4f}, NMI {result['nmi']:.4f}")
