"""`bench/speed reuse`: articles signed and looked up a second of one core, the floor beside it, and the cost of more."""
import json
import re
import statistics
import subprocess

ARTICLES_A_SECOND = 5000
CURVE = (2500, 5000, 10000)
DOUBLING = 2.2
KILOBYTES_A_TEXT = 4


class ReuseSpeed:
    """`bench` gives the program, the data, the number of runs, a folder for files, and `limit` to say what is met."""

    def __init__(self, bench, measure, spread, stop):
        self.bench, self.measure, self.spread, self.stop = bench, measure, spread, stop
        self.finder, self.floor = (bench.program.parent / name for name in ("axray_reuse", "axray_reuse_floor"))
        for program in (self.finder, self.floor):
            if not program.is_file():
                stop(3, f"no program at {program}: build the target {program.name}")
        self.files = sorted((bench.data / "reuse").glob("natural.*.docs.jsonl"))
        if not self.files:
            stop(3, f"no data: no natural.*.docs.jsonl in {bench.data / 'reuse'} (set AXRAY_DATA or --data)")

    def run(self):
        print("reuse: signing and look-up of articles on one core, all in memory")
        with open(self.files[0], encoding="utf-8") as lines:
            self.texts = [one["text"] for one in map(json.loads, lines)]
        self.rate()
        self.curve()

    def answer(self, command, source):
        with open(source, "rb") as lines:
            done = subprocess.run([str(part) for part in command], stdin=lines, capture_output=True, check=False)
        if done.returncode != 0:
            self.stop(4, f"{command[0]} ended with status {done.returncode}")
        return json.loads(done.stdout)

    def rate(self):
        ours = [self.answer([self.finder, "speed"], self.files[0]) for _ in range(self.bench.runs)]
        peers = [self.answer([self.floor], self.files[0]) for _ in range(min(3, self.bench.runs))]
        rates = [one["texts"] / one["signing_and_look_up_seconds"] for one in ours]
        peer = statistics.median(one["texts"] / one["signing_and_look_up_seconds"] for one in peers)
        pairs = statistics.median(one["pairs_seconds"] for one in ours)
        print(f"  {len(self.texts)} articles of {sum(map(len, self.texts)) // len(self.texts)} letters: "
              f"{self.spread(rates, 'articles/s')}; plain min-hash {peer:.0f} articles/s")
        print(f"  with the comparison of all {ours[0]['pairs']} pairs that share prose: {pairs:.2f} s")
        self.bench.limit(statistics.median(rates) >= ARTICLES_A_SECOND, f"{ARTICLES_A_SECOND} articles a second")

    def collection(self, count):
        """So many articles: the real ones over and over, every time with other words."""
        path = self.bench.scratch / f"texts-{count}.jsonl"
        with open(path, "w", encoding="utf-8") as out:
            for number in range(count):
                copy, text = number // len(self.texts), self.texts[number % len(self.texts)]
                text = re.sub(r"[A-Za-z]+", lambda word: f"{word[0]}x{copy}", text)
                out.write(json.dumps({"id": str(number), "text": text}) + "\n")
        return path

    def curve(self):
        points = {}
        for count in CURVE:
            source = self.collection(count)
            runs = [self.answer([self.finder, "speed"], source) for _ in range(min(3, self.bench.runs))]
            points[count] = [statistics.median(one[key] for one in runs)
                             for key in ("signing_and_look_up_seconds", "pairs_seconds")]
            print(f"  {count} texts: signing and look-up {points[count][0]:.2f} s, with all pairs {points[count][1]:.2f} s, "
                  f"{runs[0]['pairs']} pairs, index {runs[0]['index_bytes'] / count / 1000:.1f} kB a text")
            self.bench.limit(runs[0]["index_bytes"] <= KILOBYTES_A_TEXT * 1000 * count,
                             f"{KILOBYTES_A_TEXT} kB a text beside it")
        for small, large in zip(CURVE, CURVE[1:]):
            growth = max(more / less for less, more in zip(points[small], points[large]))
            self.bench.limit(growth <= DOUBLING, f"{large} texts take {growth:.2f} times as long as {small}, at most {DOUBLING}")
