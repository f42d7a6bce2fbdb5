#!/usr/bin/env python3
"""Prints in short what score.py of the screening data says of pairs.jsonl and hits.jsonl.

Use: scores.py DATA/screening SCORES
"""

import json
import pathlib
import subprocess
import sys


def score(*arguments):
    return json.loads(subprocess.run([sys.executable, *map(str, arguments)], check=True, capture_output=True, text=True).stdout)


def main():
    data, scores = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    pairs = score(data / "score.py", data / "pairs.jsonl", scores / "pairs.jsonl")
    print(f"pairs     F1 {pairs['f1']:.3f}  average precision {pairs['ap']:.3f}  at-1 {pairs['at1']:.3f}")
    for kind, one in pairs["by_kind"].items():
        print(f"  {kind:<12} F1 {one['f1']:.3f}  average precision {one['ap']:.3f}")
    hits = score(data / "score.py", "--queries", data / "queries.jsonl", scores / "hits.jsonl")
    print(f"questions at-1 {hits['at1']:.3f}  recall@10 {hits['recall10']:.3f}  F1 {hits['f1']:.3f}  "
          f"false alerts {hits['false_alert_rate']:.3f}, at the threshold of the best F1, {hits['threshold']:.2f}")
    for threshold in (0.3, 0.5, 0.7, 0.9):
        at = score(data / "score.py", "--queries", data / "queries.jsonl", scores / "hits.jsonl", "--threshold", threshold)
        print(f"  from {threshold}: found {at['recall']:.3f}  false alerts {at['false_alert_rate']:.4f}")


if __name__ == "__main__":
    main()
