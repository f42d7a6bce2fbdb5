#!/usr/bin/env python3
"""Sentences with marked names, from openly licensed sets, in one common form (data folders -> Sentence).

Types: PER, ORG, LOC and MISC (anything else that bears a name: works, events, products, peoples, malware), tagged BIO.
No source marks everything alike, so two things say what is not known:
  * Sentence.known holds the types that the source marks wherever they occur. An `O` in a sentence whose `known` lacks
    MISC means "no PER, ORG or LOC", and a predicted MISC there is no error. For training that would leave MISC free
    almost everywhere, and a model takes what is free: so in training parts what a source may have left unmarked is
    unknown word by word, and MISC counts as known.
  * the tag `_` means that nothing is known of the token; leave it out of loss and score.
Spans follow the newswire custom: without article, title ("Mr", "President") and possessive ending.
Tokens are in the manner of Universal Dependencies: hyphens and clitics stand alone.

Development parts: the files' own, except for WikiGold and CrossNER, of which a fifth (by digest of the document's or
sentence's text) is kept out of training; `fold` 0 to 4 says which fifth.

Use: names_data.py [--part train|dev] [--fold N] [--source NAME ...] [--print]
"""

import argparse
import collections
import dataclasses
import gzip
import hashlib
import json
import os
import pathlib
import re

DATA = pathlib.Path(os.environ.get("AXRAY_DATA", pathlib.Path(__file__).resolve().parents[3] / "shared" / "data"))
ALL = frozenset(("PER", "ORG", "LOC", "MISC"))
CORE = frozenset(("PER", "ORG", "LOC"))
FOLDS = 5
LONGEST_SENTENCE = 120
UNKNOWN = "_"

# Words before a person's name that are not part of it.
TITLES = frozenset(
    "mr mrs ms miss dr doctor prof professor president senator sen rep representative congressman congresswoman governor "
    "gov mayor minister chancellor secretary judge justice general gen colonel col captain capt lieutenant lt major maj "
    "sergeant sgt admiral sir lady lord madam chairman chairwoman speaker director vice prime deputy attorney chief "
    "commissioner ambassador counsel reverend rev bishop archbishop father sister brother sheikh aunt uncle".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)


@dataclasses.dataclass
class Sentence:
    tokens: list
    tags: list
    known: frozenset
    source: str
    document: str  # sentences of one document follow each other and share it


# --- Universal Dependencies tokenisation -----------------------------------------------------------------------------

CLITIC = re.compile(r"^(.+?)(n['\u2019]t|['\u2019](?:s|m|re|ve|ll|d))$", re.IGNORECASE)
HYPHENATED = re.compile(r"^[^\W_]+(?:[-\u2013][^\W_]+)+$")
KEPT_PREFIX = re.compile(r"^(?:e|co|re|pre|post|non|anti|pro|ex|un|semi|multi|mid|sub|over|inter|intra|pseudo)-", re.I)


def parts_of(token):
    match = CLITIC.match(token)
    if match:
        return parts_of(match.group(1)) + [match.group(2)]
    if HYPHENATED.match(token) and not KEPT_PREFIX.match(token):
        return [part for part in re.split(r"([-\u2013])", token) if part]
    return [token]


def joined_clitics(tokens, tags):
    """"victim", "'", "s" and "don", "'", "t" as they are written in the treebanks."""
    words, marks = [], []
    for token, tag in zip(tokens, tags):
        if words and words[-1] in ("'", "\u2019") and token.lower() in ("s", "m", "re", "ve", "ll", "d", "t") and len(words) > 1:
            mark = words.pop()
            marks.pop()
            if token.lower() == "t" and words[-1].lower().endswith("n") and len(words[-1]) > 1:
                words[-1] = words[-1][:-1]
                mark = "n" + mark
            words.append(mark + token)
            marks.append(tag)
        else:
            words.append(token)
            marks.append(tag)
    return words, marks


