"""`bench/accuracy screening`: names looked up in a whole list, and pairs of names, scored by the data's own score.py."""
import collections
import dataclasses
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import typing

LISTS = ("ofac/sdn.csv.gz", "ofac/alt.csv.gz")
HITS = 10
USUAL_THRESHOLD = 0.5  # of `axray screen` when none is given
# What is measured: (score.py's key, what it is, the goal, whether less is better).
PAIR_GOALS = (("f1", "pairs: F1 at the best threshold", 0.86, False), ("ap", "pairs: average precision", 0.93, False),
              ("at1", "pairs: right name first in its group", None, False))
QUERY_GOALS = (("at1", "queries: right entry first", 0.96, False), ("recall10", "queries: right entry among ten", 0.985, False),
               ("false_alert_rate", "queries: false alerts", 0.02, True), ("f1", "queries: F1 of alerts", None, False),
               ("ap", "queries: average precision of alerts", None, False))


class Unscored(Exception):
    """Why nothing was scored: (exit status, sentence)."""


@dataclasses.dataclass
class Options:
    program: pathlib.Path
    data: pathlib.Path       # with pairs.jsonl and queries.jsonl
    scorer: pathlib.Path
    lists: pathlib.Path      # the folder of registers as published
    predictions: typing.Optional[str] = None
    errors: int = 0


