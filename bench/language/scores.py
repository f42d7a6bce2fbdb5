"""Scores of the language layer: what axray_predict says of each set of a folder, by the score.py of that folder.

Each area takes every set that its folder has, told by the pattern of its name, but those for training; so a folder with
other parts of the same data, laid out in the same way, is scored as it is. A goal belongs to a set by the beginning of
its name.
"""
import gzip
import json
import re
import subprocess
import sys

import names_scores

# area -> what the names of its sets begin with -> measure -> goal
GOALS = {
    "treebank": {"ewt": {"UPOS": 95.5, "lemma": 97, "UAS": 87.5, "LAS": 84.5}, "gum": {"UPOS": 96, "UAS": 87, "LAS": 84}},
    "ner": {"wikigold": {"F1": .80}, "wnut17": {"F1": .55}, "uner-ewt": {"F1": .75}, "gum": {"F1": .75, "chains F1, news": .80}},
    "quotes": {"polnear": {"content exact F1": .55, "content partial F1": .70, "speaker overlap": .88, "joint F1": .50}},
    "dates": {"timeml_tbaq": {"value F1": .76}, "timeml_tweets": {"value F1": .80}, "phrases": {"exact": .60}},
    "numbers": {"quantities": {"value F1": .85, "value and unit F1": .75}, "surface_pairs": {"accuracy": .93},
                "numeric_pairs": {"macro F1": .55}},
    "iocs": {"iocs": {"F1": .95}, "refang": {"exact": .95}},
}
AREAS = tuple(GOALS)


class Unscored(Exception):
    """An area cannot be scored: with the reason."""


def goal_of(area, name, measure):
    # GUM's chains have a goal on news, which the scorer names so.
    for beginning, goals in GOALS[area].items():
        if name.startswith(beginning):
            return goals.get(measure)
    return None


def text_of(path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rb") as file:
        return file.read()


def name_of(path):
    return re.sub(r"\.(conllu|conll|jsonl)(\.gz)?$", "", path.name)


def sets_of(folder, pattern):
    return [path for path in sorted(folder.glob(pattern)) if ".train" not in path.name]


class Language:
    def __init__(self, predict, score_of, scratch):
        self.predict = predict    # the program axray_predict
        self.score_of = score_of  # area, folder -> its score.py
        self.scratch = scratch    # where predictions are kept

    def answers(self, task, path, extension):
        """What the task answers to a set, in a file."""
        target = self.scratch / f"{task}.{name_of(path)}.{extension}"
        with open(target, "wb") as out:
            done = subprocess.run([self.predict, task], input=text_of(path), stdout=out, stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            reason = done.stderr.decode(errors="replace").strip().splitlines() or ["it says nothing"]
            raise Unscored(f"axray_predict {task} ended with status {done.returncode} on {path.name}: {reason[0]}")
        return target

    def scored(self, command):
        done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Unscored(f"{command[0]} ended with status {done.returncode}: {done.stderr.strip()[-300:]}")
        return done.stdout

    def rows(self, area, folder):
        """(set, measure, score, goal or None) of everything in the folder."""
        found = False
        for name, measures in getattr(self, area)(folder):
            found = True
            for measure, score in measures.items():
                yield name, measure, score, goal_of(area, name, measure)
        if not found:
            raise Unscored(f"no sets in {folder}")

    def treebank(self, folder):
        score = self.score_of("treebank", folder)
        for path in sets_of(folder, "*.conllu*"):
            line = self.scored([score, path, self.answers("conllu", path, "conllu")])
            values = dict(re.findall(r"(UPOS|lemma|UAS|LAS) ([\d.]+)", line))
            yield name_of(path), {measure: float(value) for measure, value in values.items()}

    def ner(self, folder):
        try:  # GUM's names and chains are in the treebank beside it
            yield from names_scores.rows(self.predict, folder, folder.parent / "treebank")
        except subprocess.CalledProcessError as fault:
            raise Unscored(f"axray_predict ended with status {fault.returncode}: {fault.stderr.strip()[:300]}") from fault

    def quotes(self, folder):
        score = self.score_of("quotes", folder)
        for path in sets_of(folder, "polnear.*.jsonl*"):
            answers = self.answers("speech", path, "jsonl")
            result = json.loads(self.scored([score, "attributions", "--json", "--gold", path, "--pred", answers]))
            yield name_of(path), {"content exact F1": result["exact"]["f1"], "content partial F1": result["partial"]["f1"],
                                  "speaker overlap": result["source"]["overlap"], "joint F1": result["joint"]["f1"]}

    def dates(self, folder):
        score = self.score_of("dates", folder)
        for path in sets_of(folder, "timeml_*.jsonl*"):
            answers = self.answers("timeml", path, "jsonl")
            result = json.loads(self.scored([score, "timeml", "--json", "--gold", path, "--pred", answers]))
            yield name_of(path), {"value F1": result["value"]["f1"], "strict F1": result["strict"]["f1"]}
        for path in sets_of(folder, "phrases.*.jsonl*"):
            answers = self.answers("phrases", path, "jsonl")
            result = json.loads(self.scored([score, "phrases", "--json", "--gold", path, "--pred", answers]))
            yield name_of(path), {"exact": result["all"]["exact"]}

    def numbers(self, folder):
        score = self.score_of("numbers", folder)
        for path in sets_of(folder, "quantities.*.jsonl*"):
            answers = self.answers("quantities", path, "jsonl")
            result = json.loads(self.scored([score, "quantities", "--json", "--gold", path, "--pred", answers]))["all"]
            yield name_of(path), {"value F1": result["value"]["f1"], "value and unit F1": result["value_unit"]["f1"]}
        for path in sets_of(folder, "surface_pairs.*.jsonl*"):
            answers = self.answers("surface", path, "tsv")
            result = json.loads(self.scored([score, "surface", "--json", "--gold", path, "--pred", answers]))
            yield name_of(path), {"accuracy": result["accuracy"]}
        for path in sets_of(folder, "numeric_pairs.*.jsonl*"):
            answers = self.answers("pairs", path, "tsv")
            result = json.loads(self.scored([score, "pairs", "--json", "--gold", path, "--pred", answers]))
            yield name_of(path), {"macro F1": result["all"]["macro_f1"]}

    def iocs(self, folder):
        score = self.score_of("iocs", folder)
        for path in sets_of(folder, "iocs*.jsonl*"):
            result = json.loads(self.scored([score, path, self.answers("indicators", path, "jsonl")]))
            yield name_of(path), {"F1": result["f1"], "precision": result["precision"], "recall": result["recall"]}
        for path in sets_of(folder, "refang*.jsonl*"):
            answers = self.answers("refang", path, "jsonl").read_text(encoding="utf-8").splitlines()
            wanted = text_of(path).decode().splitlines()
            right = sum(json.loads(one)["refanged"] == json.loads(other)["refanged"] for one, other in zip(answers, wanted, strict=True))
            yield name_of(path), {"exact": right / len(wanted)}


def print_head():
    print(f"{'area':<10} {'set':<26} {'measure':<20} {'score':>7} {'goal':>6}")


def print_row(area, name, measure, score, goal):
    digits = 2 if score > 1 or area == "treebank" else 3
    aim = "" if goal is None else f"{goal:6.{digits - 1 if digits == 3 else 1}f}  {'met' if score >= goal else 'NOT MET'}"
    print(f"{area:<10} {name:<26} {measure:<20} {score:7.{digits}f} {aim}", flush=True)
