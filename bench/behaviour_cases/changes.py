"""Ways to change what a sentence says (Sentence -> changed sentences); each changes one thing and leaves good English.

A sentence that cannot be changed without doubt gives nothing: rather few cases than cases that are not what they say.
Source: own.
"""
import re

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
AUXILIARIES = {"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should", "must"}
# With these, who does it to whom makes no difference, or the verb does not say that one does something to the other.
MUTUAL = {"be", "become", "meet", "marry", "face", "play", "join", "fight", "resemble", "equal", "have", "include",
          "border", "divorce", "remain", "seem", "mean", "make", "let", "date", "draw", "tell", "give", "show", "name",
          "call", "rival", "engage", "want", "represent", "see", "put", "get", "take", "follow"}
SAYING = {"say", "tell", "claim", "argue", "state", "report", "warn", "announce", "suggest", "allege", "add",
          "insist", "believe", "estimate"}
PERSONAL = {"i", "we", "my", "our", "us", "me", "you", "your"}


def usable(sentence):
    """A whole statement with a verb: no question, no quotation, neither very short nor very long."""
    tokens, text = sentence.tokens, sentence.text
    roots = [token for token in tokens if token.head is None]
    words = sum(token.tag != "PUNCT" for token in tokens)
    return (8 <= words <= 32 and text[0].isupper() and text.endswith(".") and not sentence.quotes and
            not any(mark in text for mark in "?!:;()[]|…") and len(roots) == 1 and
            (roots[0].tag == "VERB" or any(token.relation == "cop" for token in tokens)) and
            any(token.relation.startswith("nsubj") and token.head is not None and tokens[token.head] is roots[0]
                for token in tokens) and
            not any(token.text.lower() in PERSONAL for token in tokens))


def replaced(sentence, begin, end, words):
    return sentence.text[:begin] + words + sentence.text[end:]


def capitalised(text):
    return text[:1].upper() + text[1:]


def root_of(sentence):
    return next(number for number, token in enumerate(sentence.tokens) if token.head is None)


def children(sentence, head, *relations):
    return [number for number, token in enumerate(sentence.tokens) if token.head == head and
            (not relations or token.relation in relations)]


def stands_in(document, words):
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", document.text, re.IGNORECASE) is not None


def own(sentence, random):
    del random
    return [sentence.text]


def number(sentence, random):
    claims = []
    for begin, end, quantity in sentence.quantities:
        words = sentence.text[begin:end]
        inside_name = any(b < end and begin < e for b, e, *_ in sentence.names)
        around = sentence.text[max(0, begin - 1):begin] + sentence.text[end:end + 2].rstrip()
        torn = re.search(r"[-–/.]\d|^[-–/.\d]", around) or re.match(r"[-–]", sentence.text[end:])
        if quantity["kind"] not in ("cardinal", "percent", "money") or inside_name or torn:
            continue
        if quantity["low"] != quantity["high"] or quantity["comparator"] in ("between", "about"):
            continue
        found = re.search(r"\d[\d,]*(\.\d+)?", words)
        if words.lower() in NUMBER_WORDS:
            other = random.choice([word for word in NUMBER_WORDS if word != words.lower()])
            other = capitalised(other) if words[0].isupper() else other
        elif found and float(found.group().replace(",", "")) >= 2:
            value = found.group().replace(",", "")
            factor = random.choice((0.4, 0.6, 1.5, 1.8, 2.5))
            if "." in value:
                changed = f"{float(value) * factor:.{len(value.split('.')[1])}f}"
            else:
                changed = f"{max(2, round(int(value) * factor)):{',' if ',' in found.group() else ''}}"
            if changed == found.group() or (quantity["kind"] == "percent" and float(changed.replace(",", "")) > 100):
                continue
            other = words[:found.start()] + changed + words[found.end():]
        else:
            continue
        # "At least 9" follows from "at least 15", and "under 20" from "under 10".
        grows = re.search(r"\d[\d,.]*\d|\d", other)
        if quantity["comparator"] in ("at_least", "more_than", "at_most", "less_than"):
            up = quantity["comparator"] in ("at_least", "more_than")
            if not grows or (float(grows.group().replace(",", "")) >
                             float(found.group().replace(",", ""))) != up:
                continue
        if not stands_in(sentence.document, other):
            claims.append(replaced(sentence, begin, end, other))
    return claims


