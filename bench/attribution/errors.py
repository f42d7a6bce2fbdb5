"""Wrong answers, drawn with a fixed seed and written for a person to read (Items -> text)."""
import random
import textwrap

from attribution.items import CONTRADICTED, SUPPORTED

WIDTH = 118
KINDS = ("support", "label", "contradicted")
SENTENCES = 4  # shown at most of what was given and of what is marked in the data


def is_wrong(item, kind):
    """support: supported or not, at the threshold; label: another label; contradicted: said falsely or missed."""
    if kind == "support":
        return item.said_supported != item.supported
    if kind == "contradicted":
        return (item.label == CONTRADICTED) != (item.gold["label"] == CONTRADICTED)
    if item.two_labels:
        return (item.label == SUPPORTED) != item.supported
    return item.label != item.gold["label"]


def marked(claim, spans):
    """The claim with [[ ]] around each span of characters."""
    for begin, end in sorted(map(tuple, spans or []), reverse=True):
        claim = f"{claim[:begin]}[[{claim[begin:end]}]]{claim[end:]}"
    return claim


def sentences(item, places):
    for source, sentence in list(map(tuple, places or []))[:SENTENCES]:
        yield f"({source}, {sentence}) {item.gold['sources'][source]['sentences'][sentence]}"


def paragraph(head, text):
    return textwrap.fill(text, WIDTH, initial_indent=f"{head:<10}", subsequent_indent=" " * 10)


def describe(item):
    fine = item.meta.get("fine")
    yield f"{item.gold['id']}  true: {item.gold['label']}" + (f" ({fine})" if fine else "") + \
          f"  said: {item.label}, {item.score:.3f}  flags: {', '.join(item.answer.get('flags') or []) or '-'}"
    yield paragraph("claim", marked(item.gold["claim"], item.answer.get("bad_spans")))
    if item.meta.get("bad_spans"):
        yield paragraph("marked", marked(item.gold["claim"], item.meta["bad_spans"]))
    given = item.answer.get("evidence") or (item.answer.get("ranking") or [])[:SENTENCES]
    for line in sentences(item, given):
        yield paragraph("evidence" if item.answer.get("evidence") else "nearest", line)
    for line in sentences(item, item.gold.get("evidence")):
        yield paragraph("true", line)


def print_errors(items, count, kind):
    wrong = [item for item in items if is_wrong(item, kind)]
    drawn = random.Random(5).sample(wrong, min(count, len(wrong)))
    print(f"{len(wrong)} of {len(items)} wrong by {kind}; {len(drawn)} of them:")
    for item in drawn:
        print()
        print("\n".join(describe(item)))
