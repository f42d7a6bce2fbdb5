#!/usr/bin/env python3
"""Trains the network of speech on PolNeAR and writes predictions for its development part.

speech_train.py --program build/bin/axray_predict --data ../shared/data/quotes --out FOLDER --model models/speech.bin
"""
import argparse
import collections
import copy
import json
import os
import subprocess
import time

import numpy as np
import torch
from torch import nn

import speech_data
import tensor_file
from speech_model import FLAGS, REACH, Asker, Reader, best_tags, distance_class, sequence_loss

SEED = 7


class Vocabulary:
    """Hashes -> rows. Row 0 is nothing, row 1 any word seen less than `least` times."""

    def __init__(self, articles, name, least):
        counts = collections.Counter()
        for article in articles:
            counts.update(article.features[name].tolist())
        kept = sorted(key for key, count in counts.items() if count >= least)
        self.rows = {key: row + 2 for row, key in enumerate(kept)}
        self.size = len(kept) + 2

    def look_up(self, keys):
        return np.array([self.rows.get(key, 1) for key in keys.tolist()], dtype=np.int64)


class Average:
    """The mean of the weights over the last steps: what is measured and kept."""

    def __init__(self, modules, keep=0.998):
        self.modules, self.keep, self.steps = modules, keep, 0
        self.copies = [copy.deepcopy(module) for module in modules]

    def update(self):
        self.steps += 1
        keep = min(self.keep, self.steps / (self.steps + 10))
        with torch.no_grad():
            for mean, module in zip(self.copies, self.modules):
                for kept, now in zip(mean.parameters(), module.parameters()):
                    kept.mul_(keep).add_(now, alpha=1 - keep)


class Item:
    """A block ready for the network."""

    def __init__(self, article, block, vocabularies):
        self.article, self.block = article, block
        part = slice(block.begin, block.end)
        self.size = block.end - block.begin
        self.rows = {name: table.look_up(article.features[name][part]) for name, table in vocabularies.items()}
        flags = article.features['flags'][part]
        self.flags = ((flags[:, None] >> np.arange(FLAGS, dtype=np.uint64)) & np.uint64(1)).astype(np.float32)
        self.rows['relation'] = article.relation[part]
        head = article.head[part]
        self.state = np.concatenate([article.states[part], np.where(head[:, None] >= 0, article.states[head], 0)], 1)
        self.windows = {}  # of the true cues
        self.sentence = article.sentence_of[part]
        self.cue = np.zeros(self.size, dtype=np.int64)
        self.flat = np.zeros(self.size, dtype=np.int64)
        for cue, source, content in block.attributions:
            label(self.flat, source, 1)
            label(self.flat, content, 3)
        for cue, _, _ in block.attributions:
            label(self.cue, cue, 1)


def label(tags, positions, tag):
    for begin, end in speech_data.runs(positions):
        tags[begin] = tag
        tags[begin + 1:end] = tag + 1


def batches(items, tokens, order):
    """Items of like size together, at most so many tokens with padding."""
    found, batch, longest = [], [], 0
    for at in order:
        size = max(longest, items[at].size)
        if batch and size * (len(batch) + 1) > tokens:
            found.append(batch)
            batch, size = [], items[at].size
        batch.append(items[at])
        longest = size
    if batch:
        found.append(batch)
    return found


def padded(arrays, size, kind=np.int64):
    out = np.zeros((len(arrays), size) + arrays[0].shape[1:], dtype=kind)
    for row, array in enumerate(arrays):
        out[row, :len(array)] = array
    return torch.from_numpy(out)


def block_batch(items):
    size = max(item.size for item in items)
    batch = {name: padded([item.rows[name] for item in items], size) for name in items[0].rows}
    batch['flags'] = padded([item.flags for item in items], size, np.float32)
    batch['state'] = padded([item.state for item in items], size, np.int8).float() / 16
    batch['mask'] = padded([np.ones(item.size, np.float32) for item in items], size, np.float32)
    batch['cue'] = padded([item.cue for item in items], size)
    batch['flat'] = padded([item.flat for item in items], size)
    return batch


def window(item, cue):
    """The tokens around a cue: positions in the block, distance classes, sentences and quotation marks between."""
    first, last = int(cue[0]), int(cue[-1])
    at = np.arange(max(0, first - REACH), min(item.size, last + 1 + REACH))
    distance = np.where(at < first, at - first, np.where(at > last, at - last, 0))
    sentence = np.clip(item.sentence[at] - item.sentence[first], -3, 3) + 3
    quoted = item.flags[at, 7] > 0
    here = item.flags[first, 7] > 0
    return {'at': at, 'first': first, 'last': last, 'distance': distance_class(distance), 'sentence': sentence,
            'marks': quoted.astype(np.int64) + 2 * int(here),
            'path': speech_data.path_rows(item.article, (cue + item.block.begin).tolist(), (at + item.block.begin).tolist())}


