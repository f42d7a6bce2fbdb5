"""The network of the sentence models (word features -> tags, heads, relations, names), as torch modules.

Every word has a vector that depends on the word alone: embeddings of its form, of its pieces, of its look, its vector
from unlabelled text, and classes from dictionary and name lists, through one dense layer. Over the sentence run four
convolutions of three words and two layers of attention with relative positions, each added to what it reads. Heads are
chosen by a bilinear form of two projections (Dozat and Manning 2017), each word for itself; a relation is read from the
sum of two projections. src/language/syntax does the same in C++; `tensors` writes what it reads.
"""

import math

import numpy
import torch
from torch import nn
from torch.nn import functional

import tensor_file

HEADS, HEAD_SIZE = 4, 32
FARTHEST = 32  # relative positions beyond count as this far
ARC, LABEL = 128, 96
DILATIONS = (1, 1, 2, 4)
ATTENTION_AFTER = (2, 4)  # number of convolutions before each layer of attention
PIECE_ROWS, ENDING_ROWS, SHAPES, CLASSES = 20000, 5000, 10, 20
FORM, PIECE, SHAPE, BEGINNING, ENDING = 64, 64, 16, 16, 32


def far(positions):
    return positions.clamp(-FARTHEST, FARTHEST) + FARTHEST


class Attention(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.inward = nn.Linear(size, 3 * HEADS * HEAD_SIZE)
        self.outward = nn.Linear(HEADS * HEAD_SIZE, size)
        self.near = nn.Parameter(torch.zeros(HEADS, 2 * FARTHEST + 1))

    def forward(self, x, mask):
        batch, length, _ = x.shape
        query, key, value = self.inward(x).view(batch, length, 3, HEADS, HEAD_SIZE).permute(2, 0, 3, 1, 4)
        place = torch.arange(length)
        scores = query @ key.transpose(-1, -2) / math.sqrt(HEAD_SIZE) + self.near[:, far(place[None] - place[:, None])]
        weights = scores.masked_fill(~mask[:, None, None], -1e9).softmax(-1)
        return self.outward((weights @ value).transpose(1, 2).reshape(batch, length, -1))


class Words(nn.Module):
    """The vector of a word apart from its sentence."""

    def __init__(self, forms, vectors, size):
        super().__init__()
        self.form = nn.Embedding(forms + 2, FORM)  # row 0 for words that training has not seen
        self.piece = nn.Embedding(PIECE_ROWS, PIECE, padding_idx=0)
        self.shape = nn.Embedding(SHAPES, SHAPE)
        self.beginning = nn.Embedding(ENDING_ROWS, BEGINNING)
        self.ending = nn.Embedding(ENDING_ROWS, ENDING)
        for table in (self.form, self.piece, self.shape, self.beginning, self.ending):
            nn.init.normal_(table.weight, 0, 0.1)
        with torch.no_grad():
            self.piece.weight[0] = 0
        self.vectors = torch.from_numpy(vectors)  # row 0 is zero; not trained
        width = FORM + vectors.shape[1] + PIECE + SHAPE + BEGINNING + ENDING + CLASSES
        self.inward = nn.Linear(width, size)

    def forward(self, batch, forget, drop):
        form = batch.form
        if self.training:
            form = torch.where(torch.rand(form.shape) < forget, torch.zeros_like(form), form)
        count = (batch.pieces > 0).sum(2, keepdim=True).clamp(min=1)
        parts = [
            self.form(form),
            self.vectors[batch.vector],
            self.piece(batch.pieces).sum(2) / count.sqrt(),
            self.shape(batch.shape),
            self.beginning(batch.beginning),
            self.ending(batch.ending),
            batch.classes,
        ]
        return functional.relu(self.inward(drop(torch.cat(parts, -1))))


class Sentences(nn.Module):
    def __init__(self, forms, vectors, counts, size, dropout):
        super().__init__()
        self.words = Words(forms, vectors, size)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(size, size, 3, padding=dilation, dilation=dilation) for dilation in DILATIONS
        )
        self.attention = nn.ModuleList(Attention(size) for _ in ATTENTION_AFTER)
        self.before_convolution = nn.ModuleList(nn.LayerNorm(size) for _ in DILATIONS)
        self.before_attention = nn.ModuleList(nn.LayerNorm(size) for _ in ATTENTION_AFTER)
        self.last = nn.LayerNorm(size)
        self.drop = nn.Dropout(dropout)
        self.counts = counts  # tags, fine tags, names
        self.tags = nn.Linear(size, sum(counts[:3]))
        self.dependent, self.head, self.bilinear = nn.Linear(size, ARC), nn.Linear(size, ARC), nn.Linear(ARC, ARC)
        self.label_dependent, self.label_head = nn.Linear(size, LABEL), nn.Linear(size, LABEL)
        self.label = nn.Linear(LABEL, counts[3])
        self.root = nn.Parameter(torch.randn(size) * 0.1)
        self.distance = nn.Parameter(torch.zeros(2 * FARTHEST + 1))

    def states(self, batch, forget=0.0):
        keep = batch.mask[..., None].float()
        x = self.words(batch, forget, self.drop) * keep
        attended = 0
        for number, (convolution, norm) in enumerate(zip(self.convolutions, self.before_convolution), 1):
            read = (norm(x) * keep).transpose(1, 2)
            x = x + self.drop(functional.relu(convolution(read).transpose(1, 2)))
            if number in ATTENTION_AFTER:
                read = self.before_attention[attended](x) * keep
                x = x + self.drop(self.attention[attended](read, batch.mask))
                attended += 1
        return self.last(x) * keep

    def forward(self, batch, forget=0.0):
        """Scores: (tags, fine tags, names, heads with the root first, dependents and heads of relations)."""
        x = self.states(batch, forget)
        rooted = torch.cat([self.root.expand(len(x), 1, -1), x], 1)
        place = torch.arange(x.shape[1])
        dependent = self.bilinear(self.drop(functional.relu(self.dependent(x))))
        head = self.drop(functional.relu(self.head(rooted)))
        arcs = dependent @ head.transpose(1, 2)
        arcs = arcs + self.distance[far(torch.arange(x.shape[1] + 1)[None] - 1 - place[:, None])]
        open_to = torch.cat([torch.ones(len(x), 1, dtype=torch.bool), batch.mask], 1)
        arcs = arcs.masked_fill(~open_to[:, None], -1e9)
        tags, fine, names = self.tags(x).split(self.counts[:3], -1)
        return tags, fine, names, arcs, self.label_dependent(x), self.label_head(rooted)

    def relations(self, dependents, heads, chosen):
        """Scores of the relation of each word to its chosen head (0 is the root)."""
        of_head = torch.gather(heads, 1, chosen[..., None].expand(-1, -1, heads.shape[2]))
        return self.label(self.drop(functional.relu(dependents + of_head)))


