"""Articles of PolNeAR as tokens with labels, for the network of speech (train/language/speech_train.py).

Tokens and their features come from `axray_predict speech-tokens`, so that training and the program see the same; this
file adds who says what: for each attribution the tokens of its cue, source and content. A token belongs to a span when
half of its characters do. Attributions whose parts stand in different blocks keep what stands in the block of the cue.
"""
import json
import subprocess

import numpy as np

CUE, SOURCE, CONTENT = 0, 1, 2
STATE = 128  # numbers in a state of the sentence models
RELATIONS = 64  # rows; the last for none
PATHS = 3 * RELATIONS + 1


class Block:
    """One paragraph: token positions begin..end of its article and the attributions whose cue stands in it."""

    def __init__(self, begin, end):
        self.begin, self.end = begin, end
        self.attributions = []  # (cue, source, content): arrays of positions within the block


class Article:
    def __init__(self, tokens, record):
        self.id = tokens['id']
        self.spans = np.array(tokens['spans'], dtype=np.int64).reshape(-1, 2)
        self.sentences = tokens['sentences']
        self.features = {name: np.array(tokens[name], dtype=np.uint64) for name in ('word', 'lemma', 'ending', 'flags')}
        self.head = np.array(tokens['head'], dtype=np.int64)  # position in the article, -1 for none
        self.relation = np.minimum(np.array(tokens['relation'], dtype=np.int64), RELATIONS - 1)
        self.states = np.frombuffer(bytes.fromhex(tokens['states']), dtype=np.int8)
        self.states = self.states[:len(self.spans) * STATE].reshape(-1, STATE)  # sixteenths
        self.blocks = []
        last = None
        for begin, end, block in self.sentences:
            if block != last:
                self.blocks.append(Block(begin, end))
                last = block
            self.blocks[-1].end = end
        self.sentence_of = np.zeros(len(self.spans), dtype=np.int64)
        for number, (begin, end, _) in enumerate(self.sentences):
            self.sentence_of[begin:end] = number
        self.lost = 0
        self._label(record)

    def _tokens_in(self, spans):
        found = []
        for begin, end in spans:
            first = np.searchsorted(self.spans[:, 1], begin, side='right')
            last = np.searchsorted(self.spans[:, 0], end, side='left')
            for at in range(first, last):
                left, right = self.spans[at]
                if 2 * (min(right, end) - max(left, begin)) >= right - left:
                    found.append(at)
        return np.array(sorted(set(found)), dtype=np.int64)

    def _label(self, record):
        starts = np.array([block.begin for block in self.blocks])
        for one in record['attributions']:
            cue, source, content = (self._tokens_in(one[name]) for name in ('cue', 'source', 'content'))
            if len(cue) == 0 or len(content) == 0:
                self.lost += 1
                continue
            block = self.blocks[int(np.searchsorted(starts, cue[0], side='right')) - 1]
            inside = [part[(part >= block.begin) & (part < block.end)] - block.begin for part in (cue, source, content)]
            if len(inside[CONTENT]) == 0:
                self.lost += 1
                continue
            block.attributions.append(tuple(inside))
        for block in self.blocks:
            block.attributions.sort(key=lambda one: one[CUE][0])


def read(program, models, path):
    """The articles of a file of PolNeAR, annotated by the program axray_predict with the models of a folder."""
    with open(path, 'rb') as source:
        command = [program, *(['--models', models] if models else []), 'speech-tokens']
        answer = subprocess.run(command, stdin=source, stdout=subprocess.PIPE, check=True)
    with open(path, encoding='utf-8') as source:
        records = {record['id']: record for record in map(json.loads, source)}
    articles = []
    for line in answer.stdout.decode().splitlines():
        tokens = json.loads(line)
        articles.append(Article(tokens, records[tokens['id']]))
    return articles


def path_rows(article, cue, tokens):
    """What src/language/speech/cue_path.hpp says of the tokens; positions in the article."""
    head, relation = article.head, article.relation
    inside = set(cue)
    anchor = next((at for at in cue if head[at] not in inside), cue[0])
    level = {}
    for number in range(3):
        if anchor < 0:
            break
        level.setdefault(anchor, number)
        anchor = int(head[anchor])
    rows = np.empty(len(tokens), dtype=np.int64)
    for place, token in enumerate(tokens):
        branch = RELATIONS - 1
        row = PATHS - 1
        for _ in range(64):
            if token < 0:
                break
            if token in level:
                row = level[token] * RELATIONS + branch
                break
            branch = min(int(relation[token]), RELATIONS - 2)
            token = int(head[token])
        rows[place] = row
    return rows


def runs(positions):
    """Positions as half-open runs: [3, 4, 7] -> [(3, 5), (7, 8)]."""
    found = []
    for at in positions:
        if found and found[-1][1] == at:
            found[-1][1] = int(at) + 1
        else:
            found.append([int(at), int(at) + 1])
    return found


def as_prediction(article, attributions):
    """What score.py reads. attributions: (block, cue, source, content) with positions within the block."""
    def spans(block, positions):
        return [[int(article.spans[block.begin + begin][0]), int(article.spans[block.begin + end - 1][1])]
                for begin, end in runs(positions)]
    return {'id': article.id,
            'attributions': [{'cue': spans(block, cue), 'source': spans(block, source), 'content': spans(block, content)}
                             for block, cue, source, content in attributions]}


def truth(article):
    return [(block, *one) for block in article.blocks for one in block.attributions]
