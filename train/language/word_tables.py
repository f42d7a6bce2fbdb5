"""Rows of words in the network's tables, and examples as tensors (words -> Batch)."""

import dataclasses

import numpy
import torch

import tensor_file

MOST_VECTORS = 60000
LABELS = 5  # columns of Example.tags


@dataclasses.dataclass
class Batch:
    form: torch.Tensor
    vector: torch.Tensor
    shape: torch.Tensor
    beginning: torch.Tensor
    ending: torch.Tensor
    classes: torch.Tensor
    pieces: torch.Tensor
    mask: torch.Tensor
    tags: torch.Tensor
    known: torch.Tensor


class Tables:
    """Which row of the tables of forms and of vectors a word has: keys are hashes of normal forms, in ascending order."""

    def __init__(self, features, vectors_path, forms_path):
        self.features = features
        with open(forms_path, encoding="utf-8") as lines:
            forms = [line.rstrip("\n") for line in lines]
        features.add(forms)
        self.forms = {key: row for row, key in enumerate(sorted({features.form_of(form) for form in forms}), 1)}
        self.vectors, self.vector_rows = self.read_vectors(vectors_path)
        self.rows = numpy.zeros((0, 2), numpy.int64)  # by number of the word: form, vector
        self.add([])

    def read_vectors(self, path):
        words, rows = [], []
        with open(path, encoding="utf-8") as lines:
            next(lines)
            for line in lines:
                fields = line.rstrip().split(" ")
                if fields[0] != "</s>" and len(words) < MOST_VECTORS:
                    words.append(fields[0])
                    rows.append([float(value) for value in fields[1:]])
        table = numpy.array(rows, numpy.float32)
        table = tensor_file.dequantized(table / table.std())
        self.features.add(words)
        first = {}
        for row, word in enumerate(words):
            first.setdefault(self.features.form_of(word), row)
        ordered = sorted(first)
        empty = numpy.zeros((1, table.shape[1]), numpy.float32)
        return numpy.concatenate([empty, table[[first[key] for key in ordered]]]), {
            key: row for row, key in enumerate(ordered, 1)}

    def add(self, words):
        self.features.add(words)
        new = [(self.forms.get(form, 0), self.vector_rows.get(form, 0)) for form in self.features.forms[len(self.rows):]]
        self.rows = numpy.concatenate([self.rows, numpy.array(new, numpy.int64).reshape(-1, 2)])

    def word_tensors(self, numbers):
        """The fields of Batch up to `pieces`, of an array of numbers of words."""
        rows, looks = self.rows[numbers], self.features.looks[numbers]
        columns = [rows[..., 0], rows[..., 1], looks[..., 0], looks[..., 1], looks[..., 2]]
        made = [torch.from_numpy(column.copy()) for column in columns]
        return [*made, torch.from_numpy(self.features.classes[numbers]), torch.from_numpy(self.features.pieces[numbers])]

    def batch(self, examples):
        longest = max(len(example.words) for example in examples)
        numbers = numpy.zeros((len(examples), longest), numpy.int64)
        tags = numpy.full((len(examples), longest, LABELS), -1, numpy.int64)
        for row, example in enumerate(examples):
            numbers[row, : len(example.words)] = self.features.numbers(example.words)
            if example.tags is not None:
                tags[row, : len(example.words)] = example.tags
        known = torch.tensor([example.known for example in examples])
        return Batch(*self.word_tensors(numbers), torch.from_numpy(numbers > 0), torch.from_numpy(tags), known)

    def tensors(self):
        """Keys in ascending order: row 1 of a table belongs to the first; row 0 to words without a key."""
        return {f"{name}.keys": numpy.array(sorted(rows), numpy.uint64)
                for name, rows in (("form", self.forms), ("vector", self.vector_rows))} | tensor_file.quantized(
                    "vector", self.vectors)
