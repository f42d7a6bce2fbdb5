"""Trains the network over words (train/attribution/word_judge_model.py).

  word_judge_train.py --pairs FILE --sentences sentences.bin [--held-out 0,1] [--scores FILE] [--model words.bin]

--pairs     what axray_train_word_pairs wrote
--sentences the model of sentences, whose word vectors are used
--held-out  folds that take no part in training; their scores are printed, and written with --scores as tab-separated
            values: name, log odds of "supported", of "contradicted" where it is not, and of each word being wrong
--left-out  sets that take no part in training, with what was made of them
--model     writes the model file
"""

import argparse
import collections
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch

import word_pairs
from word_judge_model import WordJudge

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "language"))
import tensor_file  # noqa: E402

VERSION = 1


def lessons(items, rng, scale=45):
    """The items of one pass over the data with their weights: large sets are drawn from, both answers count the same."""
    sets = collections.defaultdict(list)
    for item in items:
        sets[item.dataset].append(item)
    drawn = []
    for name in sorted(sets):
        members = sets[name]
        share = 1.0 if name == "made" else 0.6 if members[0].flags & word_pairs.SENTENCE_PAIR else 2.0
        share = 0.4 if members[0].flags & word_pairs.LOOSE else share
        quota = len(members) if share > 1 else min(len(members), int(scale * len(members) ** 0.5))
        quota = min(len(members), 15000) if name == "made" else quota
        chosen = rng.sample(members, quota)
        count = collections.Counter(item.label == word_pairs.SUPPORTED for item in chosen)
        for item in chosen:
            side = count[item.label == word_pairs.SUPPORTED]
            other = quota - side
            # A set with one answer alone teaches little about the other.
            weight = share * min(3.0, (side + other) / (2 * side)) if other else 0.3 * share
            drawn.append((item, weight))
    return drawn


def targets(items):
    label = np.array([item.label for item in items])
    flags = np.array([item.flags for item in items])
    whole = (flags & word_pairs.TWO_LABELS) == 0
    weak = (flags & word_pairs.WEAK_LABEL) != 0
    answer = whole * (label != word_pairs.SUPPORTED) * np.where(weak, 0.2, 1.0)
    return (torch.tensor(label == word_pairs.SUPPORTED).float(), torch.tensor(label == word_pairs.CONTRADICTED).float(),
            torch.tensor(answer).float(), torch.tensor((flags & word_pairs.WORDS_MARKED) != 0).float())


def loss_of(model, batch, items, weight):
    (scores, words) = model(batch)
    supported, contradicted, whole, marked = targets(items)
    cross = torch.nn.functional.binary_cross_entropy_with_logits
    loss = cross(scores[:, 0], supported, reduction="none")
    loss = loss + 0.5 * whole * cross(scores[:, 1], contradicted, reduction="none")
    by_word = cross(words, batch["bad"], reduction="none") * batch["claim_mask"]
    by_word = by_word * (1 + batch["bad"])  # most words are right
    loss = loss + 0.7 * marked * by_word.sum(1) / batch["claim_mask"].sum(1).clamp(min=1)
    return (loss * weight).sum() / weight.sum().clamp(min=1e-6)


def tensors_of(items, vocabulary):
    return {name: torch.from_numpy(value) for name, value in word_pairs.tensors(items, vocabulary).items()}


def train(model, items, vocabulary, epochs, seed):
    rng = random.Random(seed)
    generator = np.random.default_rng(seed)
    groups = [{"params": [model.extra.weight], "weight_decay": 0.0},
              {"params": [value for name, value in model.named_parameters() if name != "extra.weight"]}]
    optimizer = torch.optim.AdamW(groups, lr=2e-3, weight_decay=1e-3)
    begin, step, rate = time.time(), 0, 2e-3
    for epoch in range(epochs):
        drawn = lessons(items, rng)
        plan = word_pairs.batches([item for item, _ in drawn], generator)
        total = 0.0
        model.train()
        for number, batch in enumerate(plan):
            progress = (epoch + number / len(plan)) / epochs
            warm = min(1.0, (step + 1) / 200)
            for group in optimizer.param_groups:
                group["lr"] = rate * warm * max(0.02, 1 - progress)
            chosen = [drawn[at][0] for at in batch]
            weight = torch.tensor([drawn[at][1] for at in batch])
            optimizer.zero_grad()
            loss = loss_of(model, tensors_of(chosen, vocabulary), chosen, weight)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            total += float(loss.detach())
            step += 1
        print(f"epoch {epoch + 1}: {len(drawn)} items in {len(plan)} batches, loss {total / len(plan):.4f}, "
              f"{time.time() - begin:.0f} s", flush=True)


def predict(model, items, vocabulary):
    """For each item: log odds of supported, of contradicted, and of each word being wrong."""
    model.eval()
    answers = [None] * len(items)
    with torch.no_grad():
        for batch in word_pairs.batches(items, np.random.default_rng(0), cells=400000, longest=512, most=640):
            chosen = [items[at] for at in batch]
            made = word_pairs.tensors(chosen, vocabulary, 512, 640)
            scores, words = model({name: torch.from_numpy(value) for name, value in made.items()})
            for row, at in enumerate(batch):
                answers[at] = (float(scores[row, 0]), float(scores[row, 1]),
                               words[row, : len(items[at].claim)].numpy())
    return answers


