"""Names of threat actors: what axray_actors answers to names that texts print, by the score.py of that folder.

The lists are those that are published, in the folder of registers: MISP's threat actors, Microsoft's names and kinds of
malware, ATT&CK's groups, malware and tools. Mentions in running text are held against the tag GROUP of AnnoCTR's training
and development parts; a found name that overlaps one is right. "known" are those whose words the catalogue resolves.
"""
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

GOALS = {"at-1": .95, "false alerts": .005}
MISP = ("threat-actor", "microsoft-activity-group", "malpedia", "tool", "rat", "botnet", "ransomware")


class Unscored(Exception):
    """(exit status, reason)"""


def lists_of(registers):
    """Arguments of axray_actors: one a list, the files of a list joined by commas."""
    attack = sorted(path for path in registers.glob("attack/*") if path.name.split(".")[0].endswith(("intrusion-set", "malware", "tool")))
    misp = [path for name in MISP for path in registers.glob(f"misp/{name}.json*")]
    if not attack or not misp:
        raise Unscored(3, f"no lists of ATT&CK and MISP in {registers}")
    return [*map(str, misp), ",".join(map(str, attack))]


def ask(asker, task, lists, source, target):
    with open(source, "rb") as lines, open(target, "wb") as out:
        done = subprocess.run([asker, task, *lists], stdin=lines, stdout=out, check=False)
    if done.returncode != 0:
        raise Unscored(4, f"{asker} {task} ended with status {done.returncode}")
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def print_row(measure, score, goal=None, least=True):
    met = "" if goal is None else f"  goal {goal}  {'met' if (score >= goal) == least else 'NOT MET'}"
    print(f"{measure:<46} {score:7.4f}{met}")


def names(asker, data, lists, score, folder):
    target = folder / "actors.hits.jsonl"
    answers = {one["id"]: one for one in ask(asker, "look-up", lists, data / "queries.jsonl", target)}
    done = subprocess.run([sys.executable, score, "--queries", data / "queries.jsonl", target], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unscored(4, f"{score} ended with status {done.returncode}: {done.stderr.strip()[-300:]}")
    result = json.loads(done.stdout)
    print(f"{result['listed']} listed names and {result['unlisted']} others")
    print_row("at-1", result["at1"], GOALS["at-1"])
    print_row("false alerts", result["false_alert_rate"], GOALS["false alerts"], least=False)
    for note, row in result["by_note"].items():
        measure = "at1" if row["listed"] else "false_alert_rate"
        print_row(f"  {note[:36]} ({row['n']})", row[measure])
    with open(data / "queries.jsonl", encoding="utf-8") as lines:
        claimed = [one for one in map(json.loads, lines) if one.get("ambiguous")]
    told = sum(answers[one["id"]]["status"] == "ambiguous" for one in claimed)
    print(f"names that several actors are claimed to have: {told} of {len(claimed)} reported as ambiguous")


def tagged_texts(path):
    """Texts of a two-column file with the places of their GROUP mentions, in code points."""
    texts, places, inside = [""], [[]], False
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            token, _, tag = line.rstrip("\n").partition("\t")
            if token.startswith("-DOCSTART"):
                texts.append("")
                places.append([])
            if not token or token.startswith("-DOCSTART"):
                texts[-1] = texts[-1].rstrip(" ") + "\n"
                inside = False
                continue
            begin = len(texts[-1])
            texts[-1] += token + " "
            if tag == "I-GROUP" and inside:
                places[-1][-1][1] = begin + len(token)
            elif tag == "B-GROUP":
                places[-1].append([begin, begin + len(token)])
            inside = tag in ("B-GROUP", "I-GROUP")
    return texts, places


def mentions(asker, lists, paths, folder):
    texts, places = [], []
    for path in paths:
        more_texts, more_places = tagged_texts(path)
        texts += more_texts
        places += more_places
    source, queries = folder / "texts.jsonl", folder / "mentions.queries.jsonl"
    source.write_text("".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts)), encoding="utf-8")
    answers = ask(asker, "mentions", lists, source, folder / "mentions.jsonl")
    wanted = [(number, place) for number, all_places in enumerate(places) for place in all_places]
    queries.write_text("".join(json.dumps({"id": at, "query": texts[number][place[0]:place[1]]}) + "\n"
                               for at, (number, place) in enumerate(wanted)), encoding="utf-8")
    known = [one["status"] in ("resolved", "ambiguous") for one in ask(asker, "look-up", lists, queries, folder / "mentions.known.jsonl")]

    def met(number, begin, end):
        return any(one["begin"] < end and begin < one["end"] for one in answers[number]["mentions"])

    hits = [met(number, *place) for number, place in wanted]
    found = [any(one["begin"] < end and begin < one["end"] for begin, end in places[answer["id"]])
             for answer in answers for one in answer["mentions"]]
    print(f"mentions in running text: {len(wanted)} tagged, {sum(known)} of them known, {len(found)} found")
    print_row("precision", sum(found) / len(found))
    print_row("recall of those known", sum(hit for hit, is_known in zip(hits, known) if is_known) / sum(known))
    print_row("recall of all", sum(hits) / len(hits))


def actors(asker, data, registers, texts, score, predictions):
    lists = lists_of(registers)
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(predictions or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        names(asker, data, lists, score, folder)
        paths = [path for path in sorted(texts.glob("*.conll.gz")) if ".test" not in path.name]
        if paths:
            mentions(asker, lists, paths, folder)