def to_treebank(tokens, tags):
    words, marks = [], []
    for token, tag in zip(*joined_clitics(tokens, tags)):
        parts = parts_of(token)
        if tag == "O" and len(parts) > 1 and any(part[0].isupper() for part in parts) and "-" in token:
            inner = [UNKNOWN] * len(parts)  # "Paris-based": sets differ in what they say of the parts
        elif tag[0] == "B":
            clitic = len(parts) > 1 and parts[-1][0] in "'\u2019"
            inner = [tag] + ["I" + tag[1:]] * (len(parts) - 1)
            if clitic:
                inner[-1] = "O"
        else:
            inner = [tag] * len(parts)
        words += parts
        marks += inner
    return words, repaired(marks)


def repaired(tags):
    """No name begins with I."""
    result = []
    for tag in tags:
        if tag[0] == "I" and (not result or result[-1][1:] != tag[1:]):
            tag = "B" + tag[1:]
        result.append(tag)
    return result


def spans_of(tags):
    """(begin, end, type) of each name."""
    found, begin = [], None
    for at, tag in enumerate(list(tags) + ["O"]):
        if begin is not None and tag[0] != "I":
            found.append((begin, at, tags[begin][2:]))
            begin = None
        if tag[0] == "B":
            begin = at
    return found


# --- two-column files ------------------------------------------------------------------------------------------------


def columns(path):
    """(document, tokens, tags) of each sentence."""
    document, tokens, tags = 0, [], []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            token, _, tag = line.partition("\t")
            if token == "-DOCSTART-":
                document += 1
            elif token.strip():
                tokens.append(token.replace("\u00a0", "").strip() or "_")
                tags.append(tag)
            if (not line.strip() or token == "-DOCSTART-") and tokens:
                yield document, tokens, tags
                tokens, tags = [], []
    if tokens:
        yield document, tokens, tags


def mapped(tags, types):
    """Tags in common types; types that are not in `types` become `O`, those mapped to None unknown."""
    result = []
    for tag in tags:
        if tag == "O" or tag[2:] not in types:
            result.append("O")
        else:
            kind = types[tag[2:]]
            result.append(UNKNOWN if kind is None else tag[:2] + kind)
    return repaired(result)


def column_set(path, source, types, known):
    for document, tokens, tags in columns(path):
        words, marks = to_treebank(tokens, mapped(tags, types))
        for at in range(0, len(words), LONGEST_SENTENCE):
            cut = slice(at, at + LONGEST_SENTENCE)
            yield Sentence(words[cut], repaired(marks[cut]), known, source, f"{source}-{document}")


def fold_of(text):
    return hashlib.sha256(text.encode()).digest()[0] % FOLDS


def folded(sentences, part, fold):
    """The sentences of the documents that belong to this part; without documents each sentence stands for itself."""
    texts = collections.defaultdict(list)
    for sentence in sentences:
        texts[sentence.document].append(sentence)
    for document in texts.values():
        if (fold_of(" ".join(word for s in document for word in s.tokens)) == fold) == (part == "dev"):
            yield from document


def one_by_one(sentences):
    for number, sentence in enumerate(sentences):
        sentence.document = f"{sentence.source}-{number}"
        yield sentence


# --- the sets --------------------------------------------------------------------------------------------------------


def wikigold_file(path):
    return column_set(path, "wikigold", {kind: kind for kind in ALL}, ALL)


def wikigold(part, fold):
    return folded(wikigold_file(DATA / "ner/wikigold/train.conll.gz"), part, fold)


def wnut17_file(path):
    types = {"person": "PER", "location": "LOC", "group": "ORG", "corporation": "ORG", "product": "MISC",
             "creative-work": "MISC"}
    return one_by_one(column_set(path, "wnut17", types, CORE))


def wnut17(part, _):
    return wnut17_file(DATA / f"ner/wnut17/{part}.conll.gz")


def uner_ewt_file(path):
    return column_set(path, "uner-ewt", {kind: kind for kind in CORE}, CORE)


