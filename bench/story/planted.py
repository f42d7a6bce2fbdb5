"""Planted conflicts: one word of one report is changed, and `axray story` must say where the reports differ now.

Nobody labels anything: the program says which reports have a fact (before the change), planting.py changes a number, date,
place, actor, verb or quoted word in one of them, and a conflict whose words take in the changed place is a find. A
conflict that was not there before and has nothing to do with the change is counted against the program. The share found
is not the share of real conflicts that would be found: a planted one stands in sentences that are already known to agree.

Stories are those of *.gold.tsv with *.docs.jsonl beside them (full texts only), else invented ones. They fall into two
halves by the hash of their name: "seen" may be looked at with --errors, "unseen" is only counted.
"""
import collections
import concurrent.futures
import json
import pathlib
import re
import subprocess
import tempfile

from story import planting

SETS = ("fulltext_stream", "fnc_claims")
SIZES = range(2, 9)
STORIES = 40  # of each half, at most
OF_A_STORY = 2  # changes of one kind, at most
WORKERS = 2
HALVES = ("seen", "unseen")
EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "tests" / "story_cases" / "conflicts.tsv"


class Unscored(Exception):
    """(exit status, reason)"""


def half_of(story):
    return HALVES[planting.order("half", story) % 2]


def grouped(documents, gold):
    by_id = {}
    for line in documents.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        by_id[document["id"]] = document
    groups = collections.defaultdict(list)
    for line in gold.read_text(encoding="utf-8").splitlines():
        document, story = line.split("\t")
        groups[story].append(by_id[document])
    return groups


def invented():
    groups = collections.defaultdict(list)
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 3 and cells[1][:1].isdigit():
            report = {"id": f"{cells[0]}-{len(groups[cells[0]]) + 1}", "date": cells[1], "text": cells[2]}
            groups[cells[0]].append(report)
    return groups


def stories_of(data):
    """(name, documents) of the stories of both halves; the invented ones where the data is absent."""
    found = []
    for name in SETS:
        documents, gold = data / f"{name}.dev.docs.jsonl", data / f"{name}.dev.gold.tsv"
        if documents.is_file() and gold.is_file():
            found += [(f"{name}/{story}", members) for story, members in grouped(documents, gold).items()
                      if len(members) in SIZES]
    if not found:
        found = list(invented().items())
    found.sort(key=lambda story: planting.order(story[0]))
    return [story for half in HALVES for story in [one for one in found if half_of(one[0]) == half][:STORIES]]