def date(sentence, random):
    claims = []
    for begin, end, one in sentence.dates:
        words = sentence.text[begin:end]
        if one["kind"] != "date" or one["modifier"] or re.search(r"\d0s|[-–]|\bto\b|\band\b", words):
            continue
        ranges = sentence.text[max(0, begin - 9):begin].lower() + "|" + sentence.text[end:end + 5].lower()
        if re.search(r"from |between |[-–]\|?|until |\| (to|and) |\|[-–]", ranges):
            continue
        choices = []
        year = re.search(r"\b(1[0-9]{3}|20[0-9]{2})\b", words)
        month = re.search("|".join(rf"\b{name}\b" for name in MONTHS), words)
        day = re.search("|".join(rf"\b{name}\b" for name in WEEKDAYS), words)
        if year:
            years = [int(year.group()) + step for step in (-7, -4, -3, -2, -1, 1, 2, 3, 5)]
            choices += [words[:year.start()] + str(value) + words[year.end():] for value in years]
        if month and (words != "May" and words != "March"):
            choices += [words[:month.start()] + name + words[month.end():]
                        for name in MONTHS if name != month.group()]
        if day and day.group() == words:
            choices += [name for name in WEEKDAYS if name != words]
        choices = [choice for choice in choices if not stands_in(sentence.document, choice)]
        if choices:
            claims.append(replaced(sentence, begin, end, random.choice(choices)))
    return claims


def unrelated_names(document, first, second):
    """Neither name is a part or an acronym of the other, as far as letters tell."""
    one, other = document.names[first], document.names[second]
    shared = {word.lower() for word in re.findall(r"\w+", one)} & {word.lower() for word in re.findall(r"\w+", other)}
    initials = ["".join(word[0] for word in re.findall(r"\b[A-Z]\w*", name)).lower() for name in (one, other)]
    plain = [re.sub(r"\W", "", name).lower() for name in (one, other)]
    return not shared and plain[0] not in initials[1] and plain[1] not in initials[0] and \
        plain[0][:4] != plain[1][:4]


def well_known(document, number):
    """Names that the text gives in full, or more than once: others are too often no names."""
    words = document.names[number].split()
    return (all(word[0].isupper() for word in words if len(word) > 3) and words[0][0].isupper() and
            re.search(r"\w{3,}", words[0]) and (len(words) > 1 or document.mention_counts[number] > 1))


def head_relation(sentence, begin, end):
    """How the words from `begin` to `end` hang on the rest of the sentence; empty when in several ways."""
    inside = [number for number, token in enumerate(sentence.tokens) if begin <= token.begin < end]
    heads = [sentence.tokens[number] for number in inside if sentence.tokens[number].head not in inside]
    return heads[0].relation if len(heads) == 1 else ""


def name(sentence, random):
    """Persons and organisations: "in London" changed to "in England" would still be true."""
    document, claims = sentence.document, []
    here = {one for _, _, _, one in sentence.names}
    for begin, end, kind, number in sentence.names:
        words = sentence.text[begin:end]
        part_of_speech = head_relation(sentence, begin, end)
        if kind not in ("person", "organisation") or words not in document.names[number] or \
                not well_known(document, number) or sentence.text[end:end + 1] not in (" ", ",") or \
                part_of_speech not in ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "iobj"):
            continue
        article = sentence.text[:begin].lower().endswith("the ")
        others = [other for other, other_type in enumerate(document.name_types)
                  if other_type == kind and other not in here and unrelated_names(document, number, other) and
                  well_known(document, other) and not stands_in_text(document.names[other], sentence.text) and
                  (" " in document.names[other] if kind == "person" else
                   (re.search(rf"\b[Tt]he {re.escape(document.names[other])}", document.text) is not None) == article)]
        if others:
            claims.append(replaced(sentence, begin, end, document.names[random.choice(others)]))
    return claims


def stands_in_text(words, text):
    return any(word.lower() in text.lower() for word in re.findall(r"\w{3,}", words))