def window_batch(windows):
    size = max(len(one['at']) for _, one in windows)
    batch = {name: padded([one[name] for _, one in windows], size) for name in ('at', 'distance', 'sentence', 'marks', 'path')}
    batch['mask'] = padded([np.ones(len(one['at']), np.float32) for _, one in windows], size, np.float32)
    batch['block'] = torch.tensor([row for row, _ in windows])
    batch['first'] = torch.tensor([one['first'] for _, one in windows])
    batch['last'] = torch.tensor([one['last'] for _, one in windows])
    return batch


def part_labels(one, source, content):
    tags = np.zeros(one['at'][-1] + 1, dtype=np.int64)
    label(tags, source[source <= one['at'][-1]], 1)
    label(tags, content[content <= one['at'][-1]], 3)
    return tags[one['at'][0]:]


def cross_entropy(scores, tags, mask, weight=None):
    loss = nn.functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), tags.reshape(-1), reduction='none',
                                       weight=weight)
    return (loss * mask.reshape(-1)).sum()


def train_epoch(reader, asker, average, optimiser, schedule, items, chance, tokens):
    reader.train(), asker.train()
    order = sorted(range(len(items)), key=lambda at: (items[at].size + chance.uniform(0, 6)))
    groups = batches(items, tokens, order)
    chance.shuffle(groups)
    total = 0.0
    for group in groups:
        batch = block_batch(group)
        for name in ('word', 'lemma'):  # so that unknown words are learned
            drop = torch.rand(batch[name].shape) < 0.08
            batch[name] = torch.where(drop & (batch[name] > 0), torch.ones_like(batch[name]), batch[name])
        states, cue, flat = reader(batch)
        count = batch['mask'].sum()
        loss = (cross_entropy(cue, batch['cue'], batch['mask']) * 3 + cross_entropy(flat, batch['flat'], batch['mask'])) / count
        windows, labels = [], []
        for row, item in enumerate(group):
            for parts in item.block.attributions:
                key = int(parts[0][0])
                one = item.windows[key] if key in item.windows else item.windows.setdefault(key, window(item, parts[0]))
                windows.append((row, one))
                labels.append(part_labels(one, parts[1], parts[2]))
        if windows:
            asked = window_batch(windows)
            scores = asker(states, asked)
            loss = loss + sequence_loss(scores, padded(labels, scores.shape[1]), asked['mask'], asker.steps) / count
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([*reader.parameters(), *asker.parameters()], 1.0)
        optimiser.step()
        schedule.step()
        average.update()
        total += float(loss)
    return total / len(groups)


def predict(reader, asker, items, bias=0.0):
    reader.eval(), asker.eval()
    found = collections.defaultdict(list)
    order = sorted(range(len(items)), key=lambda at: items[at].size)
    with torch.no_grad():
        for group in batches(items, 6000, order):
            batch = block_batch(group)
            states, cue, _ = reader(batch)
            cue = torch.log_softmax(cue, -1).numpy()
            windows = []
            for row, item in enumerate(group):
                scores = cue[row, :item.size].astype(np.float64)
                scores[:, 1] += bias
                tags = best_tags(scores)
                starts = np.flatnonzero(tags == 1)
                for start in starts:
                    end = start + 1
                    while end < item.size and tags[end] == 2:
                        end += 1
                    windows.append((row, window(item, np.arange(start, end))))
            if not windows:
                continue
            parts = asker(states, window_batch(windows)).numpy()
            steps = asker.steps.numpy().astype(np.float64)
            for (row, one), scores in zip(windows, parts):
                tags = best_tags(scores[:len(one['at'])].astype(np.float64), steps)
                source, content = one['at'][(tags == 1) | (tags == 2)], one['at'][tags >= 3]
                if len(content) == 0:
                    continue
                item = group[row]
                found[item.article.id].append((item.block, np.arange(one['first'], one['last'] + 1), source, content))
    return found


def rows_by_hash(name, table, vocabulary):
    """An embedding as the program finds its rows: keys ascending, row 0 for words without one."""
    keys = sorted(vocabulary.rows)
    weights = table.weight.detach().numpy()
    made = tensor_file.quantized(name, weights[[1] + [vocabulary.rows[key] for key in keys]])
    made[name + '.keys'] = np.array(keys, dtype=np.uint64)
    return made


def convolutions(name, layers):
    made = {name + '.steps': np.array([layer.layer.dilation[0] for layer in layers], np.float32)}
    for number, layer in enumerate(layers):
        weights = layer.layer.weight.detach().numpy()  # outputs, inputs, places
        made.update(tensor_file.dense('%s.%d' % (name, number), weights.transpose(0, 2, 1).reshape(len(weights), -1),
                                      layer.layer.bias.detach().numpy()))
    return made


