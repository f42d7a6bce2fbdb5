"""The names of GUM, out of its mentions and its trees (CoNLL-U with coreference -> Sentence).

GUM marks whatever is spoken of: "the president of Georgia" as well as "Georgia". Which words of a mention are its name,
the part-of-speech tags and the tree around its head tell; a mention that has a page in Wikipedia surely bears one.
"""

import collections
import dataclasses
import gzip
import re

from marked_names import CORE, UNKNOWN, Sentence

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