def negate(sentence, random):
    if sentence.denied or any(token.lemma in ("only", "few", "little", "hardly", "any", "neither", "nor", "until",
                                              "deny", "fail", "refuse") for token in sentence.tokens):
        return []
    tokens, root = sentence.tokens, root_of(sentence)
    helpers = sorted(children(sentence, root, "aux", "aux:pass", "cop"))
    if helpers:
        helper = tokens[helpers[0]]
        if helper.text.lower() not in AUXILIARIES:
            return []
        word = random.choice((" not", " not", " never")) if helper.text.lower() in ("has", "have", "had") else " not"
        return [replaced(sentence, helper.end, helper.end, word)]
    verb = tokens[root]
    if verb.tag != "VERB" or verb.text == verb.lemma or verb.lemma in ("do", "'s") or verb.text.endswith("ing"):
        return []
    # A second verb in the same row would be left as it was: "he came and saw".
    if any(tokens[number].tag in ("VERB", "AUX") for number in children(sentence, root, "conj")):
        return []
    subject = children(sentence, root, "nsubj")
    if not subject or tokens[subject[0]].begin > verb.begin:
        return []
    if verb.lemma not in sentence.document.base_forms:
        return []
    help_verb = "does not" if verb.text.endswith("s") and verb.text != verb.lemma else "did not"
    return [replaced(sentence, verb.begin, verb.end, f"{help_verb} {verb.lemma}")]


def affirm(sentence, random):
    """Takes a single "not" away again."""
    del random
    nots = [token for token in sentence.tokens if token.text.lower() in ("not", "never")]
    if len(nots) != 1 or any(token.lemma in ("any", "yet", "anyone", "anything", "either", "only", "but", "ever",
                                             "necessarily", "until", "longer", "nor") for token in sentence.tokens):
        return []
    word = nots[0]
    before = re.search(r"\b(is|are|was|were|has|have|had|will|would|can|should|must|could)$",
                       sentence.text[:word.begin].rstrip())
    if not before or sentence.tokens[word.head if word.head is not None else 0].head is not None:
        return []
    return [sentence.text[:word.begin].rstrip() + sentence.text[word.end:]]


def name_at(sentence, token):
    for begin, end, kind, number in sentence.names:
        if begin <= sentence.tokens[token].begin < end:
            return begin, end, kind, number
    return None


def subtree(sentence, token):
    inside = {token}
    while True:
        more = {number for number, one in enumerate(sentence.tokens) if one.head in inside} - inside
        if not more:
            return inside
        inside |= more


def two_sides(sentence, verb, *object_relations):
    """The names that are whole subject and whole object of a verb; None where there are none."""
    subjects = children(sentence, verb, "nsubj", "nsubj:pass")
    objects = children(sentence, verb, *object_relations)
    action = sentence.tokens[verb]
    if action.tag != "VERB" or action.lemma in MUTUAL or len(subjects) != 1 or len(objects) != 1:
        return None
    left, right = name_at(sentence, subjects[0]), name_at(sentence, objects[0])
    if not left or not right or left[3] == right[3] or left[0] > right[0] or left[1] > action.begin:
        return None
    kinds = {side[2] for side in (left, right)}
    document = sentence.document
    if not (len(kinds) == 1 or kinds == {"person", "organisation"}) or \
            not all(document.names[side[3]][0].isupper() for side in (left, right)):
        return None
    articles = [re.search(r"\b[Tt]he $", sentence.text[:side[0]]) is not None for side in (left, right)]
    if articles[0] != articles[1] or not unrelated_names(document, left[3], right[3]):
        return None
    for side, token in ((left, subjects[0]), (right, objects[0])):
        extra = [number for number in subtree(sentence, token)
                 if not side[0] <= sentence.tokens[number].begin < side[1] and
                 sentence.tokens[number].relation not in ("case", "det", "punct")]
        if extra:
            return None
    return left, right


def swap(sentence, left, right):
    text = sentence.text
    return (text[:left[0]] + text[right[0]:right[1]] + text[left[1]:right[0]] + text[left[0]:left[1]] +
            text[right[1]:])


def role(sentence, random):
    """Subject and object, or agent of a passive, exchanged."""
    del random
    claims = []
    for verb in range(len(sentence.tokens)):
        sides = two_sides(sentence, verb, "obj") or two_sides(sentence, verb, "obl:agent")
        if sides:
            claims.append(swap(sentence, *sides))
    return claims


