#!/usr/bin/env python3
"""Schools the encoder on running text before it sees labels (text -> weights that sentences_train.py starts from).

  sentences_pretrain.py --program axray_word_features --models MODELS --vectors words.vec --text text.txt
      --forms forms.txt --output encoder.pt

One word in five is hidden with all its features, and the encoder says which of the frequent words it was (Devlin et al.
2019). `forms.txt`, the words that get a row of their own in the table of forms, is written first: the most frequent of
the text and those that the training sets have twice.
"""

import argparse
import collections
import random
import re
import time

import numpy
import torch
from torch.nn import functional

import sentences_data
import sentences_model
from word_tables import Batch, Tables

HIDDEN = 0.2
WITH_FORM, TO_GUESS = 30000, 12000
LONGEST = 60  # words of a piece of text
LOWER_SHAPE = 4
STOP = re.compile(r"^[.!?]+$")


def normal(word):
    return re.sub(r"\d", "0", word.lower().replace("\u2019", "'"))


def pieces_of(path, most):
    """Lists of words: sentences as full stops tell, cut where they are long; about `most` words in all."""
    count = 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            piece = []
            for word in line.split():
                piece.append(word)
                if STOP.match(word) and len(piece) > 8 or len(piece) == LONGEST:
                    yield piece
                    count, piece = count + len(piece), []
            if len(piece) > 3:
                yield piece
                count += len(piece)
            if count > most:
                return


def write_forms(path, text, labelled):
    """The words with rows of their own, most frequent first; gives them."""
    frequent = [word for word, _ in text.most_common(WITH_FORM)]
    forms = list(dict.fromkeys(frequent + sorted(word for word, count in labelled.items() if count > 1)))
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(form + "\n" for form in forms)
    return forms


def hidden(tables, numbers):
    """A batch with words hidden, and which."""
    batch = Batch(*tables.word_tensors(numbers), torch.from_numpy(numbers > 0), None, None)
    chosen = (torch.rand(batch.form.shape) < HIDDEN) & batch.mask
    for name, value in (("form", len(tables.forms) + 1), ("vector", 0), ("shape", LOWER_SHAPE), ("beginning", 0), ("ending", 0)):
        getattr(batch, name)[chosen] = value
    batch.classes[chosen] = 0
    batch.pieces[chosen] = 0
    return batch, chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("program", "models", "vectors", "text", "forms", "output"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--words", type=int, default=13_000_000)
    parser.add_argument("--size", type=int, default=128)
    parser.add_argument("--batch", type=int, default=3000)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)

    pieces = list(pieces_of(options.text, options.words))
    random.shuffle(pieces)
    counts = collections.Counter(normal(word) for piece in pieces for word in piece)
    _, parsed, others = sentences_data.training()
    labelled = collections.Counter(normal(word) for example in parsed + others for word in example.words)
    write_forms(options.forms, counts, labelled)
    tables = Tables(sentences_data.Features(options.program, options.models), options.vectors, options.forms)
    tables.add(word for piece in pieces for word in piece)
    pieces = [tables.features.numbers(piece) for piece in pieces]
    tables.features.add(word for word, _ in counts.most_common(TO_GUESS))
    guess = {tables.features.form_of(word): at for at, (word, _) in enumerate(counts.most_common(TO_GUESS))}
    answers = numpy.array([guess.get(form, -1) for form in tables.features.forms])
    model = sentences_model.Sentences(len(tables.forms), tables.vectors, [1, 1, 1, 1], options.size, 0.1)
    output = torch.nn.Linear(options.size, TO_GUESS)
    optimizer = torch.optim.Adam([*model.parameters(), *output.parameters()], lr=options.rate, betas=(0.9, 0.98))
    batches = batches_of(pieces, options.batch)
    start, losses = time.time(), []
    for step, several in enumerate(batches):
        longest = max(map(len, several))
        numbers = numpy.zeros((len(several), longest), numpy.int64)
        for row, piece in zip(numbers, several):
            row[: len(piece)] = piece
        batch, chosen = hidden(tables, numbers)
        wanted = torch.from_numpy(answers[numbers])[chosen]
        states = model.states(batch)[chosen][wanted >= 0]
        loss = functional.cross_entropy(output(states), wanted[wanted >= 0])
        for group in optimizer.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / 300) * max(0.05, 1 - step / len(batches))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        losses.append(loss.item())
        if (step + 1) % 500 == 0 or step + 1 == len(batches):
            print(f"step {step + 1} of {len(batches)}: {time.time() - start:.0f} s, loss {numpy.mean(losses[-500:]):.3f}", flush=True)
            kept = {name: value for name, value in model.state_dict().items()
                    if name.startswith(("words.", "convolutions.", "attention.", "before_", "last."))}
            torch.save(kept, options.output)


def batches_of(pieces, words):
    """Pieces of nearly one length together, about `words` words in each batch, in random order."""
    order = sorted(range(len(pieces)), key=lambda at: len(pieces[at]) // 4)
    made, batch = [], []
    for at in order:
        if batch and len(pieces[at]) * (len(batch) + 1) > words:
            made.append(batch)
            batch = []
        batch.append(pieces[at])
    random.shuffle(made)
    return made


if __name__ == "__main__":
    main()
