"""The network of speech: cues of each token, then for each cue its source and content.

Two parts. The reader sees a block once: the features of its tokens are added up and go through convolutions; out of
these states come tags for cues. The asker is run for each cue over the tokens around it: it gets the states, the state
of the cue and how far each token is from it, and tags source and content. So one token may belong to several
attributions, and nothing has to be linked afterwards.
"""
import numpy as np
import torch
from torch import nn

from speech_data import PATHS, RELATIONS, STATE

CUE_TAGS = 3  # outside, begin, inside
PART_TAGS = 5  # outside, source begin and inside, content begin and inside
FLAGS = 47
REACH = 96  # tokens on each side of a cue that the asker looks at
# Distance classes of a token from the cue: exact up to 8, then doubling.
DISTANCES = 2 * 13 + 1


def distance_class(distance):
    size = np.abs(distance)
    steps = np.where(size <= 8, size, 9 + np.minimum(3, np.floor(np.log2(np.maximum(size, 9) / 8 + 1e-9)).astype(int)))
    return np.where(distance < 0, 13 - steps, 13 + steps)


class Convolution(nn.Module):
    def __init__(self, size, dilation, dropout):
        super().__init__()
        self.layer = nn.Conv1d(size, size, 3, padding=dilation, dilation=dilation)
        self.dropout = nn.Dropout(dropout)
        with torch.no_grad():
            self.layer.weight.mul_(0.7)

    def forward(self, states, mask):
        return (states + self.dropout(torch.relu(self.layer(states)))) * mask


class Reader(nn.Module):
    def __init__(self, words, lemmas, endings, size=64, dropout=0.3, dilations=(1, 2, 1)):
        super().__init__()
        self.word = nn.Embedding(words, size, padding_idx=0)
        self.lemma = nn.Embedding(lemmas, size, padding_idx=0)
        self.ending = nn.Embedding(endings, size, padding_idx=0)
        self.flags = nn.Linear(FLAGS, size, bias=False)
        self.relation = nn.Embedding(RELATIONS, size)
        self.state = nn.Linear(2 * STATE, size)  # of a token and of its head
        for table in (self.word, self.lemma, self.ending, self.relation):
            nn.init.normal_(table.weight, std=0.1)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Convolution(size, dilation, dropout) for dilation in dilations)
        self.cue = nn.Linear(size, CUE_TAGS)
        self.flat = nn.Linear(size, PART_TAGS)  # for training alone: a second task

    def forward(self, batch):
        mask = batch['mask'].unsqueeze(1)
        states = self.word(batch['word']) + self.lemma(batch['lemma']) + self.ending(batch['ending'])
        states = states + self.flags(batch['flags']) + self.relation(batch['relation']) + self.state(batch['state'])
        states = torch.relu(self.dropout(states)).transpose(1, 2) * mask
        for layer in self.layers:
            states = layer(states, mask)
        states = states.transpose(1, 2)
        return states, self.cue(states), self.flat(states)


class Asker(nn.Module):
    def __init__(self, reader_size=64, size=64, dropout=0.2, dilations=(1, 2, 4, 8, 1)):
        super().__init__()
        self.token = nn.Linear(reader_size, size)
        self.first = nn.Linear(reader_size, size)
        self.last = nn.Linear(reader_size, size)
        self.distance = nn.Embedding(DISTANCES, size)
        self.sentence = nn.Embedding(7, size)
        self.marks = nn.Embedding(4, size)
        self.path = nn.Embedding(PATHS, size)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Convolution(size, dilation, dropout) for dilation in dilations)
        self.part = nn.Linear(size, PART_TAGS)
        self.steps = nn.Parameter(torch.zeros(PART_TAGS, PART_TAGS))
        for table in (self.distance, self.sentence, self.marks, self.path):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, states, windows):
        mask = windows['mask'].unsqueeze(1)
        row = windows['block'].unsqueeze(1)
        first = states[windows['block'], windows['first']]
        last = states[windows['block'], windows['last']]
        inner = self.token(states)[row, windows['at']] + (self.first(first) + self.last(last)).unsqueeze(1)
        for name in ('distance', 'sentence', 'marks', 'path'):
            inner = inner + getattr(self, name)(windows[name])
        inner = torch.relu(self.dropout(inner)).transpose(1, 2) * mask
        for layer in self.layers:
            inner = layer(inner, mask)
        return self.part(inner.transpose(1, 2))


def sequence_loss(scores, tags, mask, steps):
    """Minus the log probability of whole sequences of tags (Lafferty et al. 2001), summed."""
    steps = steps + torch.from_numpy(transitions(scores.shape[-1])).float().clamp(min=-1e4)
    rows = torch.arange(len(tags))
    first = scores[:, 0] + torch.tensor([-1e4 if tag and tag % 2 == 0 else 0.0 for tag in range(scores.shape[-1])])
    total, right = first, first[rows, tags[:, 0]]
    for at in range(1, scores.shape[1]):
        now = mask[:, at]
        after = torch.logsumexp(total.unsqueeze(2) + steps, 1) + scores[:, at]
        total = torch.where(now.unsqueeze(1) > 0, after, total)
        right = right + now * (steps[tags[:, at - 1], tags[:, at]] + scores[rows, at, tags[:, at]])
    return (torch.logsumexp(total, 1) - right).sum()


# Which tag may follow which: an inside tag only its own begin or inside tag; content may be taken up again.
def transitions(tags):
    allowed = np.zeros((tags, tags))
    for after in range(2, tags, 2):
        for before in range(tags):
            if before not in (after - 1, after):
                allowed[before, after] = -1e9
    return allowed


def best_tags(scores, steps=0.0):
    """The best sequence of tags under the rules of transitions(). scores: tokens x tags."""
    tokens, tags = scores.shape
    step = transitions(tags) + steps
    best = scores[0].copy()
    best[2::2] = -1e9
    back = np.zeros((tokens, tags), dtype=np.int64)
    for at in range(1, tokens):
        paths = best[:, None] + step
        back[at] = paths.argmax(0)
        best = paths.max(0) + scores[at]
    tag = int(best.argmax())
    found = [tag]
    for at in range(tokens - 1, 0, -1):
        tag = int(back[at, tag])
        found.append(tag)
    return np.array(found[::-1])
