"""Sentences with marked names in one common form, and the ways of their tokens and tags.

Types: PER, ORG, LOC and MISC (anything else that bears a name: works, events, products, peoples, malware), tagged BIO.
No source marks everything alike, so two things say what is not known:
  * Sentence.known holds the types that the source marks wherever they occur. An `O` in a sentence whose `known` lacks
    MISC means "no PER, ORG or LOC", and a predicted MISC there is no error.
  * the tag `_` means that nothing is known of the token; leave it out of loss and score.
Spans follow the newswire custom: without article, title ("Mr", "President") and possessive ending.
Tokens are in the manner of Universal Dependencies: hyphens and clitics stand alone.
"""

import dataclasses
import re

ALL = frozenset(("PER", "ORG", "LOC", "MISC"))
CORE = frozenset(("PER", "ORG", "LOC"))
UNKNOWN = "_"


@dataclasses.dataclass
class Sentence:
    tokens: list
    tags: list
    known: frozenset
    source: str
    document: str  # sentences of one document follow each other and share it


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