def convolution(name, layer):
    """A convolution as a dense layer over the three words side by side."""
    weights = layer.weight.detach().numpy()  # outputs, inputs, taps
    return tensor_file.dense(name, weights.transpose(0, 2, 1).reshape(len(weights), -1), layer.bias.detach().numpy())


def linear(name, *layers):
    """Dense layers over the same input as one."""
    return tensor_file.dense(
        name,
        numpy.concatenate([layer.weight.detach().numpy() for layer in layers]),
        numpy.concatenate([layer.bias.detach().numpy() for layer in layers]),
    )


def norm(name, layer):
    return {name: numpy.stack([layer.weight.detach().numpy(), layer.bias.detach().numpy()])}


def tensors(model):
    """What src/language/syntax reads of the network, without tables of words and names of labels."""
    words = model.words
    made = {}
    for name in ("form", "piece", "beginning", "ending"):
        made |= tensor_file.quantized(name, getattr(words, name).weight.detach().numpy())
    made["shape"] = words.shape.weight.detach().numpy()
    made |= linear("words", words.inward)
    made["dilations"] = numpy.array(DILATIONS, numpy.float32)
    for number, layer in enumerate(model.convolutions):
        made |= convolution(f"convolution{number}", layer) | norm(f"norm{number}", model.before_convolution[number])
    for number, layer in enumerate(model.attention):
        made |= norm(f"attention{number}.norm", model.before_attention[number])
        made |= linear(f"attention{number}.in", layer.inward) | linear(f"attention{number}.out", layer.outward)
        made[f"attention{number}.near"] = layer.near.detach().numpy()
    made["attention_after"] = numpy.array(ATTENTION_AFTER, numpy.float32)
    made |= norm("last", model.last) | linear("tags", model.tags)
    made |= linear("roles", model.dependent, model.head, model.label_dependent, model.label_head)
    made |= linear("bilinear", model.bilinear) | linear("label", model.label)
    with torch.no_grad():
        made["root.head"] = functional.relu(model.head(model.root)).numpy()
        made["root.label"] = model.label_head(model.root).numpy()
    made["distance"] = model.distance.detach().numpy()
    return made
