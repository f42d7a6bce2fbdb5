"""Model files with named tensors, as src/language/syntax/tensor_file.hpp reads them (arrays -> file).

The header is that of every model file (src/base/model_file.hpp).
"""

import os
import struct

import numpy
import xxhash

TYPES = {"float32": 0, "int8": 1, "uint64": 2, "text": 3}
PANEL = 32


def panels(weights):
    """Weights (outputs, inputs) as panels of 32 outputs, row after row of inputs; the last panel is padded with 0."""
    outputs, inputs = weights.shape
    padded = numpy.zeros((-(-outputs // PANEL) * PANEL, inputs), numpy.float32)
    padded[:outputs] = weights
    return numpy.ascontiguousarray(padded.reshape(-1, PANEL, inputs).transpose(0, 2, 1))


def padded_bias(bias):
    """A bias filled with zeros up to whole panels."""
    result = numpy.zeros(-(-len(bias) // PANEL) * PANEL, numpy.float32)
    result[: len(bias)] = bias
    return result


def dense(name, weights, bias=None):
    """The tensors of one dense layer: "name" with shape (outputs, inputs) as panels, and "name.bias"."""
    weights = numpy.asarray(weights, numpy.float32)
    made = {name: (panels(weights), (-(-weights.shape[0] // PANEL) * PANEL, weights.shape[1]))}
    if bias is not None:
        made[name + ".bias"] = padded_bias(numpy.asarray(bias, numpy.float32))
    return made


def quantized(name, table):
    """A table of rows as bytes with one scale for each row: "name" and "name.scale"."""
    table = numpy.asarray(table, numpy.float32)
    scale = numpy.maximum(numpy.abs(table).max(axis=1), 1e-8) / 127
    rows = numpy.clip(numpy.rint(table / scale[:, None]), -127, 127).astype(numpy.int8)
    return {name: rows, name + ".scale": scale.astype(numpy.float32)}


def dequantized(table):
    """What a table is after it was written and read."""
    made = quantized("t", table)
    return made["t"].astype(numpy.float32) * made["t.scale"][:, None]


def payload_of(tensors):
    entries, data = b"", b""
    start = 8 + 48 * len(tensors)
    for name, value in tensors.items():
        shape = None
        if isinstance(value, tuple):
            value, shape = value
        if isinstance(value, str):
            raw, kind, shape = value.encode(), "text", (1, len(value.encode()))
        else:
            kind, raw = str(value.dtype), value.tobytes()
            shape = shape or (value.shape if value.ndim == 2 else (1, value.size))
        data += b"\0" * (-(start + len(data)) % 16)
        entries += struct.pack("<24sIIIIQ", name.encode(), TYPES[kind], *shape, 0, start + len(data))
        data += raw
    return struct.pack("<II", len(tensors), 0) + entries + data


def write(path, kind, version, tensors):
    """Writes `tensors` (name -> array, (array, shape) or text) as a whole; gives the size in bytes."""
    payload = payload_of(tensors)
    digest = xxhash.xxh3_64_intdigest(payload)
    header = struct.pack("<8s16sIIQQ", b"AXRAYMDL", kind.encode(), version, 0, len(payload), digest)
    temporary = f"{path}.partial"
    with open(temporary, "wb") as out:
        out.write(header + payload)
    os.replace(temporary, path)
    return len(header) + len(payload)


def read(path):
    """The tensors of a file: name -> array of its rows and columns. Texts are left out."""
    with open(path, "rb") as file:
        payload = file.read()[48:]
    count, _ = struct.unpack_from("<II", payload, 0)
    tensors = {}
    for number in range(count):
        name, kind, rows, columns, _, offset = struct.unpack_from("<24sIIIIQ", payload, 8 + 48 * number)
        if kind != TYPES["text"]:
            values = numpy.frombuffer(payload, ("<f4", "i1", "<u8")[kind], rows * columns, offset)
            tensors[name.rstrip(b"\0").decode()] = values.reshape(rows, columns)
    return tensors