def analyse(program, documents):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        for document in documents:
            record = {key: document[key] for key in ("id", "text", "title", "date") if document.get(key)}
            lines.write(json.dumps(record) + "\n")
        lines.flush()
        done = subprocess.run([str(program), "story", lines.name, "--one-story", "--format", "json", "--quiet"],
                              capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unscored(4, f"{program} story ended with status {done.returncode}: {done.stderr.strip()[-300:]}")
    return json.loads(done.stdout)["stories"][0]


def around(text, plant, words):
    """The changed words between enough of their surroundings to find them again."""
    begin = max(text.rfind("\n", 0, plant.begin) + 1, plant.begin - 60)
    end = text.find("\n", plant.end)
    end = min(plant.end + 60, len(text) if end < 0 else end)
    return text[begin:plant.begin] + words + text[plant.end:end], plant.begin - begin


def planted(documents, story, plant):
    """The documents with the change; none where its place cannot be told in the text as it was given."""
    report = story["reports"][plant.report]
    text = report["text"]
    before, _ = around(text, plant, text[plant.begin:plant.end])
    after, _ = around(text, plant, plant.words)
    number = next((i for i, one in enumerate(documents) if one["id"] == report["id"]), None)
    if number is None or documents[number]["text"].count(before) != 1:
        return None
    changed = dict(documents[number], text=documents[number]["text"].replace(before, after))
    return documents[:number] + [changed] + documents[number + 1:]


def sides(conflict):
    return [conflict["one"], conflict["other"], *conflict["with_one"], *conflict["with_other"]]


def touches(conflict, story, plant, changed):
    """Whether a side of the conflict takes in the changed words."""
    name = story["reports"][plant.report]["id"]
    after, offset = around(story["reports"][plant.report]["text"], plant, plant.words)
    report = next(one for one in changed["reports"] if one["id"] == name)
    begin = report["text"].find(after) + offset
    end = begin + len(plant.words)
    return any(side["report_id"] == name and side["words"]["begin"] < end and side["words"]["end"] > begin
               for side in sides(conflict))


def key_of(conflict):
    return conflict["kind"], frozenset(side["words"]["exact"] for side in (conflict["one"], conflict["other"]))


def try_story(program, name, documents, pool, errors):
    """Counts of one story by (half, kind, what), and lines for a reader."""
    story = analyse(program, documents)
    known = {key_of(one) for one in story["conflicts"]}
    counts, lines = collections.Counter(), []
    half = half_of(name)
    for kind, plants in planting.plants_of(story, {type_: [one for one in names if one not in own(story)]
                                                   for type_, names in pool.items()}).items():
        tried = 0
        for plant in plants:
            documents_now = planted(documents, story, plant) if tried < OF_A_STORY else None
            if documents_now is None:
                continue
            tried += 1
            changed = analyse(program, documents_now)
            hits = [one for one in changed["conflicts"] if touches(one, story, plant, changed)]
            found = any(one["kind"] != "denial" for one in hits)
            stray = [one for one in changed["conflicts"] if one not in hits and key_of(one) not in known]
            origins = "independent" if plant.independent else "one origin"
            counts[half, kind, "planted", origins] += 1
            counts[half, kind, "found", origins] += found
            counts[half, kind, "of its kind", origins] += any(one["kind"] == kind for one in hits)
            counts[half, kind, "others", origins] += len(stray)
            if half == HALVES[0] and errors:
                was = story["reports"][plant.report]["text"][plant.begin:plant.end]
                if not found:
                    lines.append(f"MISSED {kind} {name} {origins} [{was} -> {plant.words}]\n    {plant.sentence}\n    {plant.other}")
                lines += [f"OTHER {name} {one['kind']}: {one['explanation']}" for one in stray]
    return counts, lines


def own(story):
    return {mention["exact"] for name in story["names"] for mention in name["mentions"]}


def name_pool(program, stories):
    """Names of all stories by type: those that several reports of one story have, places behind "in" or "near"."""
    pool = collections.defaultdict(set)
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as workers:
        for story in workers.map(lambda one: analyse(program, one[1]), stories):
            for name in story["names"]:
                reports = {mention["report"] for mention in name["mentions"]}
                plain = len(name["name"].split()) <= 3 and all(word[:1].isupper() for word in name["name"].split())
                if name["type"] == "place":
                    plain = plain and any(
                        re.search(r"\b(?:in|near) $", story["reports"][one["report"]]["text"][:one["begin"]][-6:])
                        for one in name["mentions"])
                if len(reports) > 1 and plain and name["name"].isascii():
                    pool[name["type"]].add(name["name"])
    return {type_: sorted(names) for type_, names in pool.items()}


def print_table(counts):
    print(f"{'half':<7} {'kind':<14} {'origins':<12} {'planted':>7} {'found':>6} {'share':>6} {'of its kind':>11} {'others':>7}")
    for half in HALVES:
        for kind in planting.KINDS:
            for origins in ("independent", "one origin"):
                row = [counts[half, kind, what, origins] for what in ("planted", "found", "of its kind", "others")]
                if row[0]:
                    print(f"{half:<7} {kind:<14} {origins:<12} {row[0]:>7} {row[1]:>6} {row[1] / row[0]:>6.2f} "
                          f"{row[2]:>11} {row[3]:>7}")
        total = [sum(counts[half, kind, what, origins] for kind in planting.KINDS
                     for origins in ("independent", "one origin")) for what in ("planted", "found", "of its kind", "others")]
        if total[0]:
            print(f"{half:<7} {'all':<14} {'':<12} {total[0]:>7} {total[1]:>6} {total[1] / total[0]:>6.2f} {total[2]:>11} "
                  f"{total[3]:>7}")


def planted_area(program, data, errors):
    stories = stories_of(data)
    pool = name_pool(program, stories)
    counts, lines = collections.Counter(), []
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as workers:
        for story_counts, story_lines in workers.map(lambda one: try_story(program, *one, pool, errors), stories):
            counts.update(story_counts)
            lines += story_lines
    for line in sorted(lines, key=planting.order)[:errors]:
        print(line)
    halves = [half_of(name) for name, _ in stories]
    print(f"{len(stories)} stories, {halves.count(HALVES[0])} of them seen")
    print_table(counts)
