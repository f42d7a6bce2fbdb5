"""Sentences about threat actors: another name of the same actor must bear a claim out, another actor must not.

The names are those of the development data's registers, each given to one actor alone; the sentences are our own.
"""
import collections
import json
import subprocess

LISTS = ("misp/threat-actor.json.gz", "misp/microsoft-activity-group.json.gz", "attack/enterprise-attack-intrusion-set.tar.gz")
SENTENCES = (
    "{} broke into the mail servers of two ministries in March.",
    "Researchers linked the attack on the shipping company to {}.",
    "The campaign was the work of {}, the agency said on Tuesday.",
    "Officials blamed {} for the theft of 40 gigabytes of documents.",
    "The {} group stole passwords from the bank's customers.",
    "In 2021 {} hackers spied on lawmakers in four countries.",
    "The ministry said {} had sent the messages to its staff.",
    "Three men who worked for {} were charged in New York.",
)
BESIDE = "The weather was mild on Sunday."


def import_lists(program, data, folder):
    """Fills a folder of registers; False when the data lacks the lists."""
    files = [data / "registers" / name for name in LISTS]
    if not all(path.is_file() for path in files):
        return False
    subprocess.run([program, "registers", "import", *files, "--registers", folder], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return True


def names_by_actor(data):
    """Names that one actor alone has, by the actor's first entry."""
    actors = collections.defaultdict(list)
    with open(data / "actors" / "aliases.jsonl", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            if not entry["ambiguous"]:
                actors[entry["refs"][0]].append(entry["alias"])
    return actors


def pairs(data, most, random):
    """Kind -> [(claim, sentence of the source)]."""
    actors = names_by_actor(data)
    several = [actor for actor, names in actors.items() if len(names) > 1]
    made = {"an actor by another name": [], "another actor": []}
    for _ in range(most):
        sentence = random.choice(SENTENCES)
        one, other = random.sample(actors[random.choice(several)], 2)
        made["an actor by another name"].append((sentence.format(one), sentence.format(other)))
        one, other = (random.choice(actors[actor]) for actor in random.sample(list(actors), 2))
        made["another actor"].append((sentence.format(one), sentence.format(other)))
    return made
