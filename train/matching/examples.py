#!/usr/bin/env python3
"""Names and questions from which the matcher learns (registers, labelled pairs -> tables for axray_train_names).

Writes into the folder OUT, tab-separated:
  names.tsv    entity, kind, name: OFAC's list with its aliases, in which the questions are looked up
  words.tsv    entity, kind, name: other public lists, which teach how rare words are
  pairs.tsv    id, fold, weight, kind, label, query name, listed name
  queries.tsv  id, fold, weight, source, kind, expected entities, name to leave out, query
Besides the labelled questions, questions are made from the listed names: typing errors, words left out, turned round or
joined, initials, spellings, other legal forms (listed); crossed names of persons, companies with another distinctive
word, other numbers, words that no listed name has (not listed). An alias is asked for among the other names of its entity. Nothing is drawn from the
EU's names, whose transcription is not open. All names of an entity are in one fold; the same data give the same tables.

Use: examples.py DATA OUT
"""

import collections
import csv
import gzip
import hashlib
import json
import pathlib
import random
import re
import sys
import xml.etree.ElementTree

FOLDS = 4
KINDS = {"individual": "person", "vessel": "vessel", "aircraft": "other"}
TRUST = {"high": 1.0, "medium": 1.0, "low": 0.1}
LISTED_MADE, ALIASES_MADE, UNLISTED_MADE, STRANGE_MADE = 9000, 5000, 6000, 2000


def fold_of(key):
    return int(hashlib.md5(key.encode()).hexdigest()[:8], 16) % FOLDS


def ofac_names(folder):
    """(reference, kind, name), primary names first."""
    kinds = {}
    names = []
    with gzip.open(folder / "sdn.csv.gz", "rt", encoding="latin-1") as file:
        for row in csv.reader(file):
            if len(row) >= 12:
                kinds[row[0]] = KINDS.get(row[2].strip(), "company")
                names.append((row[0], row[1]))
    with gzip.open(folder / "alt.csv.gz", "rt", encoding="latin-1") as file:
        for row in csv.reader(file):
            if len(row) >= 4 and row[0] in kinds:
                names.append((row[0], row[3]))
    return [("ofac:" + number, kinds[number], name.strip()) for number, name in names]


def un_names(path):
    with gzip.open(path) as file:
        root = xml.etree.ElementTree.parse(file).getroot()
    for tag, kind in (("INDIVIDUAL", "person"), ("ENTITY", "company")):
        for record in root.iter(tag):
            parts = [record.findtext(part + "_NAME") or "" for part in ("FIRST", "SECOND", "THIRD", "FOURTH")]
            reference = "un:" + (record.findtext("DATAID") or "")
            yield reference, kind, " ".join(part.strip() for part in parts if part.strip())
            for alias in record.iter(tag + "_ALIAS"):
                name = (alias.findtext("ALIAS_NAME") or "").strip()
                if name and "\n" not in name:
                    yield reference, kind, name


def denied_names(path):
    with gzip.open(path, "rt", encoding="latin-1") as file:
        for number, row in enumerate(csv.reader(file, delimiter="\t")):
            if number > 0 and row:
                yield f"dpl:{number}", "company", row[0]


