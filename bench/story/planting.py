"""Changes of one word that make two reports of one fact disagree (the JSON of `axray story` -> Plants).

A change goes into the words of one report where another report, by the program's own account, says the same fact with
the same value. The words are chosen by plain patterns: figures and number words, months and weekdays, verbs behind which
"not" fits, words between quotation marks; names are those that the program lists. Each change is such that a reader who
sees both sentences would say that they cannot both be right.
"""
import dataclasses
import hashlib
import re

KINDS = ("number", "date", "place", "actor", "negation", "quote_wording")
WORD_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SAYING = r"(?:said|says|say|told|tells|announced|reported|reports|wrote|tweeted|according|statement|interview)"
LOOSE = re.compile(r"(?:about|around|nearly|almost|over|than|least|some|roughly|up to|most|approximately|another|other|"
                   r"under|between|from|by|the|these|those|all|of|first|last|next|-|\$|(?:Rs|€|£)\.?) ?$", re.IGNORECASE)
FIGURE = re.compile(r"(?<![\w.,:/$€£-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w:/-]|[.,]\d)")
NUMBER_WORD = re.compile(r"(?<![\w-])(" + "|".join(WORD_NUMBERS) + r")(?![\w-])", re.IGNORECASE)
DAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b(?!['\u2019 ]s?\s*(?:morning show|night live))")
MONTH = re.compile(r"\b(" + "|".join(MONTHS) + r")\b(?=\.? \d)")
YEAR = re.compile(r"(?<=\bin )((?:19|20)\d\d)\b")
NEGATABLE = re.compile(r"\b(was|were|is|are|has|have|had|will|did|can|could|would) (?=([a-z]{4,})\b)")
NEGATION = re.compile(r"\b(?:not|no|never|nobody|none|nothing|without|denied|denies|deny|neither|nor|cannot)\b|n['\u2019]t",
                      re.IGNORECASE)
QUOTATION = re.compile(r"[\"\u201c]([^\"\u201c\u201d\n]{30,})[\"\u201d]")


@dataclasses.dataclass(frozen=True)
class Plant:
    kind: str
    report: int      # number of the changed one
    begin: int       # of the changed words in the text of the report as the program gives it
    end: int
    words: str       # that stand there instead
    other: str       # what the other report says
    sentence: str    # as it was
    independent: bool  # the two mentions do not rest on one origin


def order(*parts):
    """A number that looks drawn by chance and is the same on every machine."""
    return int.from_bytes(hashlib.sha256("\0".join(map(str, parts)).encode()).digest()[:8], "big")


def has_word(text, word):
    return re.search(r"(?<!\w)" + re.escape(word) + r"(?!\w)", text, re.IGNORECASE) is not None


def words_of(text):
    """Words that say something, cut to their beginnings so that "killed" and "killing" are one."""
    return {word[:5].lower() for word in re.findall(r"[A-Za-z]{4,}|\d[\d,.]*\d|\d", text)}


def same_place(text, begin, end, other):
    """Whether the other sentence speaks of the same thing around the words: else a change there contradicts nothing."""
    before, behind = text[:begin].split()[-6:], text[end:].split()[:6]
    near = words_of(" ".join(before + behind))
    theirs = words_of(other)
    rest = words_of(text[:begin] + " " + text[end:])
    fewer = min(len(rest), max(len(theirs) - 1, 1))
    return len(near & theirs) >= max(2, (len(near) + 1) // 2) and len(rest & theirs) * 2 >= fewer


def other_figure(figure):
    if "." in figure:
        digits = len(figure.split(".")[1])
        return f"{float(figure) * 1.6 + .3:.{digits}f}"
    value = int(figure.replace(",", ""))
    changed = value + max(3, round(value * .45))
    return f"{changed:,}" if "," in figure else str(changed)


def other_number_word(word):
    changed = WORD_NUMBERS[(WORD_NUMBERS.index(word.lower()) + 4) % len(WORD_NUMBERS)]
    return changed.capitalize() if word[0].isupper() else changed


def shifted(names, name, steps):
    return names[(names.index(name) + steps) % len(names)]


def numbers(text, other):
    for pattern, change in ((FIGURE, other_figure), (NUMBER_WORD, other_number_word)):
        for match in pattern.finditer(text):
            value = match[1]
            before = text[max(0, match.start() - 24):match.start()]
            behind = text[match.end():]
            # "Sept. 11", "Falcon 9", "1898", "11 March": no count
            named = re.search(r"\b[A-Z][\w'\u2019]*\.? $", before) or re.match(r" (?:" + "|".join(MONTHS) + ")", behind)
            year = re.fullmatch(r"1[5-9]\d\d|20\d\d", value)
            loose = LOOSE.search(before) or re.match(r" (?:or|to|of|more|other|others) ", behind)
            least = not value[0].isdigit() or float(value.replace(",", "")) >= 2
            if least and not named and not year and not loose and has_word(other, value):
                yield match.start(), match.end(), change(value)


def dates(text, other):
    for pattern, change in ((DAY, lambda day: shifted(WEEKDAYS, day, 3)), (MONTH, lambda one: shifted(MONTHS, one, 5)),
                            (YEAR, lambda year: str(int(year) - 3))):
        for match in pattern.finditer(text):
            near = text[max(0, match.start() - 30):match.end() + 30]
            if has_word(other, match[1]) and not re.search(r"\b" + SAYING + r"\b", near):
                yield match.start(), match.end(), change(match[1])


def negations(text, other):
    if NEGATION.search(text) or NEGATION.search(other):
        return
    for match in NEGATABLE.finditer(text):
        quoted = len(re.findall(r"[\"\u201c\u201d]", text[:match.start()])) % 2
        if not quoted and has_word(other, match[2]):
            yield match.start(1), match.end(2), f"{match[1]} not {match[2]}"


def replace_names(kind, text, other, names, strangers):
    """`names` as the program found them in the text; `strangers` of the same type from other stories."""
    for begin, end, words in names:
        if begin < 0 or end > len(text) or text[begin:end] != words or not has_word(other, words):
            continue
        near = text[max(0, begin - 20):end + 20]
        joined = re.match(r"['\u2019-]|,? (?:[A-Z]|and )", text[end:]) or re.search(r"(?:\b[A-Z][\w.]*,? |and |-)$",
                                                                                  text[:begin])
        if re.search(r"\b" + SAYING + r"\b", near) or joined or not words[0].isupper():
            continue
        if kind == "place" and not re.search(r"\b(?:in|near|at|from|to|over|outside) (?:the )?$", text[:begin]):
            continue
        fit = [one for one in strangers if one.count(" ") == words.count(" ") and not has_word(text + other, one)]
        if fit:
            yield begin, end, min(fit, key=lambda one: order(one, text))


def quotations(report_text, other_text):
    """In whole reports: who quotes need not say the same beside it."""
    for match in QUOTATION.finditer(report_text):
        if match[1] not in other_text or len(match[1].split()) < 8:
            continue
        inner = [one for one in re.finditer(r"(?<=\s)([a-z]{5,})(?=\s)", match[1])]
        pool = sorted({one[1] for one in re.finditer(r"\b([a-z]{6,})\b", report_text)} - set(match[1].split()))
        if len(inner) >= 3 and pool:
            word = inner[len(inner) // 2]
            fit = [one for one in pool if one[-2:] == word[1][-2:] and one[:2] != word[1][:2]] or pool
            yield match.start(1) + word.start(), match.start(1) + word.end(), min(fit, key=lambda one: order(one, match[1]))


def pairs_of_mentions(story):
    for fact in story["facts"]:
        for mine in fact["mentions"]:
            others = [one for one in fact["mentions"] if one["report"] != mine["report"]]
            if others:
                yield mine, max(others, key=lambda one: (one["origin"] != mine["origin"], len(one["place"]["exact"])))


def changes_of(kind, mine, other, story, pool):
    place, text = mine["place"]["begin"], mine["place"]["exact"]
    if kind == "number":
        yield from numbers(text, other)
    elif kind == "date":
        yield from dates(text, other)
    elif kind == "negation":
        yield from negations(text, other)
    else:
        types = ("place",) if kind == "place" else ("person", "organisation", "organization", "group")
        for type_ in types:
            names = [(one["begin"] - place, one["end"] - place, one["exact"]) for name in story["names"]
                     if name["type"] == type_ for one in name["mentions"] if one["report"] == mine["report"]]
            yield from replace_names(kind, text, other, names, pool.get(type_, ()))


def plants_of(story, pool):
    """All changes that fit, by kind, in an order that looks drawn by chance. `pool`: names of other stories by type."""
    plants = {kind: set() for kind in KINDS}
    for mine, partner in pairs_of_mentions(story):
        other = partner["place"]["exact"]
        for kind in KINDS[:-1]:
            for begin, end, words in changes_of(kind, mine, other, story, pool):
                if not same_place(mine["place"]["exact"], begin, end, other):
                    continue
                at = mine["place"]["begin"]
                plants[kind].add(Plant(kind, mine["report"], at + begin, at + end, words, other,
                                       mine["place"]["exact"], mine["origin"] != partner["origin"]))
    texts = [report["text"] for report in story["reports"]]
    for number, text in enumerate(texts):
        for other_number, other in enumerate(texts):
            if other_number == number:
                continue
            for begin, end, words in quotations(text, other):
                line = text[text.rfind("\n", 0, begin) + 1:]
                plants["quote_wording"].add(Plant("quote_wording", number, begin, end, words, "the same quotation",
                                                  line.split("\n")[0], True))
    return {kind: sorted(found, key=lambda one: (order(one.sentence, one.begin, one.words), one.other))
            for kind, found in plants.items()}
