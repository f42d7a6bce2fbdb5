#!/usr/bin/env python3
"""Trains the sentence models (treebanks, sets of names, word vectors -> models/sentences.bin).

  sentences_train.py --program axray_word_features --models MODELS --vectors words.vec --forms forms.txt
      [--start encoder.pt] --output sentences.bin

The development parts are scored as they are met here: given tokens, heads chosen word by word. The figures of the
program, whose heads form a tree, are those of `bench/accuracy language`.
"""

import argparse
import dataclasses
import math
import random
import time

import numpy
import torch
from torch.nn import functional

import marked_names
import names_data
import sentences_data
import sentences_model
import tensor_file
from word_tables import Tables

VERSION = 1


def lower_cased(example):
    return dataclasses.replace(example, words=[word.lower() for word in example.words])


def names_loss(scores, tags, known, free_weight=1.0):
    """Cross entropy; an "O" where a type is not marked everywhere may be that type too, with `free_weight` of its
    probability: the smaller, the less often such types are found."""
    chosen = tags >= 0
    if not chosen.any():
        return scores.sum() * 0
    logs = functional.log_softmax(scores[chosen], -1)
    wanted = tags[chosen]
    allowed = functional.one_hot(wanted, len(sentences_data.NAME_TAGS)).bool()
    bits = known[:, None].expand_as(tags)[chosen]
    for number in range(len(sentences_data.TYPES)):
        free = (wanted == 0) & ((bits >> number) & 1 == 0)
        for column in (1 + 2 * number, 2 + 2 * number):
            allowed[:, column] |= free
            logs = logs + functional.one_hot(torch.tensor(column), logs.shape[1]) * (free * math.log(free_weight))[:, None]
    return -logs.masked_fill(~allowed, -1e9).logsumexp(-1).mean()


def loss_of(model, batch, forget):
    tags, fine, names, arcs, dependents, heads = model(batch, forget)
    total = names_loss(names, batch.tags[..., 4], batch.known)
    parsed = batch.tags[..., 2] >= 0
    if parsed.any():
        relations = model.relations(dependents, heads, batch.tags[..., 2].clamp(min=0))
        for scores, column in ((tags, 0), (fine, 1), (arcs, 2), (relations, 3)):
            total = total + functional.cross_entropy(scores[parsed], batch.tags[..., column][parsed], ignore_index=-1)
    return total


def base_relations(names):
    """For each relation the row of the first one with the same beginning ("nsubj" of "nsubj:pass")."""
    beginnings = [name.split(":")[0] for name in names]
    return torch.tensor([beginnings.index(one) for one in beginnings])


def scores_of(model, tables, examples, labels):
    """Shares of right tags, fine tags, heads, heads with relations; all words of the examples count."""
    base = base_relations(labels.relations)
    right, words = numpy.zeros(4), 0
    with torch.no_grad():
        for several in sentences_data.batches(examples, 4000, "kept"):
            batch = tables.batch(several)
            tags, fine, _, arcs, dependents, heads = model(batch)
            chosen = arcs.argmax(-1)
            relations = model.relations(dependents, heads, chosen).argmax(-1)
            truth, mask = batch.tags, batch.mask
            head = (chosen == truth[..., 2]) & mask
            label = base[relations] == base[truth[..., 3].clamp(min=0)]
            found = [(tags.argmax(-1) == truth[..., 0]) & mask, (fine.argmax(-1) == truth[..., 1]) & mask, head,
                     head & label & (truth[..., 3] >= 0)]
            right += [one.sum().item() for one in found]
            words += mask.sum().item()
    return 100 * right / words


def best_names(scores):
    """The best sequence of name tags in which I- follows its own B- or I- (Viterbi), for one sentence."""
    tags = sentences_data.NAME_TAGS
    barred = numpy.zeros((len(tags), len(tags)))
    for after, tag in enumerate(tags):
        if tag.startswith("I-"):
            for before, other in enumerate(tags):
                barred[before, after] = 0 if other[2:] == tag[2:] else -1e9
    best, back = scores[0] + numpy.where([tag.startswith("I-") for tag in tags], -1e9, 0), []
    for row in scores[1:]:
        through = best[:, None] + barred
        back.append(through.argmax(0))
        best = through.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [tags[tag] for tag in reversed(path)]


def names_f1(model, tables, examples, known):
    """F1 of whole names with their type; types that the set does not mark do not count."""
    right = found = wanted = 0
    with torch.no_grad():
        for several in sentences_data.batches(examples, 4000, "kept"):
            scores = functional.log_softmax(model(tables.batch(several))[2], -1).numpy()
            for row, example in enumerate(several):
                given = marked_names.spans_of(best_names(scores[row, : len(example.words)]))
                gold = marked_names.spans_of([sentences_data.NAME_TAGS[tag] for tag in example.tags[:, 4]])
                given = {span for span in given if span[2] in known}
                gold = {span for span in gold if span[2] in known}
                right, found, wanted = right + len(given & gold), found + len(given), wanted + len(gold)
    return 200 * right / max(1, found + wanted)


