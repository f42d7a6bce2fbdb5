"""Texts of the development data with what the program says of their language (sets of labelled claims -> Documents).

The texts are the sources of labelled claims, each once. They are read by `axray read --annotations`, so that names,
numbers, dates, heads and speakers come from the program's own language layer; its judging takes no part. Source: own.
"""
import dataclasses
import gzip
import json
import pathlib
import subprocess
import tempfile

# Sets whose sources are whole articles of news or of an encyclopaedia.
SETS = ("bump", "cliff", "defacto", "entfa", "fib_xsum", "fm2", "goyal21", "polytope", "qags_cnndm", "qags_xsum",
        "qasem", "wice", "xsumfaith")
LEAST_SENTENCES, MOST_SENTENCES = 4, 60


class Failure(Exception):
    """The data is missing or the program failed; the message is for the reader."""


def read_set(folder, name):
    for path in (folder / f"{name}.jsonl", folder / f"{name}.jsonl.gz"):
        if path.is_file():
            opener = gzip.open if path.suffix == ".gz" else open
            with opener(path, "rt", encoding="utf-8") as lines:
                return [json.loads(line) for line in lines if line.strip()]
    return []


@dataclasses.dataclass
class Sentence:
    """One sentence of a document. Tokens count from its first; `head` is None for the root or outside of it."""
    document: object
    number: int
    text: str
    tokens: list  # of Token
    names: list  # (begin, end, type, name): code points of `text`, the name's number in the document
    quantities: list  # (begin, end, annotation)
    dates: list
    attributions: list  # (speaker, cue, [content]) as (begin, end), with the annotation's stance
    cues: list  # (begin, end, certainty)
    denied: bool  # something in it is negated
    quotes: bool


@dataclasses.dataclass
class Token:
    begin: int
    end: int
    text: str
    lemma: str
    tag: str
    head: int | None
    relation: str


class Document:
    def __init__(self, set_name, read):
        self.set_name = set_name
        self.text = read["text"]
        notes = read["annotations"]
        self.names = [name["text"] for name in notes["names"]]
        self.name_types = [name["type"] for name in notes["names"]]
        self.mention_counts = [sum(notes["mentions"][one]["kind"] == "name" for one in name["mentions"])
                               for name in notes["names"]]
        self.base_forms = set()  # verbs in the form that stands behind "to"; of all documents together
        self.sentences = [self._sentence(number, notes) for number in range(len(notes["sentences"]))]

    def lines(self):
        return [sentence.text for sentence in self.sentences]

    def _sentence(self, number, notes):
        place = notes["sentences"][number]
        begin, end = place["begin"], place["end"]

        def inside(span):
            return span is not None and begin <= span["begin"] and span["end"] <= end

        def local(span):
            return span["begin"] - begin, span["end"] - begin

        first, last = place["tokens"]
        columns = notes["tokens"]
        tokens = []
        for token in range(first, last):
            head = columns["head"][token]
            at = columns["begin"][token] - begin, columns["end"][token] - begin
            tokens.append(Token(*at, self.text[begin:end][slice(*at)], columns["lemma"][token], columns["tag"][token],
                                head - first if head is not None and first <= head < last else None,
                                columns["relation"][token]))
        return Sentence(
            self, number, self.text[begin:end].replace("\n", " "), tokens,
            [(*local(one), one["type"], one["name"]) for one in notes["mentions"]
             if inside(one) and one["kind"] == "name"],
            [(*local(one), one) for one in notes["quantities"] if inside(one)],
            [(*local(one), one) for one in notes["dates"] if inside(one)],
            [(local(one["speaker"]), local(one["cue"]), [local(part) for part in one["content"]], one["stance"])
             for one in notes["attributions"]
             if inside(one["speaker"]) and inside(one["cue"]) and all(inside(part) for part in one["content"])],
            [(*local(one["cue"]), one["certainty"]) for one in notes["certainty"] if inside(one["cue"])],
            any(begin <= one["cue"]["begin"] < end for one in notes["negations"]),
            any(mark in self.text[begin:end].replace("'s", "").replace("n't", "") for mark in "\"'“”‘`"))


def read_documents(program, folder, most, random):
    """At most `most` documents, drawn evenly from the sets. Raises Failure."""
    chosen = {}
    for name in SETS:
        texts = {}
        for item in read_set(folder, name):
            for source in item["sources"]:
                lines = [line.strip() for line in source.get("sentences", []) if line.strip()]
                if len(lines) >= LEAST_SENTENCES:
                    texts.setdefault("\n\n".join(lines[:MOST_SENTENCES]), name)
        texts = sorted(text for text in texts if text not in chosen)
        random.shuffle(texts)
        for text in texts[:most // len(SETS)]:
            chosen[text] = name
    if not chosen:
        raise Failure(f"no sets with whole articles in {folder}")
    with tempfile.TemporaryDirectory() as scratch:
        files = []
        for number, text in enumerate(chosen):
            files.append(pathlib.Path(scratch) / f"{number:05}.txt")
            files[-1].write_text(text, encoding="utf-8")
        answer = subprocess.run([program, "read", "--annotations", "--jsonl", "--quiet", *files], check=False,
                                stdout=subprocess.PIPE)
        if answer.returncode != 0:
            raise Failure(f"{program} read ended with status {answer.returncode}")
    lines = answer.stdout.decode("utf-8").splitlines()
    read = [Document(name, json.loads(line)) for name, line in zip(chosen.values(), lines, strict=True)]
    bases = {token.lemma for document in read for sentence in document.sentences for token in sentence.tokens
             if token.tag == "VERB" and token.text == token.lemma}
    for document in read:
        document.base_forms = bases
    return read