def export(path, reader, asker, vocabularies):
    def dense(name, layer):
        return tensor_file.dense(name, layer.weight.detach().numpy(), layer.bias.detach().numpy())
    def table(layer):
        return layer.weight.detach().numpy()
    tensors = {}
    for name, layer in (('word', reader.word), ('lemma', reader.lemma), ('ending', reader.ending)):
        tensors.update(rows_by_hash(name, layer, vocabularies[name]))
    tensors['flags'] = np.ascontiguousarray(reader.flags.weight.detach().numpy().T)
    tensors['relation'] = table(reader.relation)
    tensors.update(dense('state', reader.state))
    tensors.update(convolutions('reader', reader.layers))
    tensors.update(dense('cue', reader.cue))
    for name, layer in (('token', asker.token), ('first', asker.first), ('last', asker.last), ('part', asker.part)):
        tensors.update(dense(name, layer))
    tensors.update(distance=table(asker.distance), sentence=table(asker.sentence), quoted=table(asker.marks), path=table(asker.path))
    tensors['part.steps'] = asker.steps.detach().numpy()
    tensors.update(convolutions('asker', asker.layers))
    return tensor_file.write(path, 'speech', 1, tensors)


def score(options, articles, found, name):
    path = os.path.join(options.out, name)
    with open(path, 'w', encoding='utf-8') as out:
        for article in articles:
            out.write(json.dumps(speech_data.as_prediction(article, found.get(article.id, []))) + '\n')
    answer = subprocess.run(['python3', os.path.join(options.data, 'score.py'), 'attributions', '--json', '--gold',
                             os.path.join(options.data, 'polnear.dev.jsonl'), '--pred', path],
                            stdout=subprocess.PIPE, check=True)
    return json.loads(answer.stdout)


def brief(result):
    return 'content %.3f (p %.3f r %.3f) partial %.3f (p %.3f r %.3f) tokens %.3f source %.3f/%.3f joint %.3f %s' % (
        result['exact']['f1'], result['exact']['p'], result['exact']['r'], result['partial']['f1'],
        result['partial']['p'], result['partial']['r'], result['tokens']['f1'], result['source']['exact'],
        result['source']['overlap'], result['joint']['f1'], result['recall_by_kind'])


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument('--program', default='build/bin/axray_predict')
    arguments.add_argument('--models', help='the folder of the models; the one of the build without it')
    arguments.add_argument('--data', default='../shared/data/quotes')
    arguments.add_argument('--out', required=True)
    arguments.add_argument('--model', help='the model file to write')
    arguments.add_argument('--epochs', type=int, default=9)
    arguments.add_argument('--share', type=float, default=1.0, help='of the articles: for a learning curve')
    arguments.add_argument('--rate', type=float, default=0.002)
    arguments.add_argument('--reader', type=int, default=64)
    arguments.add_argument('--asker', type=int, default=64)
    arguments.add_argument('--reader-steps', default='1,2,1')
    arguments.add_argument('--asker-steps', default='1,2,4,8,16,1')
    options = arguments.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    chance = np.random.RandomState(SEED)
    train = speech_data.read(options.program, options.models, os.path.join(options.data, 'polnear.train.jsonl'))
    train = train[:int(len(train) * options.share)]
    development = speech_data.read(options.program, options.models, os.path.join(options.data, 'polnear.dev.jsonl'))
    vocabularies = {name: Vocabulary(train, name, least) for name, least in (('word', 3), ('lemma', 3), ('ending', 5))}
    items = [Item(article, block, vocabularies) for article in train for block in article.blocks]
    items = [item for item in items if 0 < item.size <= 400]
    held = [Item(article, block, vocabularies) for article in development for block in article.blocks]
    print('articles', len(train), 'blocks', len(items), {name: table.size for name, table in vocabularies.items()}, flush=True)
    reader = Reader(*(vocabularies[name].size for name in ('word', 'lemma', 'ending')), size=options.reader,
                    dilations=[int(one) for one in options.reader_steps.split(',')])
    asker = Asker(options.reader, options.asker, dilations=[int(one) for one in options.asker_steps.split(',')])
    average = Average([reader, asker])
    weights = [*reader.parameters(), *asker.parameters()]
    optimiser = torch.optim.Adam(weights, lr=options.rate, betas=(0.9, 0.98))
    steps = len(batches(items, 3000, sorted(range(len(items)), key=lambda at: items[at].size))) * options.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / 100) * max(0.02, 1 - step / steps))
    for epoch in range(options.epochs):
        begin = time.time()
        loss = train_epoch(reader, asker, average, optimiser, schedule, items, chance, 3000)
        took = time.time() - begin
        result = score(options, development, predict(*average.copies, held), 'dev.jsonl')
        print('epoch %d loss %.4f %.0f s: %s' % (epoch, loss, took, brief(result)), flush=True)
    torch.save({'reader': average.copies[0].state_dict(), 'asker': average.copies[1].state_dict()}, os.path.join(options.out, 'speech.pt'))
    if options.model:
        size = export(options.model, *average.copies, vocabularies)
        print('%s: %d bytes' % (options.model, size))


if __name__ == '__main__':
    main()
