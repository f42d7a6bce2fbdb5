"""Copies and origins: what axray_reuse answers about collections and pairs of texts, by the score.py of that folder.

Files are found by their names, whatever half they are of: natural.*.docs.jsonl with natural.*.pairs.tsv,
synthetic.*.docs.jsonl with .gold.tsv and .prov.jsonl, clough_stevenson.*.jsonl. One search answers for all collections;
groups are what copies join. Where two texts are given, the question is another one: not whether the one reports with the
words of the other, but whether any of it was written from it.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

GOALS = {"copy F1": .96, "reuse F1": .82, "ARI": .97, "two-class": .95}
MOST_QUOTE_ALARMS = .05
# Of a text beside one that it may be from: its words in common runs of three plus those in alike sentences, 0..2, from
# which on it counts as written from it; and the shares of its words in common runs of three of each degree.
WRITTEN_FROM = .27
DEGREES = (("cut", .92), ("light", .5), ("heavy", 0))


class Unscored(Exception):
    """(exit status, reason)"""


def print_row(measure, score, goal=None, least=True):
    met = "" if goal is None else f"  goal {goal}  {'met' if (score >= goal) == least else 'NOT MET'}"
    print(f"{measure:<58} {score:7.4f}{met}", flush=True)


class Reuse:
    def __init__(self, program, data, score, folder):
        self.program, self.data, self.score, self.folder = program, data, score, folder

    def halves(self, pattern):
        """Middle names of the files that fit a pattern with one star."""
        head, tail = pattern.split("*")
        return sorted(path.name[len(head):-len(tail)] for path in self.data.glob(pattern))

    def ask(self, task, source, name):
        target = self.folder / name
        with open(source, "rb") as lines, open(target, "wb") as out:
            done = subprocess.run([self.program, task], stdin=lines, stdout=out, check=False)
        if done.returncode != 0:
            raise Unscored(4, f"{self.program} {task} ended with status {done.returncode}")
        with open(target, encoding="utf-8") as answers:
            return [json.loads(line) for line in answers]

    def scored(self, task, gold, predicted, *more):
        command = [sys.executable, self.score, task, *more, "--gold", gold, "--pred", predicted, "--json"]
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Unscored(4, f"{self.score} {task} ended with status {done.returncode}: {done.stderr.strip()[-300:]}")
        return json.loads(done.stdout)

    def write(self, name, lines):
        path = self.folder / name
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return path

    def natural(self, half):
        docs = self.data / f"natural.{half}.docs.jsonl"
        pairs = self.ask("pairs", docs, f"natural.{half}.answers.jsonl")
        predicted = self.write(f"natural.{half}.tsv", (f"{one['first']}\t{one['second']}\t{one['kind']}" for one in pairs
                                                       if one["kind"] in ("copy", "partial")))
        result = self.scored("natural", self.data / f"natural.{half}.pairs.tsv", predicted, "--docs", docs)
        alarms, gold = result["false_alarms"], result["gold"]
        print(f"natural {half}: {result['docs']} articles, {len(pairs)} pairs with words in common")
        print_row("copy F1", result["copy"]["f1"], GOALS["copy F1"])
        print_row("reuse F1", result["reuse"]["f1"], GOALS["reuse F1"])
        print_row(f"false alarms on pairs that quote alike ({gold.get('quote', 0)})",
                  alarms.get("quote", 0) / max(1, gold.get("quote", 0)), MOST_QUOTE_ALARMS, least=False)
        print_row(f"false alarms on independent pairs ({gold.get('independent', 0)})",
                  alarms.get("independent", 0) / max(1, gold.get("independent", 0)))
        print(f"false alarms on pairs that are not listed: {alarms.get('unlisted', 0)}")
        print_row("ARI of copies", result["clusters"]["ari"])

    def synthetic(self, half):
        docs = self.data / f"synthetic.{half}.docs.jsonl"
        pairs = self.ask("pairs", docs, f"synthetic.{half}.answers.jsonl")
        with open(docs, encoding="utf-8") as lines:
            texts = {one["id"]: one["text"] for one in map(json.loads, lines)}
        groups = {name: name for name in texts}

        def group_of(name):
            while groups[name] != name:
                name = groups[name]
            return name

        for one in pairs:
            if one["kind"] == "copy":
                groups[group_of(one["first"])] = group_of(one["second"])
        predicted = self.write(f"synthetic.{half}.groups.tsv", (f"{name}\t{group_of(name)}" for name in texts))
        result = self.scored("groups", self.data / f"synthetic.{half}.gold.tsv", predicted)
        print(f"synthetic {half}: {result['docs']} articles, {result['groups_pred']} origins found of {result['groups_gold']}")
        print_row("ARI", result["ari"], GOALS["ARI"])
        for level, share in result["copies_joined_to_original"].items():
            print_row(f"  copies joined to their original, {level}", share)
        print_row("  independent articles left alone", result["independent_left_alone"])
        provenance = self.data / f"synthetic.{half}.prov.jsonl"
        if provenance.is_file():
            self.sentences(half, provenance, texts)

    def sentences(self, half, provenance, texts):
        with open(provenance, encoding="utf-8") as lines:
            twos = [(one["id"], one["src"]) for one in map(json.loads, lines)]
        source = self.write(f"synthetic.{half}.twos.jsonl",
                            (json.dumps({"id": copy, "text": texts[copy], "source": texts[original]})
                             for copy, original in twos))
        answers = self.ask("compare", source, f"synthetic.{half}.compared.jsonl")
        predicted = self.write(f"synthetic.{half}.prov.jsonl",
                               (json.dumps({"id": copy, "src": original, "map": answer["map"]})
                                for (copy, original), answer in zip(twos, answers)))
        result = self.scored("sentences", provenance, predicted)
        print_row(f"origins of sentences ({result['sentences']})", result["accuracy"])
        print_row("  of those that have one", result["derived"])
        print_row("  of those that have none", result["own"])

    def levels(self, half):
        path = self.data / f"clough_stevenson.{half}.jsonl"
        with open(path, encoding="utf-8") as lines:
            answers = [json.loads(line) for line in lines]
        source = self.write(f"clough_stevenson.{half}.twos.jsonl",
                            (json.dumps({"id": one["id"], "text": one["text"], "source": one["source_text"]})
                             for one in answers))
        compared = self.ask("compare", source, f"clough_stevenson.{half}.compared.jsonl")
        predicted = self.write(f"clough_stevenson.{half}.tsv", (f"{one['id']}\t{degree(one)}" for one in compared))
        result = self.scored("levels", path, predicted)
        print(f"clough_stevenson {half}: {result['docs']} answers beside their source")
        print_row("written from it or not", result["accuracy2"], GOALS["two-class"])
        print_row("cut, light, heavy or not", result["accuracy4"])


def degree(compared):
    if compared["common_runs"] + compared["alike_sentences"] < WRITTEN_FROM:
        return "non"
    return next(name for name, least in DEGREES if compared["common_runs"] >= least)


def reuse(program, data, score, predictions):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(predictions or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        scores = Reuse(program, data, score, folder)
        tasks = collections.OrderedDict([("natural.*.docs.jsonl", scores.natural),
                                         ("synthetic.*.docs.jsonl", scores.synthetic),
                                         ("clough_stevenson.*.jsonl", scores.levels)])
        found = [(task, half) for pattern, task in tasks.items() for half in scores.halves(pattern)]
        if not found:
            raise Unscored(3, f"no natural.*, synthetic.* or clough_stevenson.* files in {data}")
        for task, half in found:
            task(half)
