"""Words of claims beside those of their evidence, as axray_train_word_pairs writes them (file -> Items, batches)."""

import struct

import numpy as np

SUPPORTED, PARTLY, CONTRADICTED, NOT_FOUND = range(4)
TWO_LABELS, WEAK_LABEL, SENTENCE_PAIR, WORDS_MARKED, MADE, LOOSE = 1, 2, 4, 8, 16, 32
RELATIONS = 13
BITS = 14
SENTENCES = 5


class Item:
    __slots__ = ("name", "dataset", "fold", "label", "flags", "claim", "weight", "claim_bits", "bad", "evidence",
                 "evidence_bits", "sentence", "relations")


def read(path):
    """All items of the file and of its list of names."""
    data = open(path, "rb").read()
    items, at = [], 0
    with open(path + ".ids", encoding="utf-8") as names:
        for line in names:
            item = Item()
            item.name, item.dataset, fold = line.rstrip("\n").split("\t")
            item.fold = int(fold)
            words, others, item.label, item.flags = struct.unpack_from("<IIBB", data, at)
            at += 12

            def take(kind, count):
                nonlocal at
                values = np.frombuffer(data, kind, count, at)
                at += values.nbytes
                return values

            item.claim = take("<u8", words)
            item.weight = take("<f4", words)
            item.claim_bits = take("<u2", words)
            item.bad = take("u1", words)
            item.evidence = take("<u8", others)
            item.evidence_bits = take("<u2", others)
            item.sentence = take("u1", others)
            item.relations = take("u1", words * others).reshape(words, others)
            items.append(item)
    if at != len(data):
        raise ValueError(f"{path}: {len(data) - at} bytes are left over")
    return items


class Vocabulary:
    """Rows of the table of words: those of the word vectors, then others that are seen often; row 0 for all the rest."""

    def __init__(self, keys, vectors, items, least):
        seen = {}
        for item in items:
            if item.dataset == "made":
                continue
            for key in set(item.claim.tolist()) | set(item.evidence.tolist()):
                seen[key] = seen.get(key, 0) + 1
        known = set(keys.tolist())
        more = sorted(key for key, count in seen.items() if count >= least and key not in known)
        self.keys = np.concatenate([keys, np.array(more, np.uint64)])
        order = np.argsort(self.keys)
        self.keys = self.keys[order]
        table = np.concatenate([vectors, np.zeros((len(more), vectors.shape[1]), np.float32)])[order]
        self.vectors = np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), table])
        self.frequent = np.array([0] + [1 if seen.get(key, 0) >= least else 0 for key in self.keys.tolist()], np.float32)

    def rows(self, forms):
        places = np.searchsorted(self.keys, forms)
        places[places == len(self.keys)] = 0
        return np.where(self.keys[places] == forms, places + 1, 0)


def bits_of(values):
    return ((values[..., None] >> np.arange(BITS)) & 1).astype(np.float32)


def batches(items, rng, cells=60000, longest=96, most=240):
    """Batches of items of about one length: lists of positions in `items`, in random order."""
    sizes = [(min(len(item.claim), longest) // 4, min(len(item.evidence), most) // 8) for item in items]
    order = sorted(range(len(items)), key=lambda at: (sizes[at], rng.random()))
    made, batch, widest, tallest = [], [], 1, 1
    for at in order:
        tall, wide = sizes[at][0] * 4 + 4, sizes[at][1] * 8 + 8
        if batch and (len(batch) + 1) * max(tall, tallest) * max(wide, widest) > cells:
            made.append(batch)
            batch, widest, tallest = [], 1, 1
        batch.append(at)
        tallest, widest = max(tall, tallest), max(wide, widest)
    made.append(batch)
    rng.shuffle(made)
    return made


def tensors(items, vocabulary, longest=96, most=240):
    """Arrays of one batch, filled with zeros."""
    words = max(1, min(longest, max(len(item.claim) for item in items)))
    others = max(1, min(most, max(len(item.evidence) for item in items)))
    count = len(items)
    made = {
        "claim": np.zeros((count, words), np.int64), "evidence": np.zeros((count, others), np.int64),
        "claim_bits": np.zeros((count, words, BITS), np.float32),
        "evidence_bits": np.zeros((count, others, BITS), np.float32),
        "weight": np.zeros((count, words), np.float32), "bad": np.zeros((count, words), np.float32),
        "sentence": np.zeros((count, others), np.int64), "relations": np.zeros((count, words, others), np.int64),
        "claim_mask": np.zeros((count, words), np.float32), "evidence_mask": np.zeros((count, others), np.float32),
    }
    for at, item in enumerate(items):
        n, m = min(words, len(item.claim)), min(others, len(item.evidence))
        made["claim"][at, :n] = vocabulary.rows(item.claim[:n])
        made["evidence"][at, :m] = vocabulary.rows(item.evidence[:m])
        made["claim_bits"][at, :n] = bits_of(item.claim_bits[:n])
        made["evidence_bits"][at, :m] = bits_of(item.evidence_bits[:m])
        made["weight"][at, :n] = item.weight[:n]
        made["bad"][at, :n] = item.bad[:n]
        made["sentence"][at, :m] = np.minimum(item.sentence[:m], SENTENCES - 1)
        made["relations"][at, :n, :m] = item.relations[:n, :m]
        made["claim_mask"][at, :n] = 1
        made["evidence_mask"][at, :m] = 1
    return made
