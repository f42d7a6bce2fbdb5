"""`bench/speed check`: claims a second of `check --jsonl` by length of the sources, opening, and the floor beside it.

The requests are claims of the development data, one a document, whose sources are cut to the stated number of sentences
or filled up with sentences of other documents, other ones for every claim, so that no source set is met twice.
"""
import gzip
import itertools
import json
import random
import statistics
import subprocess

THREADS = 2
GOALS = {30: 2000, 150: 500}       # claims a second by sentences of the source
CLAIMS = {30: 4000, 150: 1000}
CURVE = {30: 1200, 150: 600, 600: 200, 2400: 60}  # sentences: claims
CURVE_GROWTH = 1.5
OPENING_SECONDS = 0.030
# What must end within bounded time and memory; seconds for all claims of a line together, on one thread.
HARD_SECONDS, HARD_MEGABYTES = 20, 1500


class CheckSpeed:
    """`bench` gives the program, the data, the number of runs, a folder for files, and `limit` to say what is met."""

    def __init__(self, bench, measure, spread, stop):
        self.bench, self.measure, self.spread, self.stop = bench, measure, spread, stop
        self.program, self.scratch = bench.program, bench.scratch
        self.floor = bench.program.parent / "axray_claims_floor"
        if not self.floor.is_file():
            stop(3, f"no program at {self.floor}: build the target axray_claims_floor")

    def run(self):
        self.items, self.sentences = self.read()
        print("check: axray check --jsonl, every claim with a source of its own")
        for count, goal in GOALS.items():
            self.rate(count, goal)
        self.curve()
        self.opening()
        self.hard_inputs()

    def read(self):
        """One item a document, and the sentences of all of them, each once, in a seeded order."""
        paths = sorted((self.bench.data / "attribution").glob("*.jsonl*"))
        if not paths:
            self.stop(3, f"no data: no *.jsonl in {self.bench.data / 'attribution'} (set AXRAY_DATA or --data)")
        items, sentences = {}, {}
        for path in paths:
            with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
                for item in map(json.loads, lines):
                    own = tuple(sentence for source in item["sources"] for sentence in source["sentences"])
                    items.setdefault(own, item["claim"])
                    sentences.update(dict.fromkeys(own))
        order = random.Random(5)
        items, sentences = [(claim, list(own)) for own, claim in items.items()], list(sentences)
        order.shuffle(items)
        order.shuffle(sentences)
        return items, sentences

    def requests(self, count, length):
        """A file of so many claims with sources of so many sentences."""
        path = self.scratch / f"requests-{length}.jsonl"
        others = itertools.cycle(self.sentences)
        with open(path, "w", encoding="utf-8") as out:
            for number, (claim, own) in enumerate(itertools.islice(itertools.cycle(self.items), count)):
                source = own[:length - 1]
                source += itertools.islice(others, length - len(source))
                random.Random(number).shuffle(source)
                request = {"id": number, "claim": claim, "sources": [{"id": "s", "sentences": source}]}
                out.write(json.dumps(request) + "\n")
        return path

    def seconds(self, command, requests):
        with open(requests, "rb") as source:
            return self.measure(command, source)

    def check_command(self, threads=THREADS):
        return [self.program, "check", "--jsonl", "--quiet", "--threads", threads]

    def check_all(self, requests, count):
        """Every claim is answered, or nothing is timed."""
        with open(requests, "rb") as source:
            answers = subprocess.run([str(part) for part in self.check_command()], stdin=source, check=False,
                                     stdout=subprocess.PIPE).stdout.splitlines()
        unusable = sum(b'"error"' in answer for answer in answers)
        if len(answers) != count or unusable > count // 100:
            self.stop(4, f"{len(answers)} answers to {count} claims, {unusable} of them errors")

    def rate(self, length, goal):
        count = CLAIMS[length]
        requests = self.requests(count, length)
        self.check_all(requests, count)
        rates, floors = [], []
        for _ in range(self.bench.runs):
            rates.append(count / self.seconds(self.check_command(), requests)[0])
            floors.append(count / self.seconds([self.floor, THREADS], requests)[0])
        print(f"  {count} claims, {length} sentences each, {THREADS} threads: {self.spread(rates, 'claims/s')}")
        print(f"  BM25 and coverage over the same lines: {self.spread(floors, 'claims/s')}, "
              f"{statistics.median(floors) / statistics.median(rates):.1f} times as fast")
        self.bench.limit(statistics.median(rates) >= goal, f"at least {goal} claims/s")

    def curve(self):
        start = statistics.median(self.measure([self.program, "check", "--jsonl", "--quiet"])[0]
                                  for _ in range(self.bench.runs))
        costs = {}
        for length, count in CURVE.items():
            requests = self.requests(count, length)
            seconds = statistics.median(self.seconds(self.check_command(1), requests)[0]
                                        for _ in range(min(3, self.bench.runs)))
            costs[length] = 1e6 * (seconds - start) / (count * length)
        print("  time by length of the source, one thread: " +
              ", ".join(f"{length} sentences {cost:.2f} us a sentence" for length, cost in costs.items()))
        self.bench.limit(max(costs.values()) <= CURVE_GROWTH * costs[min(CURVE)],
                         f"a sentence of the longest source at most {CURVE_GROWTH} times one of the shortest")

    def opening(self):
        one = self.requests(1, 30)
        empty = self.scratch / "empty.jsonl"
        empty.write_text("")
        times = {name: statistics.median(action() for _ in range(self.bench.runs)) for name, action in {
            "version": lambda: self.measure([self.program, "--version"])[0],
            "empty": lambda: self.seconds(self.check_command(1), empty)[0],
            "one": lambda: self.seconds(self.check_command(1), one)[0]}.items()}
        opening = times["one"] - times["version"]
        print(f"  opening: --version {1000 * times['version']:.1f} ms, check of no line {1000 * times['empty']:.1f} ms, "
              f"of one claim {1000 * times['one']:.1f} ms")
        self.bench.limit(opening < OPENING_SECONDS, f"models, tables and one claim in {1000 * opening:.1f} ms: under "
                                                    f"{1000 * OPENING_SECONDS:.0f} ms")

    def hard_inputs(self):
        for name, requests in hard_requests(self.items, self.sentences):
            path = self.scratch / "hard.jsonl"
            path.write_text("".join(json.dumps(request) + "\n" for request in requests), encoding="utf-8")
            seconds, megabytes = self.seconds(self.check_command(1), path)
            self.bench.limit(seconds < HARD_SECONDS and megabytes < HARD_MEGABYTES,
                             f"{name}: {seconds:.2f} s, {megabytes:.0f} MB")
        for name, article, sources in hard_articles(self.sentences):
            paths = []
            for number, text in enumerate([article, *sources]):
                paths.append(self.scratch / f"hard-{number}.txt")
                paths[-1].write_text(text, encoding="utf-8")
            report = self.scratch / "report.json"
            command = [self.program, "check", paths[0], "--against", *paths[1:], "--format", "json", "--output", report]
            seconds, megabytes = self.measure(command)
            self.bench.limit(seconds < HARD_SECONDS and megabytes < HARD_MEGABYTES,
                             f"{name}: {seconds:.2f} s, {megabytes:.0f} MB")