def uner_ewt(part, _):
    # Its texts are those of the treebank's development part: never trained on.
    return uner_ewt_file(DATA / "ner/uner-ewt/dev.conll.gz") if part == "dev" else ()


def crossner(part, fold):
    types = {"politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "location": "LOC",
             "country": "LOC", "election": "MISC", "event": "MISC", "misc": "MISC"}
    both = [sentence for name in ("train", "dev")
            for sentence in column_set(DATA / f"ner/crossner-politics/{name}.conll.gz", "crossner-politics", types, ALL)]
    return folded(one_by_one(both), part, fold)


def cyner(part, _):
    types = {"Organization": "ORG", "Malware": "MISC", "System": "MISC", "Indicator": None, "Vulnerability": None}
    for sentence in column_set(DATA / f"ner/cyner/{part}.conll.gz", "cyner", types, frozenset(("ORG",))):
        yield without_common_nouns(sentence)


def annoctr(part, _):
    types = {"ORG": "ORG", "LOC": "LOC", "GROUP": "ORG", "MALWARE": "MISC", "TOOL": "MISC", "SECTOR": None, "CON": None,
             "TACTIC": None, "TECHNIQUE": None, "CLICommand/CodeSnippet": None}
    for sentence in column_set(DATA / f"ner/annoctr/{part}.conll.gz", "annoctr", types, frozenset(("ORG", "LOC"))):
        if sum(tag == UNKNOWN for tag in sentence.tags) * 2 < len(sentence.tags):
            yield without_common_nouns(sentence)


def without_common_nouns(sentence):
    """These sets mark "the loader" as malware too: no name, so nothing is said of it."""
    for begin, end, _ in spans_of(sentence.tags):
        if not any(character.isupper() for token in sentence.tokens[begin:end] for character in token):
            sentence.tags[begin:end] = [UNKNOWN] * (end - begin)
    return sentence