def voice(sentence, random):
    """The same said in the passive: "A sued B" as "B was sued by A"."""
    del random
    root = root_of(sentence)
    sides = two_sides(sentence, root, "obj")
    verb = sentence.tokens[root]
    if not sides or children(sentence, root, "aux", "conj", "compound:prt", "xcomp", "iobj") or \
            not verb.text.endswith("ed"):
        return []
    between = sentence.text[sides[0][1]:sides[1][0]].split()
    if between not in ([verb.text], [verb.text, "the"]) or sentence.text[:sides[0][0]].strip() not in ("", "The"):
        return []
    text = sentence.text
    first = ("the " if sides[0][0] else "") + text[sides[0][0]:sides[0][1]]
    second = ("The " if "the" in between else "") + text[sides[1][0]:sides[1][1]]
    return [f"{second} was {verb.text} by {first}{text[sides[1][1]:]}"]


def certainty(sentence, random):
    del random
    text, claims = sentence.text, []
    subject = [token for token in sentence.tokens if token.relation in ("nsubj", "nsubj:pass")]
    plural = any(token.text.lower() in ("they", "these", "those") or
                 (token.tag == "NOUN" and token.text.lower() != token.lemma) for token in subject[:1])
    if sentence.denied or len([one for one in sentence.cues if one[2] != "future"]) != 1 or not subject:
        return []
    begin, end, kind = next(one for one in sentence.cues if one[2] != "future")
    cue = text[begin:end].lower()
    helper = [token for token in sentence.tokens if token.begin == begin and token.tag == "AUX"]
    if kind == "possible" and cue in ("may", "might", "could") and not helper:
        return []
    if kind == "possible" and cue in ("may", "might", "could"):
        rest = text[end:]
        if re.match(r" have\b", rest) and cue != "could":
            claims.append(text[:begin] + ("have" if plural else "has") + rest[5:])
        elif re.match(r" [a-z]+", rest) and not re.match(r" (have|not|well|also|only|never)\b", rest):
            claims.append(text[:begin] + "will" + rest)
    elif cue in ("allegedly", "reportedly", "possibly", "probably", "likely", "perhaps", "apparently", "alleged",
                 "suspected", "purportedly"):
        before, behind = text[:begin].rstrip(), text[end:]
        if cue in ("likely",) and re.search(r"(most|more|very|less|is|are|was|were|be)$", before):
            return []
        if cue == "alleged" and re.search(r"\b(is|are|was|were|has|have|had|it|he|she|they|been)$", before) or \
                before.endswith(",") or behind.startswith(","):
            return []
        if re.search(r"\ban?$", before):  # "an alleged thief"
            before = re.sub(r"\ban?$", "an" if re.match(r" [aeiou]", behind) else "a", before)
        claims.append(capitalised((before + behind).strip()))
    if re.search(r"\b(is|are) likely to [a-z]+", text) and kind == "probable":
        claims.append(re.sub(r"\b(is|are) likely to ([a-z]+)", r"will \2", text, count=1))
    return claims


def attribution(sentence, random):
    del random
    claims = []
    if len(sentence.attributions) != 1:
        return []
    speaker, cue, content, stance = sentence.attributions[0]
    verbs = [token for token in sentence.tokens if cue[0] <= token.begin < cue[1] and token.tag == "VERB"]
    if stance != "asserts" or len(content) != 1 or len(verbs) != 1 or verbs[0].lemma not in SAYING:
        return []
    begin, end = content[0]
    outside = sentence.text[:begin] + sentence.text[end:]
    for part in (speaker, cue):
        outside = outside.replace(sentence.text[part[0]:part[1]], " ", 1)
    if set(re.findall(r"\w+", outside.lower())) - {"that", "the", "a", "on", "has", *map(str.lower, WEEKDAYS)}:
        return []
    said = sentence.text[begin:end].strip(" ,.")
    inner = [token for token in sentence.tokens if begin <= token.begin < end]
    if len(said.split()) < 6 or not any(token.relation.startswith("nsubj") for token in inner) or \
            inner[0].text.lower() in ("to", "it", "he", "she", "they", "there", "this"):
        return []
    return [capitalised(said) + "."]
