"""Five reports of one event: what `axray story` makes of them, by the score.py of that folder, each figure with its goal.

A folder has reports/*.txt, gold.json and score.py. Beside what score.py prints: reports that credit one origin are not
counted as independent, dates are reckoned right, names that no register knows as an actor's stay unconfirmed, and the
account says nothing that `axray check` does not find in the reports. Registers are those of $AXRAY_DATA/registers.
"""
import dataclasses
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import typing

LISTS = ("misp/threat-actor.json.gz", "misp/microsoft-activity-group.json.gz",
         "attack/enterprise-attack-intrusion-set.tar.gz")
GOALS = {"facts": 16, "f1": .75, "conflicts": 3, "traps": 0, "boilerplate": 0}


class Unscored(Exception):
    """(exit status, reason)"""


@dataclasses.dataclass
class Options:
    program: pathlib.Path
    data: pathlib.Path
    scorer: pathlib.Path
    lists: pathlib.Path  # the folder of registers as published
    predictions: typing.Optional[str] = None


def run(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unscored(4, f"{command[0]} {command[1]} ended with status {done.returncode}: {done.stderr.strip()[-300:]}")
    return done.stdout


def print_goal(measure, figure, goal, met):
    print(f"{measure:<58} {figure:>7}  goal {goal:<5} {'met' if met else 'NOT MET'}")


def result_of(story, names):
    """What score.py reads."""
    def words(mention):
        return [names[mention["report"]], mention["place"]["exact"]]

    def side(one):
        return words(story["facts"][one["fact"]]["mentions"][one["mention"]])

    # A conflict is between all mentions of its two sides.
    return {"facts": [[words(mention) for mention in fact["mentions"]] for fact in story["facts"]],
            "conflicts": [{"kind": one["kind"], "a": side(first), "b": side(second)} for one in story["conflicts"]
                          for first in [one["one"], *one["with_one"]] for second in [one["other"], *one["with_other"]]]}


def print_scores(printed, conflict_count):
    found = re.search(r"joined across reports (\d+)/(\d+).* F1 ([\d.]+)", printed)
    conflicts = re.search(r"conflicts found (\d+)/(\d+).*reported (\d+); traps fallen into (\d+)", printed)
    junk = re.search(r"boilerplate lines among the facts (\d+)", printed)
    if not (found and conflicts and junk):
        raise Unscored(4, "score.py prints other lines than expected")
    facts, f1, told, traps, lines = int(found[1]), float(found[3]), int(conflicts[1]), int(conflicts[4]), int(junk[1])
    print_goal("facts joined across their reports", f"{facts}/{found[2]}", GOALS["facts"], facts >= GOALS["facts"])
    print_goal("BCubed F1 over the mentions", f"{f1:.2f}", GOALS["f1"], f1 >= GOALS["f1"])
    print(f"conflicts reported: {conflict_count}; score.py counts the pairs of their mentions")
    print_goal("conflicts found", f"{told}/{conflicts[2]}", GOALS["conflicts"], told >= GOALS["conflicts"])
    print_goal("traps fallen into", traps, GOALS["traps"], traps == 0)
    print_goal("boilerplate lines among the facts", lines, GOALS["boilerplate"], lines == 0)


def not_independent(story, names, gold):
    """Facts in which two reports that credit one origin count as two."""
    credits = {one["doc"]: set(one.get("credits", ())) for one in gold["origins"]}
    wrong = []
    for fact in story["facts"]:
        origins = {}
        for mention in fact["mentions"]:
            for credit in credits.get(names[mention["report"]], ()):
                origins.setdefault(credit, set()).add(mention["origin"])
        if any(len(numbers) > 1 for numbers in origins.values()):
            wrong.append(fact)
    print_goal("facts in which reports with one credit count twice", len(wrong), 0, not wrong)
    for fact in wrong:
        print("  ", "; ".join(f"{names[one['report']]}: {one['place']['exact'][:70]}" for one in fact["mentions"]))


def dates(story, names, gold):
    found = {}
    for fact in story["facts"]:
        for mention in fact["mentions"]:
            for date in mention["dates"]:
                found.setdefault(names[mention["report"]], []).append((date["exact"], date["value"]))
    right = 0
    for one in gold["dates"]:
        values = {value for exact, value in found.get(one["doc"], ()) if exact in one["expression"]}
        fits = all(part in values for part in one["value"].split("/")) or one["value"] in values
        right += fits
        if not fits:
            print("  date not right:", one["doc"], one["expression"], "is", one["value"], "and not", sorted(values))
    print_goal("dates right", f"{right}/{len(gold['dates'])}", len(gold["dates"]), right == len(gold["dates"]))


def aliases(story, names, gold):
    def actors_of(alias):
        return [entry["name"] for party in story["parties"]["parties"] if names[party["report"]] == alias["doc"]
                and any(one["exact"] == alias["name"] for one in party["mentions"]) for entry in party["entries"]]

    right = 0
    for alias in gold["aliases"]:
        fits = bool(actors_of(alias)) == alias["known"]
        right += fits
        if not fits:
            print("  name:", alias["name"], "should be", "known" if alias["known"] else "unconfirmed")
    all_of_them = len(gold["aliases"])
    print_goal("names of actors known or unconfirmed as they should be", f"{right}/{all_of_them}", all_of_them,
               right == all_of_them)


def account_sentences(account):
    told = [account["headline"], account["summary"], *account["at_a_glance"],
            *(sentence for paragraph in account["details"] for sentence in paragraph)]
    return [one["text"] for one in told if one and one["text"]]


def account(options, story, reports, folder):
    told = folder / "account.txt"
    told.write_text("\n\n".join(account_sentences(story["account"])) + "\n", encoding="utf-8")
    checked = json.loads(run([options.program, "check", told, "--against", *reports, "--format", "json"]))
    wrong = [one for one in checked["claims"] if one["verdict"] not in ("supported", "not_checkable")]
    print_goal("claims of the account that check does not find supported", f"{len(wrong)}/{len(checked['claims'])}", 0,
               not wrong)
    for one in wrong:
        print("  ", one["verdict"], one["text"][:110])


def story_area(options):
    reports = sorted((options.data / "reports").glob("*.txt"))
    gold_file = options.data / "gold.json"
    files = [options.lists / name for name in LISTS]
    for needed in [gold_file, *files, *reports[:1]]:
        if not needed.is_file():
            raise Unscored(3, f"no data: {needed}")
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(options.predictions or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        registers = pathlib.Path(scratch) / "registers"
        run([options.program, "registers", "import", *files, "--registers", registers])
        answer = json.loads(run([options.program, "story", *reports, "--one-story", "--format", "json", "--quiet",
                                 "--registers", registers]))
        story = answer["stories"][0]
        names = [pathlib.Path(one["id"]).stem for one in story["reports"]]
        result = folder / "result.json"
        result.write_text(json.dumps(result_of(story, names)), encoding="utf-8")
        printed = run([sys.executable, options.scorer, result])
        print(printed, end="")
        print_scores(printed, len(story["conflicts"]))
        not_independent(story, names, gold)
        dates(story, names, gold)
        aliases(story, names, gold)
        account(options, story, reports, folder)