RE3D_TYPES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "MISC"}
WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:\.[^\W\d_])+\.|[^\W_]+(?:['\u2019][^\W_]+)?|\S")


def re3d(part, _):
    """Defence Science and Technology Laboratory's documents, all but those of the BBC (licence without commerce)."""
    if part != "train":
        return
    with gzip.open(DATA / "ner/re3d/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if not document["source"].startswith("BBC"):
                yield from re3d_document(document)


def re3d_document(document):
    text = document["text"]
    named = named_of_re3d(text, document["entities"])
    for begin, end in sentences_of(text):
        tokens, tags, previous = [], [], None
        for match in WORD.finditer(text, begin, end):
            at = match.start()
            inside = next((name for name in named if name[0] <= at < name[1]), None)
            if inside is None:
                tag = "O"
            elif inside[2] is None:
                tag = UNKNOWN
            else:
                tag = ("I-" if inside is previous else "B-") + inside[2]
            previous = inside
            tokens.append(match.group())
            tags.append(tag)
        if tokens:
            words, marks = to_treebank(tokens, tags)
            yield Sentence(words[:LONGEST_SENTENCE], marks[:LONGEST_SENTENCE], ALL - {"MISC"}, "re3d",
                           "re3d-" + document["doc"])


def sentences_of(text):
    begin = 0
    for match in re.finditer(r"(?<=[.!?])[\"\u201d]?\s+(?=[A-Z\"\u201c])|\n+", text):
        yield begin, match.start()
        begin = match.end()
    yield begin, len(text)


def named_of_re3d(text, entities):
    """Longest marked spans that consist of capitalised words; parts of longer descriptions are unknown."""
    found = []
    for entity in sorted(entities, key=lambda e: e["begin"] - e["end"]):
        begin, end = entity["begin"], entity["end"]
        article = re.match(r"(?:the|a|an)\s+", text[begin:end], re.IGNORECASE)
        begin += article.end() if article else 0
        words = [w for w in re.findall(r"[^\W\d_]+", text[begin:end]) if w not in ("of", "and", "the", "for", "al", "s")]
        is_name = bool(words) and all(word[0].isupper() for word in words) and entity["type"] in RE3D_TYPES
        if not is_name or any(b < end and begin < e for b, e, _ in found):
            continue
        found.append((begin, end, RE3D_TYPES[entity["type"]]))
    for entity in entities:
        if entity["type"] in ("Organisation", "Person", "Location", "Weapon", "MilitaryPlatform", "Vehicle"):
            for match in re.finditer(r"\b[A-Z]\w*", text[entity["begin"]:entity["end"]]):
                begin = entity["begin"] + match.start()
                if not any(b <= begin < e for b, e, _ in found):
                    found.append((begin, entity["begin"] + match.end(), None))
    return sorted(found, key=lambda name: name[0])


# --- GUM -------------------------------------------------------------------------------------------------------------

GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
FORM, LEMMA, XPOS, HEAD, RELATION, MISC_COLUMN = 1, 2, 4, 6, 7, 9


@dataclasses.dataclass
class GumMention:
    sentence: int
    begin: int
    end: int
    group: str  # coreference number
    kind: str
    title: str  # Wikipedia's, "" when there is none
    name: tuple = None  # (begin, end, type) of the name in it


@dataclasses.dataclass
class GumDocument:
    name: str
    sentences: list  # of rows of CoNLL-U columns
    mentions: list

    @property
    def genre(self):
        return self.name.split("_")[1]


def gum_documents(path):
    document, sentence = None, []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if document:
                    yield finished(document)
                document = GumDocument(line.split("= ")[1], [], [])
            elif not line and sentence:
                document.sentences.append(sentence)
                sentence = []
            elif line and line[0] != "#":
                row = line.split("\t")
                if row[0].isdigit():
                    sentence.append(row)
    if document:
        yield finished(document)


def finished(document):
    """With its mentions read out of the last column. A mention in several pieces is passed over."""
    waiting = collections.defaultdict(list)
    for number, rows in enumerate(document.sentences):
        for at, row in enumerate(rows):
            entity = re.search(r"(?:^|\|)Entity=([^|]*)", row[MISC_COLUMN])
            for piece in re.findall(r"\([^()]*\)?|[^()]+\)", entity.group(1)) if entity else ():
                if piece[0] != "(":
                    mention = waiting[piece[:-1]].pop()
                    mention.end = at + 1 if mention.sentence == number else -1
                    continue
                fields = piece.strip("()").split("-", 6)
                if "[" in fields[0] or len(fields) < 2:
                    waiting[fields[0]].append(GumMention(-1, 0, -1, "", "", ""))
                    continue
                rest = fields[6] if len(fields) > 6 else ""
                title = rest.split("-", 1)[1] if "-" in rest else ""
                mention = GumMention(number, at, at + 1, fields[0], fields[1], title)
                document.mentions.append(mention)
                if piece[-1] != ")":
                    waiting[fields[0]].append(mention)
    document.mentions = [m for m in document.mentions if m.end > m.begin]
    for mention in document.mentions:
        mention.name = gum_name(document.sentences[mention.sentence], mention)
    return document


def is_proper(row):
    return row[XPOS] in ("NNP", "NNPS") and row[FORM][0].isalnum() and "@" not in row[FORM]


def gum_name(rows, mention):
    """The name that a mention bears: its head is a proper noun and the name the words around it that belong together:
    proper nouns in front, and behind it parts of the name proper and "of" with a name ("Bank of England"). Without
    Wikipedia title only people, organisations and places count as named; plurals of people are MISC ("the Olmecs")."""
    heads = [at for at in range(mention.begin, mention.end)
             if not mention.begin <= int(rows[at][HEAD]) - 1 < mention.end]
    if not heads or mention.kind == "time":
        return None
    head = heads[0]
    if not is_proper(rows[head]):
        below = [at for at in range(mention.begin, mention.end) if int(rows[at][HEAD]) - 1 == head and
                 rows[at][RELATION] in ("flat", "appos", "compound") and is_proper(rows[at]) and at > head]
        if mention.kind != "person" or not below or rows[below[0]][RELATION] != "flat":
            return None
        head = below[0]  # "photographer Nat Finkelstein" whose second part hangs on the first
    kind = GUM_TYPES.get(mention.kind, "MISC")
    if kind == "PER" and rows[head][XPOS] == "NNPS":
        kind = "MISC"
    begin, end = head, head + 1
    while begin > mention.begin and joins_left(rows, begin, mention):
        begin -= 1
    end = right_end(rows, head, mention, kind)
    if kind == "PER":
        while begin < end and rows[begin][FORM].rstrip(".").lower() in TITLES | {"-", "of"}:
            begin += 1
    while begin < end and not rows[begin][FORM][0].isalnum():
        begin += 1
    words = [rows[at][FORM] for at in range(begin, end)]
    if not words or not any(word[0].isupper() or word[0].isdigit() or any(c.isupper() for c in word) for word in words):
        return None
    if words[0].lower() in CALENDAR and len(words) == 1 and kind == "MISC":
        return None
    return (begin, end, kind)


def joins_left(rows, begin, mention):
    row, limit = rows[begin - 1], mention.begin
    if row[XPOS] == "POS" or row[RELATION] == "nmod:poss":  # "the People's Army": the title knows
        owner = rows[begin - 2] if row[XPOS] == "POS" and begin - 2 >= limit else row
        return owner[FORM][0].isupper() and owner[FORM] + "'s" in mention.title.replace("\u2019", "'").split("_")
    if is_proper(row):
        return row[RELATION].split(":")[0] in ("compound", "flat", "amod", "nmod", "root", "det", "nsubj", "obj", "obl",
                                               "appos", "conj", "list", "dep", "nummod", "parataxis", "vocative",
                                               "goeswith", "punct") and row[RELATION] != "nmod:poss"
    if row[FORM] in ("-", "&", "/") and begin - 2 >= limit:
        return is_proper(rows[begin - 2])
    return False


def right_end(rows, head, mention, kind):
    end = head + 1
    while end < mention.end:
        row = rows[end]
        relation = row[RELATION].split(":")[0]
        if is_proper(row) and relation in ("flat", "compound", "goeswith", "fixed", "amod", "nmod") and row[RELATION] != "nmod:poss":
            end += 1
        elif row[XPOS] == "CD" and relation in ("flat", "nummod", "dep", "compound", "nmod") and end == head + 1 and kind == "MISC":
            end += 1
        elif row[FORM] in ("-", "&") and end + 1 < mention.end and is_proper(rows[end + 1]):
            end += 2
        elif kind != "PER" and row[FORM].lower() in ("of", "de", "da", "del", "di", "du", "for"):
            after = end + 1
            if after < mention.end and rows[after][FORM].lower() in ("the", "la"):
                after += 1
            if after >= mention.end or not is_proper(rows[after]) or not all_proper_below(rows, after, end, mention):
                return end
            end = after + 1
        elif row[FORM].lower() == "and" and any(rows[at][FORM] == "of" for at in range(head, end)) and \
                end + 1 < mention.end and is_proper(rows[end + 1]) and kind == "ORG":
            end += 2
        else:
            return end
    return end


def all_proper_below(rows, first, preposition, mention):
    """The phrase behind the preposition has no ordinary words in front of its head: "of central Arizona" has."""
    at = first
    while at < mention.end and is_proper(rows[at]):
        at += 1
    head = int(rows[preposition][HEAD]) - 1
    return first <= head < at


def gum_named(document):
    """Names of a document: {sentence: [(begin, end, type, group, has a title)]}, the longest where they overlap."""
    found = collections.defaultdict(dict)
    for mention in document.mentions:
        if mention.name:
            begin, end, kind = mention.name
            known = found[mention.sentence].get((begin, end))
            if known is None or mention.end - mention.begin < known[3]:
                found[mention.sentence][(begin, end)] = (kind, mention.group, bool(mention.title),
                                                         mention.end - mention.begin)
    result = {}
    for number, names in found.items():
        kept = []
        for (begin, end), (kind, group, titled, _) in sorted(names.items(), key=lambda n: n[0][0] - n[0][1]):
            if not any(b < end and begin < e for b, e, *_ in kept):
                kept.append((begin, end, kind, group, titled))
        result[number] = sorted(kept)
    return result


def gum_sentences(document):
    named = gum_named(document)
    unknown = collections.defaultdict(set)  # capitals in what bears no name of its own
    for mention in document.mentions:
        if mention.kind != "time":
            unknown[mention.sentence].update(range(mention.begin, mention.end))
    for number, rows in enumerate(document.sentences):
        tags = [UNKNOWN if at in unknown[number] and is_proper(row) and
                row[FORM].rstrip(".").lower() not in TITLES | CALENDAR else "O" for at, row in enumerate(rows)]
        for begin, end, kind, _group, titled in named.get(number, ()):
            sure = titled or kind != "MISC"
            tags[begin:end] = ["B-" + kind] + ["I-" + kind] * (end - begin - 1) if sure else [UNKNOWN] * (end - begin)
        yield Sentence([row[FORM] for row in rows], tags, CORE, "gum", document.name)


def gum(part, _):
    for document in gum_documents(DATA / f"treebank/gum.{part}.conllu.gz"):
        yield from gum_sentences(document)


SETS = {"gum": gum, "wikigold": wikigold, "wnut17": wnut17, "uner-ewt": uner_ewt, "crossner-politics": crossner,
        "cyner": cyner, "annoctr": annoctr, "re3d": re3d}


# Adjectives and nouns of peoples end so; WikiGold marks them, most sets do not.
PEOPLE = re.compile(r"^[A-Z][a-z]+(?:ese|ish|ian|ans?|ch|i|is|eans?)$")


def with_known_misc(sentence):
    """Of a training sentence: MISC is known but for words that may name a people."""
    if "MISC" not in sentence.known:
        sentence.known = sentence.known | {"MISC"}
        sentence.tags = [UNKNOWN if tag == "O" and at > 0 and PEOPLE.match(token) else tag
                         for at, (token, tag) in enumerate(zip(sentence.tokens, sentence.tags))]
    return sentence


def load(part="train", fold=0, sources=None, misc="known"):
    """Sentences of a part ("train" or "dev") of the sources (all when None), in the order of the files. In training
    parts MISC counts as known, or with misc="free" only where the source marks it."""
    sentences = [sentence for source in (sources or SETS) for sentence in SETS[source](part, fold)]
    return [with_known_misc(sentence) for sentence in sentences] if part == "train" and misc == "known" else sentences


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("train", "dev"), default="train")
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--source", nargs="*", choices=sorted(SETS))
    parser.add_argument("--print", action="store_true", help="sentences as token<TAB>tag lines instead of counts")
    options = parser.parse_args()
    sentences = load(options.part, options.fold, options.source)
    if options.print:
        for sentence in sentences:
            print(f"# {sentence.document} {' '.join(sorted(sentence.known))}")
            print("".join(f"{token}\t{tag}\n" for token, tag in zip(sentence.tokens, sentence.tags)))
        return
    print(f"{'source':20}{'documents':>10}{'sentences':>10}{'tokens':>9}{'unknown':>9}" +
          "".join(f"{kind:>7}" for kind in sorted(ALL)) + "  known")
    for source in SETS:
        chosen = [sentence for sentence in sentences if sentence.source == source]
        if not chosen:
            continue
        names = collections.Counter(kind for s in chosen for _, _, kind in spans_of(s.tags))
        print(f"{source:20}{len({s.document for s in chosen}):10}{len(chosen):10}{sum(len(s.tokens) for s in chosen):9}"
              f"{sum(tag == UNKNOWN for s in chosen for tag in s.tags):9}" +
              "".join(f"{names[kind]:7}" for kind in sorted(ALL)) + "  " + " ".join(sorted(chosen[0].known)))


if __name__ == "__main__":
    main()