def run(command, **options):
    finished = subprocess.run([str(part) for part in command], check=False, **options)
    if finished.returncode != 0:
        raise Unscored(4, f"{command[0]} ended with status {finished.returncode}")
    return finished.stdout


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def import_lists(program, lists, names, registers):
    """Imports published files into a folder of registers; how many seconds it took."""
    files = [lists / name for name in names]
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        raise Unscored(3, f"no data: {', '.join(missing)} (set AXRAY_DATA or --data)")
    begin = time.monotonic()
    run([program, "registers", "import", *files, "--registers", registers], stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    return time.monotonic() - begin


def ask(options, registers, answers):
    """One question a query, each with what kind of party it is; the answers as score.py reads them."""
    queries = read_lines(options.data / "queries.jsonl")
    lines = "".join(json.dumps({"id": one["id"], "query": one["query"], "kind": one["kind"]}) + "\n" for one in queries)
    begin = time.monotonic()
    command = [options.program, "screen", "--jsonl", "--quiet", "--threads", "1", "--threshold", "0", "--limit", str(HITS),
               "--registers", registers]
    answered = run(command, input=lines.encode(), stdout=subprocess.PIPE)
    seconds = time.monotonic() - begin
    with open(answers, "w", encoding="utf-8") as out:
        for line in answered.decode().splitlines():
            answer = json.loads(line)
            # A name without letters, or of a script that has none, is refused: nothing was found.
            hits = [{"ref": hit["ref"], "score": hit["score"], "name": hit["name"]} for hit in answer.get("hits", [])]
            out.write(json.dumps({"id": answer["id"], "hits": hits}, ensure_ascii=False) + "\n")
    return seconds, queries


def score_pairs(options, scores):
    matcher = options.program.parent / "axray_match_pairs"
    if not matcher.is_file():
        raise Unscored(3, f"no program at {matcher}: build the target axray_match_pairs")
    models = options.program.parent.parent / "share" / "axray" / "models"
    with open(options.data / "pairs.jsonl", "rb") as pairs, open(scores, "wb") as out:
        run([matcher, models], stdin=pairs, stdout=out)


def print_goals(figures, goals):
    for key, text, goal, least in goals:
        value = figures.get(key)
        if value is None:
            continue
        told = ""
        if goal is not None:
            met = value <= goal if least else value >= goal
            told = f"  goal {'at most' if least else 'at least'} {goal:.3f}: {'met' if met else 'NOT MET'}"
        print(f"{text:<42} {value:.4f}{told}")


def print_parts(figures, key, columns):
    widths = max(map(len, figures[key]), default=0)
    print(f"\n{key.replace('_', ' ')}:")
    for name, part in figures[key].items():
        cells = "  ".join(f"{column} {part[column]:.3f}" for column in columns if part.get(column) is not None)
        print(f"  {name:<{widths}}  {part['n']:>5}  {cells}")


def draw(items, count):
    return random.Random(5).sample(items, min(count, len(items)))


def print_pair_errors(options, scores, threshold):
    found = {one["id"]: one["score"] for one in read_lines(scores)}
    wrong = [one for one in read_lines(options.data / "pairs.jsonl")
             if (found.get(one["id"], 0) >= threshold) != one["match"]]
    print(f"\n{len(wrong)} pairs are wrong at {threshold:.3f}; {min(options.errors, len(wrong))} of them:")
    for one in draw(wrong, options.errors):
        print(f"  {'same, missed' if one['match'] else 'others, taken'}  {found.get(one['id'], 0):.3f}  {one['kind']:<8} "
              f"{one['a']}  |  {one['b']}   [{one['note'][:60]}; {one['src']}]")


def print_query_errors(options, answers, threshold, names):
    found = {one["id"]: one["hits"] for one in read_lines(answers)}
    kinds = collections.defaultdict(list)
    for one in read_lines(options.data / "queries.jsonl"):
        hits = found.get(one["id"], [])
        first = hits[0] if hits else {"ref": "-", "score": 0, "name": "-"}
        if not one["expect"]:
            if first["score"] >= threshold:
                kinds["false alerts"].append((one, first, None))
            continue
        rank = next((i for i, hit in enumerate(hits) if hit["ref"] in one["expect"]), None)
        if rank is None:
            kinds["not among ten"].append((one, first, None))
        elif rank > 0:
            kinds["not first"].append((one, first, hits[rank]))
    for kind, wrong in kinds.items():
        print(f"\n{len(wrong)} queries: {kind}; {min(options.errors, len(wrong))} of them:")
        for one, first, right in draw(wrong, options.errors):
            print(f"  {one['kind']:<8} {one['query']}   [{one['note'][:60]}]")
            print(f"           got   {first['score']:.3f} {first['ref']} {first['name']}")
            if right:
                print(f"           right {right['score']:.3f} {right['ref']} {right['name']}")
            elif one["expect"]:
                print(f"           right {', '.join(one['expect'])} {names.get(one['expect'][0], '')}")


def primary_names(registers):
    """The first name of each entry that was imported, by reference."""
    names = {}
    for path in pathlib.Path(registers).glob("lists/*/*/entries.jsonl"):
        for entry in read_lines(path):
            names[entry["reference"]] = entry["names"][0]["text"] if entry.get("names") else ""
    return names


def screening(options):
    for name in ("pairs.jsonl", "queries.jsonl"):
        if not (options.data / name).is_file():
            raise Unscored(3, f"no data: {options.data / name} (set AXRAY_DATA or --data)")
    with tempfile.TemporaryDirectory() as scratch:
        kept = pathlib.Path(options.predictions or scratch)
        kept.mkdir(parents=True, exist_ok=True)
        registers = pathlib.Path(scratch) / "registers"
        imported = import_lists(options.program, options.lists, LISTS, registers)
        seconds, queries = ask(options, registers, kept / "hits.jsonl")
        score_pairs(options, kept / "scores.jsonl")
        score = [sys.executable, options.scorer]
        pairs = json.loads(run([*score, options.data / "pairs.jsonl", kept / "scores.jsonl"], stdout=subprocess.PIPE))
        found = json.loads(run([*score, "--queries", options.data / "queries.jsonl", kept / "hits.jsonl"],
                               stdout=subprocess.PIPE))
        print_goals(pairs, PAIR_GOALS)
        print_goals(found, QUERY_GOALS)
        usual = json.loads(run([*score, "--queries", options.data / "queries.jsonl", kept / "hits.jsonl", "--threshold",
                                str(USUAL_THRESHOLD)], stdout=subprocess.PIPE))
        print(f"queries at the threshold of axray screen, {USUAL_THRESHOLD}: precision {usual['precision']:.3f}, recall "
              f"{usual['recall']:.3f}, false alerts {usual['false_alert_rate']:.4f}")
        print_parts(pairs, "by_src", ("f1", "ap", "precision", "recall"))
        print_parts(found, "by_note", ("at1", "recall10", "false_alert_rate"))
        print(f"\n{pairs['n']} pairs (threshold {pairs['threshold']:.3f}), {found['n']} queries (threshold "
              f"{found['threshold']:.3f}) in {seconds:.2f} s on one thread, {1000 * seconds / len(queries):.3f} ms each "
              f"with start and output; import {imported:.2f} s")
        if options.errors:
            print_pair_errors(options, kept / "scores.jsonl", pairs["threshold"])
            print_query_errors(options, kept / "hits.jsonl", found["threshold"], primary_names(registers))
