"""`bench/speed story`: five reports from a cold start, and streams of articles that double in size, sorted and analysed."""
import json
import os
import random
import re
import statistics
import subprocess
import time

COLD_SECONDS = 0.300
STREAM = (1250, 2500, 5000, 10000)
STREAM_SECONDS, STREAM_MEGABYTES, DOUBLING = 300, 2000, 2.2
FLOOR_ARTICLES = 500  # whose sentences alone are annotated, beside the analysis
SHORTEST = 600        # characters of what counts as a full article

NAME = re.compile(r"[A-Z][a-z]{2,}|\d{2,}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
YEARS_APART = 12  # of the worlds in which the articles stand


def articles_of(data):
    """Full articles of all sets, ordered by day as a stream would be; those without a day in between."""
    found, texts = [], set()
    for folder in ("reuse", "stories"):
        for path in sorted((data / folder).glob("*.docs.jsonl")):
            for line in open(path, encoding="utf-8"):
                document = json.loads(line)
                text = document.get("text") or ""
                if len(text) < SHORTEST or text in texts:
                    continue
                texts.add(text)
                found.append({key: document[key] for key in ("id", "title", "text", "date", "source") if document.get(key)})
                if not DAY.match(found[-1].get("date", "")):
                    found[-1].pop("date", None)
    days = [one["date"] for one in found if "date" in one]
    numbers = random.Random(7)
    return sorted(found, key=lambda one: one.get("date") or numbers.choice(days))


def renamed(article, turn):
    """The article of another world: its names and numbers are others, the same ones in all articles of the turn."""
    def other(match):
        word = match.group()
        if word[0].isdigit():
            return str(int(word) + turn)
        return word + "aeiou"[turn % 5] + "nrslt"[turn // 5 % 5]

    world = {**article, "id": f"{turn}-{article['id']}", "text": NAME.sub(other, article["text"]),
             "title": NAME.sub(other, article.get("title", ""))}
    if "date" in article:
        world["date"] = str(int(article["date"][:4]) - YEARS_APART * turn) + article["date"][4:]
    return world


class StorySpeed:
    """`bench` gives the program, the data, the number of runs, a folder for files, and `limit` to say what is met."""

    def __init__(self, bench, measure, spread, stop):
        self.bench, self.measure, self.spread, self.stop = bench, measure, spread, stop
        self.program, self.scratch = bench.program, bench.scratch

    def run(self):
        self.cold()
        self.curve()

    def cold(self):
        reports = sorted((self.bench.data / "story-apt31" / "reports").glob("*.txt"))
        if not reports:
            self.stop(3, f"no data: {self.bench.data}/story-apt31/reports (set AXRAY_DATA or --data)")
        command = [self.program, "story", *reports, "--quiet", "--registers", "none"]
        results = [self.measure(command) for _ in range(self.bench.runs)]
        seconds, megabytes = zip(*results)
        print(f"story: axray story of {len(reports)} reports, from a cold start")
        print(f"  wall {self.spread(seconds, 's')}, peak {max(megabytes):.1f} MB")
        self.bench.limit(statistics.median(seconds) < COLD_SECONDS, f"under {COLD_SECONDS * 1000:.0f} ms")

    def stream(self, count):
        """A file of that many articles. Written piece by piece: a child's peak memory includes what this process held."""
        path = self.scratch / f"stream-{count}.jsonl"
        articles = articles_of(self.bench.data)
        if not articles:
            self.stop(3, f"no data: no *.docs.jsonl with full articles in {self.bench.data}/reuse and stories")
        with open(path, "w", encoding="utf-8") as out:
            for number in range(count):
                turn, place = divmod(number, len(articles))
                article = articles[place] if turn == 0 else renamed(articles[place], turn)
                out.write(json.dumps(article) + "\n")
        return path

    def curve(self):
        print("  streams of full articles, sorted into stories and each analysed, two threads:")
        costs = {}
        for count in STREAM:
            stream = self.stream(count)
            out = self.scratch / "stories.jsonl"
            seconds, processor, megabytes = self.timed([self.program, "story", stream, "--format", "jsonl", "--output", out,
                                                        "--threads", 2, "--quiet", "--registers", "none",
                                                        "--least-reports", 1])
            stories = sum(1 for _ in open(out, encoding="utf-8"))
            costs[count] = processor
            print(f"    {count:>6,} articles, {stream.stat().st_size / 1e6:.0f} MB, {stories:,} stories: {seconds:.1f} s, "
                  f"processor {processor:.1f} s, {1000 * processor / count:.1f} ms an article, peak {megabytes:.0f} MB")
        last = STREAM[-1]
        self.bench.limit(seconds < STREAM_SECONDS, f"{last:,} articles in under {STREAM_SECONDS // 60} minutes")
        self.bench.limit(megabytes < STREAM_MEGABYTES, f"under {STREAM_MEGABYTES:,} MB")
        growth = max(costs[count] / costs[count // 2] for count in STREAM[1:])
        self.bench.limit(growth <= DOUBLING,
                         f"twice the articles take at most {growth:.2f} times the processor time, limit {DOUBLING}")
        self.floor()

    def timed(self, command):
        """Wall seconds, processor seconds and peak megabytes: a neighbour on the machine slows the first alone."""
        begin = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            self.stop(4, f"axray story ended with status {process.returncode}")
        return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def floor(self):
        """Annotating the sentences is what every analysis begins with."""
        few = self.scratch / "few"
        few.mkdir()
        stream = self.scratch / "few.jsonl"
        articles = articles_of(self.bench.data)[:FLOOR_ARTICLES]
        stream.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
        for number, article in enumerate(articles):
            (few / f"{number}.txt").write_text(article["text"], encoding="utf-8")
        story = self.measure([self.program, "story", stream, "--format", "jsonl", "--threads", 2, "--quiet",
                              "--registers", "none", "--least-reports", 1])[0]
        reading = self.measure([self.program, "read", few, "--jsonl", "--annotations", "--threads", 2, "--quiet",
                                "--registers", "none"])[0]
        print(f"  {len(articles)} articles: {story:.1f} s; `axray read --annotations` of the same texts, which annotates "
              f"their sentences alone: {reading:.1f} s; the analysis takes {story / reading:.1f} times as long")
