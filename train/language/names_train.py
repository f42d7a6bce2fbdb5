#!/usr/bin/env python3
"""Trains the network of names over the encoder's states (sets of names -> models/names.bin).

  names_train.py --program axray_word_features --models MODELS --vectors words.vec --forms forms.txt
      --encoder sentences.bin.pt --lists name_words.tsv --output names.bin

The encoder of sentences_train.py is left as it is; convolutions over its states tell names. Open sets hold few names, so
in every pass some names are exchanged for others of their type, out of the sets and out of lists of first names,
surnames and places (name_words.py --table): what tells a name is then what stands around it and what it looks like.
"""

import argparse
import random
import string
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

import marked_names
import names_data
import sentences_data
import sentences_model
import sentences_train
import tensor_file
from word_tables import Tables

VERSION = 1
DILATIONS = (1, 2, 1)
EXCHANGED = 0.15
FIRST, SURNAME, PLACE, COUNTRY, BODY = 1, 2, 4, 16, 64  # bits of name_words.py
MOST_WORDS = 4  # of a phrase in the lists
LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
PHRASES = 5  # none; place, begin and inside; body, begin and inside


class Names(nn.Module):
    def __init__(self, size, dropout):
        super().__init__()
        self.convolutions = nn.ModuleList(nn.Conv1d(size, size, 3, padding=step, dilation=step) for step in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(size) for _ in DILATIONS)
        self.phrase = nn.Embedding(PHRASES, size)  # what lists say of the several words that a word stands in
        nn.init.normal_(self.phrase.weight, 0, 0.1)
        self.last = nn.LayerNorm(size)
        self.drop = nn.Dropout(dropout)
        self.names = nn.Linear(size, len(sentences_data.NAME_TAGS))

    def forward(self, states, mask, phrases):
        keep = mask[..., None].float()
        x = self.drop(states + self.phrase(phrases))
        for layer, norm in zip(self.convolutions, self.norms):
            x = x + self.drop(functional.relu(layer((norm(x) * keep).transpose(1, 2)).transpose(1, 2)))
        return self.names(self.last(x))

    def tensors(self):
        made = {"dilations": numpy.array(DILATIONS, numpy.float32), "attention_after": numpy.zeros(0, numpy.float32)}
        for number, layer in enumerate(self.convolutions):
            made |= sentences_model.convolution(f"convolution{number}", layer)
            made |= sentences_model.norm(f"norm{number}", self.norms[number])
        made |= sentences_model.norm("last", self.last) | sentences_model.linear("names", self.names)
        made["phrase"] = self.phrase.weight.detach().numpy()
        made["names.names"] = "\n".join(sentences_data.NAME_TAGS)
        return made


class Phrases:
    """Names of several words in the lists, as src/language/syntax/name_phrases.hpp finds them."""

    def __init__(self, path):
        self.bits = {}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                words, bits = line.rstrip("\n").split("\t")
                if " " in words and int(bits) & (PLACE | COUNTRY | BODY):
                    self.bits[words] = int(bits)

    def classes(self, words):
        """The class of each word: the longest phrase that begins with a capital, from left to right."""
        found, at = [0] * len(words), 0
        folded = [word.translate(LOWER) for word in words]
        while at < len(words):
            size = 0
            if "A" <= words[at][:1] <= "Z":
                size = next((n for n in range(MOST_WORDS, 1, -1)
                             if at + n <= len(words) and " ".join(folded[at:at + n]) in self.bits), 0)
            if size:
                first = 1 if self.bits[" ".join(folded[at:at + size])] & (PLACE | COUNTRY) else 3
                found[at:at + size] = [first] + [first + 1] * (size - 1)
            at += max(1, size)
        return found

    def tensor(self, examples):
        made = numpy.zeros((len(examples), max(len(example.words) for example in examples)), numpy.int64)
        for row, example in zip(made, examples):
            row[: len(example.words)] = self.classes(example.words)
        return torch.from_numpy(made)


