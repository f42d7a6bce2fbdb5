"""Accounts of many stories: whether `axray check` finds every claim of them supported by the reports, and how long they
are.

Stories are those of the *.gold.tsv of a folder with *.docs.jsonl beside them (full texts only), of 3 to 12 documents,
drawn with a fixed seed. Counted are the claims of each account that are not supported, and flags that an account must
not earn: an attribution dropped or changed, more certainty, a quotation altered.
"""
import collections
import json
import pathlib
import random
import subprocess
import tempfile

from story import reading

SETS = ("fulltext_stream", "fnc_claims")
STORIES = 12  # of each set
SEED = 7
SIZES = range(3, 13)
FLAGS = ("attribution_dropped", "attribution_differs", "certainty_raised", "quote_altered")


class Unscored(Exception):
    """(exit status, reason)"""


def run(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unscored(4, f"{command[0]} {command[1]} ended with status {done.returncode}: {done.stderr.strip()[-300:]}")
    return json.loads(done.stdout)


def stories_of(documents):
    """Lists of documents, one a story that was drawn."""
    by_id = {}
    for line in documents.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        by_id[document["id"]] = document
    groups = collections.defaultdict(list)
    gold = documents.with_name(documents.name.replace(".docs.jsonl", ".gold.tsv"))
    for line in gold.read_text(encoding="utf-8").splitlines():
        document, story = line.split("\t")
        groups[story].append(by_id[document])
    fit = sorted(story for story, members in groups.items() if len(members) in SIZES)
    return [groups[story] for story in random.Random(SEED).sample(fit, min(STORIES, len(fit)))]


def write_reports(documents, folder):
    """The reports for `story`, and as plain texts that tell their days for `check`."""
    texts = []
    with open(folder / "story.jsonl", "w", encoding="utf-8") as lines:
        for number, document in enumerate(documents):
            record = {"id": document["id"], "text": document["text"]}
            record.update({key: document[key] for key in ("title", "date") if document.get(key)})
            lines.write(json.dumps(record) + "\n")
            texts.append(folder / f"{number}.txt")
            title = document.get("title", "")
            day = f"Published {document['date'][:10]}" if document.get("date") else ""
            parts = [part for part in (title, day, document["text"]) if part]
            texts[-1].write_text("\n\n".join(parts), encoding="utf-8")
    return texts


def sentences_of(account):
    told = [account["headline"], account["summary"], *account["at_a_glance"],
            *(sentence for paragraph in account["details"] for sentence in paragraph)]
    return [one["text"] for one in told if one and one["text"]]


def count_reading(account, documents, counts):
    details = [sentence["text"] for paragraph in account["details"] for sentence in paragraph]
    beginning = " ".join(account[part]["text"] for part in ("headline", "summary") if account.get(part))
    told, known = reading.front_told(documents, beginning)
    counts["details"] += len(details)
    counts["points"] += len(account["at_a_glance"])
    counts["alike"] += reading.count_alike(details)
    counts["in the air"] += sum(map(reading.begins_in_the_air, sentences_of(account)))
    counts["front"] += known
    counts["front told"] += told


def check_story(program, documents, folder, counts):
    texts = write_reports(documents, folder)
    answer = run([program, "story", folder / "story.jsonl", "--one-story", "--format", "json", "--quiet"])
    sentences = sentences_of(answer["stories"][0]["account"])
    counts["stories"] += 1
    counts["sentences"] += len(sentences)
    count_reading(answer["stories"][0]["account"], documents, counts)
    if not sentences:
        return
    told = folder / "account.txt"
    told.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
    for claim in run([program, "check", told, "--against", *texts, "--format", "json"])["claims"]:
        flags = [flag["kind"] for flag in claim.get("flags", ()) if flag["kind"] in FLAGS]
        counts["claims"] += 1
        counts["not supported"] += claim["verdict"] not in ("supported", "not_checkable")
        counts["flagged"] += bool(flags)
        if flags or claim["verdict"] not in ("supported", "not_checkable"):
            print("  ", claim["verdict"], *flags, claim["text"][:110])


def accounts(program, data):
    for name in SETS:
        documents = data / f"{name}.dev.docs.jsonl"
        if not documents.is_file():
            raise Unscored(3, f"no {documents}")
        counts = collections.Counter()
        for members in stories_of(documents):
            with tempfile.TemporaryDirectory() as folder:
                check_story(program, members, pathlib.Path(folder), counts)
        print(f"{name}: {counts['stories']} stories, {counts['sentences']} sentences, {counts['claims']} claims; "
              f"not supported {counts['not supported']}, flagged {counts['flagged']}  goal 0  "
              f"{'met' if counts['not supported'] + counts['flagged'] == 0 else 'NOT MET'}")
        print(f"  sentences of the details alike {counts['alike']}/{counts['details']}; that begin with a pronoun in the air "
              f"{counts['in the air']}/{counts['sentences']}; words in front of most reports that headline and summary have "
              f"{counts['front told']}/{counts['front']}; points {counts['points']}")
