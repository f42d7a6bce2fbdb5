"""The network over words: attention from each word of a claim to the words of its evidence, compared one by one.

Decomposable attention (Parikh et al. 2016) with the relations of words as a part of the attention (Chen et al. 2018),
small convolutions for context, and a score for each word of the claim: whether the evidence bears it out.
"""

import torch
from torch import nn

from word_pairs import BITS, RELATIONS, SENTENCES

SIZE = 64
NEAR = 3  # words on each side that still count as near
PLACES = 5  # closeness to four neighbours, and agreement on the sentence
COMPARED = 4 * SIZE + (RELATIONS + 1) + RELATIONS + 2 * BITS + 1 + PLACES


class Convolution(nn.Module):
    """rows + max(0, weights * (row before, row, row behind)), as products of matrices, which are faster here."""

    def __init__(self, dilation, dropout):
        super().__init__()
        self.layer = nn.Linear(3 * SIZE, SIZE)
        self.dilation = dilation
        self.dropout = nn.Dropout(dropout)

    def forward(self, rows, mask):
        wide = nn.functional.pad(rows, (0, 0, self.dilation, self.dilation))
        length = rows.shape[1]
        near = [wide[:, step * self.dilation : step * self.dilation + length] for step in range(3)]
        return (rows + self.dropout(torch.relu(self.layer(torch.cat(near, 2))))) * mask


def places(share, mask, sentence, weight):
    """Whether each word of the claim met the evidence near where its neighbours met it, and in the sentence of most.

    share: attention (claims, words, others). The nearness of two words is the chance that what they met lies at most
    NEAR words apart.
    """
    count, words, others = share.shape
    near = nn.functional.avg_pool1d(share, 2 * NEAR + 1, 1, NEAR, count_include_pad=True) * (2 * NEAR + 1) * mask
    made = []
    for step in (-2, -1, 1, 2):
        moved = nn.functional.pad(near, (0, 0, 2, 2))[:, 2 + step : 2 + step + words]
        made.append((share * moved).sum(2))
    by_sentence = torch.zeros(count, words, SENTENCES).scatter_add(2, sentence.unsqueeze(1).expand(-1, words, -1), share)
    whole = (by_sentence * weight.unsqueeze(-1)).sum(1, keepdim=True) / weight.sum(1).clamp(min=0.01)[:, None, None]
    made.append((by_sentence * whole).sum(2))
    return torch.stack(made, 2)


class WordJudge(nn.Module):
    def __init__(self, vectors, frequent, dropout=0.2):
        super().__init__()
        self.register_buffer("vectors", torch.from_numpy(vectors))
        self.register_buffer("frequent", torch.from_numpy(frequent))
        self.projection = nn.Linear(vectors.shape[1], SIZE, bias=False)
        self.extra = nn.Embedding(len(vectors), SIZE, padding_idx=0, sparse=False)
        nn.init.zeros_(self.extra.weight)
        self.bits = nn.Linear(BITS, SIZE)
        self.sentence = nn.Embedding(SENTENCES + 1, SIZE)
        nn.init.normal_(self.sentence.weight, std=0.05)
        self.context = nn.ModuleList(Convolution(dilation, dropout) for dilation in (1, 2))
        self.query = nn.Linear(SIZE, SIZE)
        self.key = nn.Linear(SIZE, SIZE, bias=False)
        self.relation = nn.Parameter(torch.tensor([0.0] + [2.0] * 4 + [1.0] * (RELATIONS - 5)))
        self.nothing = nn.Linear(SIZE, 1)
        self.nothing_row = nn.Parameter(torch.zeros(SIZE))
        self.compare = nn.Linear(COMPARED, SIZE)
        self.mix = nn.ModuleList(Convolution(dilation, dropout) for dilation in (1, 2))
        self.word = nn.Linear(SIZE, 1)
        self.join = nn.Linear(3 * SIZE + 2, SIZE)
        self.answer = nn.Linear(SIZE, 2)
        self.dropout = nn.Dropout(dropout)

    def rows(self, words, bits, sentence, mask):
        vector = self.projection(self.vectors[words]) + self.extra(words) * self.frequent[words].unsqueeze(-1)
        rows = torch.relu(vector + self.bits(bits) + self.sentence(sentence)) * mask
        rows = self.dropout(rows)
        for layer in self.context:
            rows = layer(rows, mask)
        return rows

    def forward(self, batch):
        mask = batch["claim_mask"].unsqueeze(-1)
        claim = self.rows(batch["claim"], batch["claim_bits"], torch.zeros_like(batch["claim"]), mask)
        evidence = self.rows(batch["evidence"], batch["evidence_bits"], batch["sentence"] + 1,
                             batch["evidence_mask"].unsqueeze(-1))
        scores = torch.bmm(self.query(claim), self.key(evidence).transpose(1, 2)) / SIZE ** 0.5
        scores = scores + self.relation[batch["relations"]]
        scores = scores.masked_fill(batch["evidence_mask"].unsqueeze(1) == 0, -1e9)
        scores = torch.cat([self.nothing(claim), scores], 2)
        share = torch.softmax(scores, 2)
        nothing, share = share[:, :, :1], share[:, :, 1:]
        met = torch.bmm(share, evidence) + nothing * self.nothing_row
        kinds = torch.zeros(*share.shape[:2], RELATIONS).scatter_add(2, batch["relations"], share)
        exists = torch.zeros_like(kinds).scatter_(2, batch["relations"], 1.0)
        met_bits = torch.bmm(share, batch["evidence_bits"])
        compared = torch.cat([claim, met, (claim - met).abs(), claim * met, kinds, nothing, exists, batch["claim_bits"],
                              met_bits, batch["weight"].unsqueeze(-1),
                              places(share, mask, batch["sentence"], batch["weight"])], 2)
        rows = self.dropout(torch.relu(self.compare(compared))) * mask
        for layer in self.mix:
            rows = layer(rows, mask)
        word = self.word(rows).squeeze(-1)
        weight = batch["weight"].unsqueeze(-1) + 0.01
        most = (rows * mask).max(1).values
        length = mask.sum(1).clamp(min=1)
        mean = (rows * mask).sum(1) / length
        weighted = (rows * mask * weight).sum(1) / (mask * weight).sum(1).clamp(min=0.01)
        chance = torch.sigmoid(word) * batch["claim_mask"]
        joined = torch.cat([most, mean, weighted, chance.max(1, keepdim=True).values,
                            chance.sum(1, keepdim=True) / length], 1)
        return self.answer(self.dropout(torch.relu(self.join(joined)))), word
