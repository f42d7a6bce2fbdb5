"""How an account reads, in figures that a word list is enough for: sentences of it that say nearly the same, sentences
that begin with a pronoun whose name does not follow, and how much of what most reports put first its beginning tells.
"""
import re

ALIKE = 0.6  # share of the words of the shorter of two sentences that the other has
FRONT = 300  # bytes of a report's text, its title before them
PRONOUNS = {"he", "she", "it", "they", "his", "her", "its", "their", "this", "these", "those", "that"}
PLAIN = set("""a about after all also an and are as at be been before but by can could did do does for from had has have he
her his how in into is it its may more most no not of on one or other our out over said says she so some than that the
their them there these they this those to two up was we were what when which who will with would you""".split())


def words_of(text):
    """The words of a text without plain ones, cut to their first six letters: a stem is enough here."""
    return {word[:6] for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in PLAIN}


def alike(one, other):
    shorter, longer = sorted((words_of(one), words_of(other)), key=len)
    return len(shorter) >= 4 and len(shorter & longer) >= ALIKE * len(shorter)


def count_alike(sentences):
    """Sentences that are like one before them."""
    return sum(any(alike(sentence, other) for other in sentences[:number]) for number, sentence in enumerate(sentences))


def begins_in_the_air(sentence):
    """Begins with a pronoun, and no name or capital follows in the first five words ("His wife, Anna Berg, ...")."""
    words = re.findall(r"[A-Za-z']+", sentence)
    if not words or words[0].lower() not in PRONOUNS:
        return False
    rest = sentence.lstrip("\"'(\u201c ").split()[1:6]
    return not any(word[:1].isupper() for word in rest) and not sentence.startswith(("It is", "It was"))


def front_told(documents, beginning):
    """(told, all): words that at least half of the reports have in title and first lines, and those of them that
    headline and summary have."""
    fronts = [words_of(document.get("title", "") + " " + document["text"][:FRONT]) for document in documents]
    common = {word for front in fronts for word in front if 2 * sum(word in other for other in fronts) > len(fronts)}
    return len(common & words_of(beginning)), len(common)