class Exchange:
    """Other names of the same type."""

    def __init__(self, sentences, path, share):
        self.share = share
        self.names = {kind: [] for kind in sentences_data.TYPES}
        for sentence in sentences:
            for begin, end, kind in marked_names.spans_of(sentence.tags):
                self.names[kind].append(sentence.tokens[begin:end])
        self.first, self.surnames, self.places = [], [], []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                words, bits = line.rstrip("\n").split("\t")
                written = [word[:1].upper() + word[1:] for word in words.split(" ")]
                if not all(word.isalpha() for word in written):
                    continue
                for bit, kept in ((FIRST, self.first), (SURNAME, self.surnames), (PLACE, self.places)):
                    if int(bits) & bit and (bit == PLACE or len(written) == 1):
                        kept.append(written)

    def other(self, kind, size):
        if kind == "PER" and random.random() < 0.7:
            if size == 1:
                return random.choice(self.surnames if random.random() < 0.7 else self.first)
            return random.choice(self.first) + random.choice(self.surnames)
        if kind == "LOC" and random.random() < 0.5:
            return random.choice(self.places)
        return random.choice(self.names[kind])

    def exchanged(self, sentence):
        tokens, tags, at = [], [], 0
        for begin, end, kind in sorted(marked_names.spans_of(sentence.tags)):
            tokens += sentence.tokens[at:begin]
            tags += sentence.tags[at:begin]
            name = sentence.tokens[begin:end]
            if random.random() < self.share:
                name = self.other(kind, end - begin)
            tokens += name
            tags += ["B-" + kind] + ["I-" + kind] * (len(name) - 1)
            at = end
        return marked_names.Sentence(tokens + sentence.tokens[at:], tags + sentence.tags[at:], sentence.known,
                                   sentence.source, sentence.document)


def epoch(sentences, exchange, lower):
    """Examples of one pass."""
    examples = []
    for sentence in sentences:
        share = sentences_data.SHARES.get(sentence.source.split("-")[0], 1.0)
        for _ in range(int(share + random.random())):
            example = sentences_data.names_example(exchange.exchanged(sentence))
            if len(example.words) <= sentences_data.LONGEST:
                examples.append(sentences_train.lower_cased(example) if random.random() < lower else example)
    return examples


class Whole:
    """Encoder and names as sentences_train.names_f1 asks them: the third of the scores is that of names."""

    def __init__(self, encoder, names, phrases, tables):
        self.encoder, self.names, self.phrases, self.tables = encoder, names, phrases, tables

    def batch(self, examples):
        return self.tables.batch(examples), self.phrases.tensor(examples)

    def __call__(self, both):
        batch, phrases = both
        return None, None, self.names(self.encoder.states(batch), batch.mask, phrases)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("program", "models", "vectors", "forms", "encoder", "lists", "output"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--lower", type=float, default=0.08)
    parser.add_argument("--exchanged", type=float, default=EXCHANGED, help="share of names that are exchanged")
    parser.add_argument("--free", type=float, default=0.1, help="weight of types that a set does not mark everywhere")
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--share", type=float, default=1.0, help="of the training sentences, for a learning curve")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)

    labels, _, _ = sentences_data.training(options.fold)
    tables = Tables(sentences_data.Features(options.program, options.models), options.vectors, options.forms)
    counts = [len(labels.tags), len(labels.fine_tags), len(sentences_data.NAME_TAGS), len(labels.relations)]
    kept = torch.load(options.encoder)
    size = len(kept["root"])
    encoder = sentences_model.Sentences(len(tables.forms), tables.vectors, counts, size, 0.0)
    encoder.load_state_dict(kept)
    encoder.eval()
    sentences = [one for one in names_data.load(part="train", fold=options.fold, misc="free")
                 if one.tokens and random.random() < options.share]
    exchange = Exchange(sentences, options.lists, options.exchanged)
    development = sentences_train.development_sets(labels, options.fold)["names"]
    for examples, _ in development.values():
        tables.add(word for example in examples for word in example.words)
    phrases = Phrases(options.lists)
    names = Names(size, options.dropout)
    optimizer = torch.optim.Adam(names.parameters(), lr=options.rate)
    average, step, start = sentences_train.Average(names, 0.998), 0, time.time()

    def tell():
        names.eval()
        whole = Whole(encoder, names, phrases, tables)
        scores = [f"{name} {sentences_train.names_f1(whole, whole, examples, known):.1f}"
                  for name, (examples, known) in development.items()]
        names.train()
        return " | ".join(scores)

    for number in range(options.epochs):
        examples = epoch(sentences, exchange, options.lower)
        tables.add(word for example in examples for word in example.words)
        batches = sentences_data.batches(examples, options.batch, "shuffled")
        for several in batches:
            passed = step / (len(batches) * options.epochs)
            for group in optimizer.param_groups:
                group["lr"] = options.rate * max(0.02, 1 - passed)
            batch = tables.batch(several)
            with torch.no_grad():
                states = encoder.states(batch)
            loss = sentences_train.names_loss(names(states, batch.mask, phrases.tensor(several)), batch.tags[..., 4], batch.known, options.free)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            average.add(names, step)
            step += 1
        if (number + 1) % 5 == 0 or number == 0:
            print(f"epoch {number + 1}: {time.time() - start:.0f} s, {tell()}", flush=True)
    names.load_state_dict(average.kept)
    print(f"{len(sentences)} sentences; F1 of whole names on development parts: {tell()}", flush=True)
    print(f"{options.output}: {tensor_file.write(options.output, 'names', VERSION, names.tensors())} bytes")


if __name__ == "__main__":
    main()