def misp_names(folder):
    for path in sorted(folder.glob("threat-actor.json.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for value in json.load(file)["values"]:
                for name in [value["value"], *value.get("meta", {}).get("synonyms", [])]:
                    yield "misp:" + value.get("uuid", ""), "company", name


# --- Questions made from names ---------------------------------------------------------------------------------------

FORMS = ["LLC", "OOO", "LIMITED LIABILITY COMPANY", "LTD", "CO., LTD.", "GMBH", "JSC", "OAO", "JOINT STOCK COMPANY",
         "S.A.", "S.A. DE C.V.", "INC.", "CORP.", "PJSC", "AO", "LIMITED", "PTE. LTD.", "S.R.L.", "FZE", "SARL"]
FORM = re.compile(r"[\s,]*\b(LLC|L\.L\.C\.|OOO|LTD\.?|CO\.,? LTD\.?|LIMITED LIABILITY COMPANY|GMBH|OAO|OJSC|PJSC|JSC|"
                  r"JOINT STOCK COMPANY|S\.A\.|S\.A\. DE C\.V\.|INC\.?|CORP\.?|LIMITED|AO|S\.R\.L\.|FZE|CO\.|COMPANY)$", re.I)
SPELLINGS = [("kh", "h"), ("ey", "ei"), ("iy", "y"), ("iy", "ii"), ("yu", "iu"), ("ya", "ia"), ("ye", "e"), ("ov", "ow"),
             ("sh", "ch"), ("ks", "x"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("q", "k"), ("w", "v"), ("j", "dj"),
             ("j", "dzh"), ("c", "k"), ("z", "s"), ("gh", "g"), ("dh", "d"), ("mm", "m"), ("ss", "s"), ("ll", "l"),
             ("o", "u"), ("e", "a"), ("i", "e"), ("ph", "f"), ("ts", "tz"), ("ch", "tch"), ("h", ""), ("yev", "ev"),
             ("ievich", "yevich"), ("aevich", "ayevich"), ("tt", "t"), ("eh", "a"), ("al-", "el-"), ("al-", "al "),
             ("-", " "), ("abdul", "abdel"), ("abd al-", "abdul "), ("uddin", "al-din"), ("ullah", "allah")]
BUSINESS = ["technologies", "systems", "group", "trading", "software", "security", "solutions", "networks", "international",
            "logistics", "energy", "labs", "capital", "media", "industries", "shipping", "digital", "electronics"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def typing_error(word, chance):
    at = chance.randrange(len(word))
    kind = chance.randrange(4)
    if kind == 0 and len(word) > 1:
        at = chance.randrange(len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1 and len(word) > 3:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + chance.choice(LETTERS + word.lower()) + word[at:]
    return word[:at] + chance.choice(LETTERS) + word[at + 1 :]


def asked(name, kind):
    """The order in which people say it."""
    if kind == "person" and "," in name:
        last, first = name.split(",", 1)
        return f"{first.strip()} {last.strip()}".strip()
    return name


class Maker:
    def __init__(self, names):
        self.chance = random.Random(31)
        self.given, self.families, self.full, self.distinctive = [], [], [], []
        counts = collections.Counter(word for _, kind, name in names if kind != "person" for word in name.split())
        for _, kind, name in names:
            if kind == "person" and "," in name:
                last, first = name.split(",", 1)
                self.families.append(last.strip())
                self.given.append(first.strip())
                self.full.append(name)
            elif kind != "person":
                self.distinctive += [word for word in name.split() if len(word) > 3 and counts[word] <= 3]

    def words_changed(self, name, change):
        words = name.split()
        places = [at for at, word in enumerate(words) if len(word) > 3]
        if not places:
            return name
        at = self.chance.choice(places)
        words[at] = change(words[at])
        return " ".join(words)

    def typo(self, name, kind):
        return self.words_changed(name, lambda word: typing_error(word, self.chance))

    def typo_twice(self, name, kind):
        return self.typo(self.typo(name, kind), kind)

    def dropped(self, name, kind):
        words = name.split()
        if len(words) < 3:
            return name
        del words[self.chance.randrange(len(words))]
        return " ".join(words)

    def reordered(self, name, kind):
        words = name.split()
        if kind != "person" and self.chance.random() < 0.5:
            return " ".join(words[-1:] + words[:-1])
        self.chance.shuffle(words)
        return " ".join(words)

    def joined(self, name, kind):
        words = name.split()
        if len(words) < 2:
            return name
        at = self.chance.randrange(len(words) - 1)
        return " ".join(words[:at] + [words[at] + words[at + 1].lower()] + words[at + 2 :])

    def parted(self, name, kind):
        def change(word):
            at = self.chance.randrange(2, len(word) - 1)
            return word[:at] + self.chance.choice([" ", "-"]) + word[at:]

        return self.words_changed(name, change)

    def initial(self, name, kind):
        words = name.split()
        if kind != "person" or len(words) < 2:
            return name
        at = self.chance.randrange(len(words) - 1)
        words[at] = words[at][0] + self.chance.choice([".", ""])
        return " ".join(words)

    def spelled(self, name, kind):
        lower = name.lower()
        choices = [(old, new) for old, new in SPELLINGS if old in lower]
        choices += [(new, old) for old, new in SPELLINGS if len(new) > 1 and new in lower]
        self.chance.shuffle(choices)
        for old, new in choices[: self.chance.randrange(1, 4)]:
            lower = lower.replace(old, new, 1)
        return lower.title() if choices else name

    def form_changed(self, name, kind):
        if kind != "company":
            return name
        bare = FORM.sub("", name)
        choice = self.chance.random()
        if choice < 0.4 and bare != name:
            return bare
        form = self.chance.choice(FORMS)
        return f"{form} {bare}" if self.chance.random() < 0.3 else f"{bare} {form}"

    def prefixed(self, name, kind):
        return f"{self.chance.choice(['M/V', 'MV', 'M/T', 'MT', 'SS', 'M.V.'])} {name}" if kind == "vessel" else name

    def plain(self, name, kind):
        return self.chance.choice([name, name.title(), name.upper(), name.lower()])

    def listed(self, name, kind):
        ways = [self.typo, self.typo, self.typo_twice, self.dropped, self.reordered, self.joined, self.parted, self.initial,
                self.spelled, self.spelled, self.form_changed, self.prefixed, self.plain]
        made = self.chance.choice(ways)(asked(name, kind), kind)
        if self.chance.random() < 0.15:
            made = self.chance.choice(ways)(made, kind)
        return made

    def unlisted(self, name, kind):
        if kind == "person" and "," in name:
            last, first = name.split(",", 1)
            choice = self.chance.random()
            if choice < 0.35:
                return f"{self.chance.choice(self.given)} {last.strip()}"
            if choice < 0.6:
                return f"{first.strip()} {self.chance.choice(self.families)}"
            if choice < 0.68:  # words of two persons
                words = [word for other in (name, *self.chance.sample(self.full, 2)) for word in re.findall(r"\w+", other)]
                return " ".join(self.chance.sample(words, min(len(words), self.chance.randrange(2, 4))))
            if choice < 0.8:  # one given name of several is another
                words = first.split()
                words[self.chance.randrange(len(words))] = self.chance.choice(self.chance.choice(self.given).split() or ["Ivan"])
                return " ".join(words + [last.strip()])
            return f"{self.chance.choice(self.given)} {self.chance.choice(self.families)}"
        words = name.split()
        numbers = [at for at, word in enumerate(words) if word.isdigit()]
        if numbers and self.chance.random() < 0.5:
            words[numbers[0]] = str(int(words[numbers[0]]) + self.chance.randrange(1, 20))
            return " ".join(words)
        counted = [at for at, word in enumerate(words) if len(word) > 3 and not FORM.fullmatch(" " + word)]
        if len(words) > 1 and counted:
            words[counted[0]] = self.chance.choice(self.distinctive).upper()
        return " ".join(words)


# --- Tables ----------------------------------------------------------------------------------------------------------


def write(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write("\t".join(re.sub(r"[\t\n\r]+", " ", str(value)) for value in row) + "\n")


def key_of(name):
    return " ".join(sorted(re.findall(r"\w+", name.lower())))


def labelled(data, names):
    owner = {}
    for reference, _, name in names:
        owner.setdefault(name, reference)
    records = [json.loads(line) for line in open(data / "screening" / "pairs.jsonl", encoding="utf-8")]
    of_group = {}
    for pair in records:
        if pair["match"] and pair["b"] in owner:
            of_group.setdefault(pair["group"], owner[pair["b"]])
    pairs = []
    for pair in records:
        key = of_group.get(pair["group"], pair["group"])
        pairs.append((pair["id"], fold_of(key), TRUST[pair["trust"]], pair["kind"], int(pair["match"]), pair["a"], pair["b"]))
    queries = []
    for line in open(data / "screening" / "queries.jsonl", encoding="utf-8"):
        query = json.loads(line)
        key = query["expect"][0] if query["expect"] else query["id"]
        queries.append((query["id"], fold_of(key), 1, "labelled", query["kind"], " ".join(query["expect"]), "", query["query"]))
    return pairs, queries


def made(names):
    maker = Maker(names)
    chance = random.Random(17)
    known = {key_of(name) for _, _, name in names}
    usable = [row for row in names if row[1] != "other"]
    rows = []
    for number, (reference, kind, name) in enumerate(chance.sample(usable, LISTED_MADE)):
        query = maker.listed(name, kind)
        rows.append((f"m{number}", fold_of(reference), 0.25, "noise", kind, reference, "", query))
    of_entity = collections.defaultdict(list)
    for reference, kind, name in usable:
        of_entity[reference].append((kind, name))
    several = [(reference, kind, name) for reference, kind, name in usable if len(of_entity[reference]) > 1]
    for number, (reference, kind, name) in enumerate(chance.sample(several, ALIASES_MADE)):
        rows.append((f"a{number}", fold_of(reference), 0.25, "alias", kind, reference, name, asked(name, kind)))
    for number, (reference, kind, name) in enumerate(chance.sample(usable, UNLISTED_MADE)):
        query = maker.unlisted(name, kind)
        if key_of(query) not in known:
            rows.append((f"u{number}", fold_of(reference), 0.25, "crossed", kind, "", "", query))
    return rows


def strange(names, others):
    """Companies whose distinctive word no listed name has: words of other lists, alone or with a word of business."""
    chance = random.Random(23)
    listed = {word for _, _, name in names for word in re.findall(r"[a-z]+", name.lower())}
    words = sorted({word for _, _, name in others for word in re.findall(r"[a-z]+", name.lower())} - listed)
    words = [word for word in words if 4 <= len(word) <= 11]
    for number, word in enumerate(chance.sample(words, min(STRANGE_MADE, len(words)))):
        choice = chance.random()
        query = word if choice < 0.5 else f"{word} {chance.choice(BUSINESS)}"
        if choice > 0.8:
            query += " " + chance.choice(FORMS)
        yield f"s{number}", fold_of(word), 0.25, "strange", "company", "", "", query.title()


def main():
    data, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    registers = data / "registers"
    names = ofac_names(registers / "ofac")
    write(out / "names.tsv", names)
    others = [*un_names(registers / "un" / "UN_consolidated.xml.gz"), *denied_names(registers / "us_other" / "dpl.txt.gz"),
              *misp_names(registers / "misp")]
    write(out / "words.tsv", others)
    pairs, queries = labelled(data, names)
    write(out / "pairs.tsv", pairs)
    write(out / "queries.tsv", queries + made(names) + list(strange(names, others)))


if __name__ == "__main__":
    main()