def hard_articles(sentences):
    """(what it is, article, sources) for `axray check ARTICLE --against SOURCES`."""
    def text(count, start=0):
        return "\n\n".join(itertools.islice(itertools.cycle(sentences), start, start + count))

    yield "an article of 1,000 sentences, three sources of 10,000", text(1000), [text(10_000, 500 * i) for i in range(3)]
    yield "an article that is its own source, 2,000 sentences", text(2000), [text(2000)]
    yield "one sentence 5,000 times in article and source", "\n\n".join([sentences[0]] * 5000), [
        "\n\n".join([sentences[0]] * 5000)]


def hard_requests(items, sentences):
    """(what it is, requests) for inputs that nobody should send."""
    def request(claim, *sources):
        return {"id": 0, "claim": claim, "sources": [{"sentences": list(source)} for source in sources]}

    claim, own = max(items[:200], key=lambda item: len(item[0]))
    many = list(itertools.islice(itertools.cycle(sentences), 100_000))
    words = " ".join(itertools.islice(itertools.cycle(sentences), 2000)).split()
    lines = [" ".join(sentence.split()[:25]) for sentence in sentences[:200]]
    yield "a source of 100,000 sentences", [request(claim, many)]
    yield "100 sources of 1,000 sentences", [request(claim, *(many[i:i + 1000] for i in range(0, 100_000, 1000)))]
    yield "a claim of one word, 10,000 sentences", [request(words[0], many[:10_000])]
    yield "a claim of 5,000 words in sentences, 300 sentences", [request(" ".join(words[:5000]), sentences[:300])]
    yield "a claim of 5,000 words without a full stop", [request(" ".join(words[:5000]).replace(".", ""), lines)]
    one = " ".join(words[5000:10_000]).replace(".", "")
    yield "claim and source sentence of 5,000 words", [request(one, [one])]
    yield "one sentence a thousand times", [request(claim, own[:1] * 1000)]
    yield "the claim ten thousand times", [request(claim, [claim] * 10_000)]
    yield "numbers of 10,000 digits", [request("It cost " + "7" * 10_000 + " dollars.", ["It cost " + "8" * 10_000] * 50)]
    yield "words of 100,000 letters", [request("The " + "w" * 100_000 + " fell.", ["The " + "v" * 100_000] * 50)]
    yield "punctuation alone", [request("?!" * 5000, ["-" * 1000, "..." * 1000])]