def auc(score, truth):
    order = np.argsort(score, kind="stable")
    ranks = np.empty(len(score))
    ranks[order] = np.arange(1, len(score) + 1)
    positive = truth.sum()
    negative = len(truth) - positive
    return (ranks[truth].sum() - positive * (positive + 1) / 2) / (positive * negative)


def report(items, answers):
    sets = collections.defaultdict(list)
    for item, answer in zip(items, answers):
        sets[item.dataset].append((item, answer))
    means = []
    for name in sorted(sets):
        rows = sets[name]
        truth = np.array([item.label == word_pairs.SUPPORTED for item, _ in rows])
        score = np.array([answer[0] for _, answer in rows])
        line = f"  {name:24} {len(rows):6}"
        if truth.any() and not truth.all():
            said = score >= 0
            balanced = (said[truth].mean() + (~said[~truth]).mean()) / 2
            means.append(balanced)
            line += f"  balanced accuracy {balanced:.3f}  area {auc(score, truth):.3f}"
        whole = [(item, answer) for item, answer in rows
                 if not item.flags & (word_pairs.TWO_LABELS | word_pairs.WEAK_LABEL)]
        if len({item.label for item, _ in whole}) > 2:
            right = 0
            for item, answer in whole:
                said = 0 if answer[0] >= 0 else 2 if answer[1] >= 0 else 3
                right += said == (3 if item.label == word_pairs.PARTLY else item.label)
            line += f"  three answers {right / len(whole):.3f}"
        marked = [(item, answer[2]) for item, answer in rows if item.flags & word_pairs.WORDS_MARKED and item.bad.any()]
        if marked:
            hits = sum(int(((odds > 0) & (item.bad > 0)).sum()) for item, odds in marked)
            said = sum(int((odds > 0).sum()) for _, odds in marked)
            wrong = sum(int((item.bad > 0).sum()) for item, _ in marked)
            line += f"  words {2 * hits / max(1, said + wrong):.3f}"
        print(line)
    print(f"  mean balanced accuracy {np.mean(means):.3f} over {len(means)} sets", flush=True)


def model_tensors(model, vocabulary):
    parts = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    table = parts["vectors"] @ parts["projection.weight"].T + parts["extra.weight"] * parts["frequent"][:, None]
    made = {"keys": vocabulary.keys, **tensor_file.quantized("table", table)}
    made["bits"] = np.ascontiguousarray(parts["bits.weight"].T)
    made["bits.bias"] = parts["bits.bias"]
    made["sentence"] = parts["sentence.weight"]
    for kind in ("context", "mix"):
        for number in range(2):
            layer = f"{kind}.{number}.layer"
            made.update(tensor_file.dense(f"{kind}{number}", parts[layer + ".weight"], parts[layer + ".bias"]))
    for name in ("query", "key", "compare", "join"):
        made.update(tensor_file.dense(name, parts[name + ".weight"], parts.get(name + ".bias")))
    for name in ("nothing", "word", "answer"):
        made[name] = parts[name + ".weight"]
        made[name + ".bias"] = parts[name + ".bias"]
    made["relation"] = parts["relation"]
    made["nothing_row"] = parts["nothing_row"]
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("pairs", "sentences"):
        parser.add_argument("--" + name, required=True)
    for name in ("held-out", "left-out", "scores", "model"):
        parser.add_argument("--" + name, default="")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    items = word_pairs.read(options.pairs)
    tables = tensor_file.read(options.sentences)
    vectors = tables["vector"].astype(np.float32) * tables["vector.scale"].reshape(-1, 1)
    vectors = vectors[1:] / np.sqrt((vectors[1:] ** 2).mean())
    vocabulary = word_pairs.Vocabulary(tables["vector.keys"].reshape(-1), vectors, items, 8)
    model = WordJudge(vocabulary.vectors, vocabulary.frequent)
    out = {int(fold) for fold in options.held_out.split(",") if fold}
    sets = set(filter(None, options.left_out.split(",")))
    unseen = {item.name for item in items if item.fold in out or item.dataset in sets}
    held_out = [item for item in items if item.name in unseen]
    # What was made of an item goes where the item goes.
    train(model, [item for item in items if item.name.rstrip("#") not in unseen], vocabulary, options.epochs, 1)
    if held_out:
        answers = predict(model, held_out, vocabulary)
        report(held_out, answers)
        if options.scores:
            with open(options.scores, "w", encoding="utf-8") as file:
                for item, answer in zip(held_out, answers):
                    if item.dataset == "made":
                        continue
                    words = " ".join(f"{odds:.4f}" for odds in answer[2])
                    file.write(f"{item.name}\t{answer[0]:.5f}\t{answer[1]:.5f}\t{words}\n")
    if options.model:
        size = tensor_file.write(options.model, "words", VERSION, model_tensors(model, vocabulary))
        print(f"{options.model}: {size} bytes, {len(vocabulary.keys)} words")


if __name__ == "__main__":
    main()