def report(model, tables, development, labels):
    model.eval()
    parts = []
    for name, examples in development["parsed"].items():
        tag, fine, head, label = scores_of(model, tables, examples, labels)
        parts.append(f"{name} tag {tag:.2f} fine {fine:.2f} head {head:.2f} label {label:.2f}")
    for name, (examples, known) in development["names"].items():
        parts.append(f"{name} {names_f1(model, tables, examples, known):.1f}")
    model.train()
    return " | ".join(parts)


def development_sets(labels, fold):
    parsed = {name: [labels.example(one, name) for one in sentences_data.treebank(name + ".dev")]
              for name in ("ewt", "gum")}
    names = {}
    for source in ("wikigold", "wnut17", "uner-ewt", "gum"):
        several = [one for one in names_data.load(part="dev", fold=fold, sources=[source]) if one.tokens]
        names[source] = ([sentences_data.names_example(one) for one in several], several[0].known)
    return {"parsed": parsed, "names": names}


class Average:
    """The running mean of the weights, which is what is kept."""

    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.kept = {name: value.detach().clone() for name, value in model.state_dict().items()}

    def add(self, model, step):
        decay = min(self.decay, (1 + step) / (10 + step))
        for name, value in model.state_dict().items():
            self.kept[name].lerp_(value, 1 - decay)


def train(model, tables, parsed, others, options, tell):
    optimizer = torch.optim.Adam(model.parameters(), lr=options.rate, betas=(0.9, 0.95))
    average = Average(model)
    words = sum(len(example.words) for example in sentences_data.epoch(parsed, others))
    total = options.epochs * words * 1.12 / options.batch
    step, start = 0, time.time()
    for number in range(options.epochs):
        examples = sentences_data.epoch(parsed, others)
        examples = [lower_cased(one) if random.random() < options.lower else one for one in examples]
        tables.add(word for example in examples for word in example.words)
        sum_of_losses, batches = 0.0, sentences_data.batches(examples, options.batch, "shuffled")
        for several in batches:
            rate = options.rate * min(1, (step + 1) / 500) * max(0.03, 1 - step / total)
            for group in optimizer.param_groups:
                group["lr"] = rate
            loss = loss_of(model, tables.batch(several), options.forget)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            average.add(model, step)
            sum_of_losses += loss.item()
            step += 1
        print(f"epoch {number + 1} of {options.epochs}: {time.time() - start:.0f} s, loss {sum_of_losses / len(batches):.3f}", flush=True)
        if (number + 1) % options.every == 0 and number + 1 < options.epochs:
            print(tell(model), flush=True)
    model.load_state_dict(average.kept)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--models", required=True, help="folder with wordnet.bin and name_words.bin")
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--forms", required=True, help="words that have a row of their own, one a line")
    parser.add_argument("--start", help="weights of sentences_pretrain.py")
    parser.add_argument("--output", required=True)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--every", type=int, default=5)
    parser.add_argument("--size", type=int, default=128)
    parser.add_argument("--batch", type=int, default=800)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--forget", type=float, default=0.15)
    parser.add_argument("--lower", type=float, default=0.05)
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)

    labels, parsed, others = sentences_data.training(options.fold)
    development = development_sets(labels, options.fold)
    tables = Tables(sentences_data.Features(options.program, options.models), options.vectors, options.forms)
    for examples in (parsed, others, *development["parsed"].values(), *(some for some, _ in development["names"].values())):
        tables.add(word for example in examples for word in example.words)
    counts = [len(labels.tags), len(labels.fine_tags), len(sentences_data.NAME_TAGS), len(labels.relations)]
    model = sentences_model.Sentences(len(tables.forms), tables.vectors, counts, options.size, options.dropout)
    if options.start:
        own = model.state_dict()
        kept = {name: value for name, value in torch.load(options.start).items() if value.shape == own[name].shape}
        model.load_state_dict(kept, strict=False)
    print(f"{len(parsed)} parsed sentences, {len(others)} others, {len(tables.forms)} forms, "
          f"{len(tables.vector_rows)} vectors", flush=True)

    def tell(at):
        return report(at, tables, development, labels)

    train(model, tables, parsed, others, options, tell)
    print(tell(model), flush=True)
    made = sentences_model.tensors(model) | tables.tensors()
    for name in ("tags", "fine_tags", "relations"):
        made["names." + name] = "\n".join(getattr(labels, name))
    made["names.names"] = "\n".join(sentences_data.NAME_TAGS)
    size = tensor_file.write(options.output, "sentences", VERSION, made)
    torch.save(model.state_dict(), options.output + ".pt")
    print(f"{options.output}: {size} bytes")


if __name__ == "__main__":
    main()
