"""`bench/speed registers`: import of lists, opening, names a second and memory, and what a plain scan needs beside it."""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import time

from registers import screening

IMPORT_SECONDS, OPENING_SECONDS, MEGABYTES, QUERY_MILLISECONDS = 5, 0.050, 150, 0.2
SCANNED = 200  # names that the scan is asked for: it is slow
NOT_LISTS = ("README", "LICENSE", "FORMAT", "programs")


def lists_of(folder):
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(NOT_LISTS)]


class RegistersSpeed:
    """`bench` gives the program, the data, the number of runs, a folder for files, and `limit` to say what is met."""

    def __init__(self, bench, measure, spread, stop):
        self.bench, self.measure, self.spread, self.stop = bench, measure, spread, stop
        self.program, self.scratch = bench.program, bench.scratch
        self.lists = bench.data / "registers"
        self.queries = bench.data / "screening" / "queries.jsonl"
        self.floor = bench.program.parent / "axray_names_floor"
        if not self.lists.is_dir() or not self.queries.is_file():
            stop(3, f"no data: {self.lists} and {self.queries} (set AXRAY_DATA or --data)")
        if not self.floor.is_file():
            stop(3, f"no program at {self.floor}: build the target axray_names_floor")

    def run(self):
        print("registers: axray registers import, and axray screen over what was imported")
        try:
            self.importing()
            self.opening("all lists", self.scratch / "all")
            self.asking()
        except screening.Unscored as reason:
            self.stop(*reason.args)

    def importing(self):
        files = lists_of(self.lists)
        size = sum(path.stat().st_size for path in files) / 1e6
        seconds, peaks, unpacking = [], [], []
        for _ in range(self.bench.runs):
            target = self.scratch / "all"
            shutil.rmtree(target, ignore_errors=True)
            wall, peak = self.timed_import(files, target)
            seconds.append(wall)
            peaks.append(peak)
            packed = [path for path in files if path.suffix == ".gz"]
            unpacking.append(self.measure(["gzip", "-dc", *packed])[0])
        shown = json.loads(subprocess.run([self.program, "screen", "nobody", "--format", "json", "--registers", target],
                                          capture_output=True, check=True).stdout)
        entries, names = (sum(one[key] for one in shown["lists"]) for key in ("entries", "names"))
        print(f"  import of {len(files)} files ({size:.1f} MB packed; {len(shown['lists'])} lists in use, {entries:,} entries, "
              f"{names:,} names): {self.spread(seconds, 's')}, peak {max(peaks):.0f} MB; gzip -dc alone of what is packed: "
              f"{statistics.median(unpacking):.2f} s")
        self.bench.limit(statistics.median(seconds) < IMPORT_SECONDS, f"under {IMPORT_SECONDS} s")

    def timed_import(self, files, target):
        """A file that is no list is told and skipped; that leaves a status of its own."""
        begin = time.monotonic()
        process = subprocess.Popen([str(part) for part in (self.program, "registers", "import", *files, "--registers", target)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 3):
            self.stop(4, f"axray registers import ended with status {process.returncode}")
        return time.monotonic() - begin, usage.ru_maxrss / 1024

    def opening(self, what, registers):
        index = sum(path.stat().st_size for path in (registers / "index").rglob("*") if path.is_file()) / 1e6
        self.measure([self.program, "screen", "nobody", "--registers", registers])
        whole = [self.measure([self.program, "screen", "nobody", "--registers", registers]) for _ in range(self.bench.runs)]
        start = statistics.median(self.measure([self.program, "--version"])[0] for _ in range(self.bench.runs))
        opening = [max(0, seconds - start) for seconds, _ in whole]
        peak = max(megabytes for _, megabytes in whole)
        print(f"  {what}: index {index:.1f} MB on the disk; opening and one name {self.spread(opening, 's')} beyond the "
              f"start of the process, {1000 * start:.0f} ms; peak {peak:.1f} MB")
        self.bench.limit(statistics.median(opening) < OPENING_SECONDS, f"under {1000 * OPENING_SECONDS:.0f} ms")
        self.bench.limit(peak < MEGABYTES, f"under {MEGABYTES} MB")

    def questions(self, name, queries):
        path = self.scratch / name
        path.write_text("".join(json.dumps({"id": one["id"], "query": one["query"]}) + "\n" for one in queries),
                        encoding="utf-8")
        return path

    def asking(self):
        registers = self.scratch / "sdn"
        screening.import_lists(self.program, self.lists, screening.LISTS, registers)
        self.opening("OFAC's list with its aliases", registers)
        queries = screening.read_lines(self.queries)
        many, one = self.questions("many.jsonl", queries), self.questions("one.jsonl", queries[:1])
        command = [self.program, "screen", "--jsonl", "--quiet", "--threads", "1", "--registers", registers]

        def run(path):
            with open(path, "rb") as source:
                return self.measure(command, source)

        milliseconds, peaks = [], []
        for _ in range(self.bench.runs):
            seconds, peak = run(many)
            milliseconds.append(1000 * (seconds - run(one)[0]) / len(queries))
            peaks.append(peak)
        print(f"  {len(queries)} names on one core, answers written: {self.spread(milliseconds, 'ms')} a name, "
              f"peak {max(peaks):.1f} MB")
        self.bench.limit(statistics.median(milliseconds) < QUERY_MILLISECONDS, f"under {QUERY_MILLISECONDS} ms a name")
        self.bench.limit(max(peaks) < MEGABYTES, f"under {MEGABYTES} MB")
        self.scan(registers, queries[:SCANNED], statistics.median(milliseconds))

    def scan(self, registers, queries, own):
        names, asked = self.scratch / "names.txt", self.scratch / "asked.txt"
        texts = [name["text"] for path in pathlib.Path(registers).glob("lists/*/*/entries.jsonl")
                 for entry in screening.read_lines(path) for name in entry["names"]]
        names.write_text("\n".join(text.replace("\n", " ") for text in texts) + "\n", encoding="utf-8")
        asked.write_text("\n".join(one["query"].replace("\n", " ") for one in queries) + "\n", encoding="utf-8")
        with open(asked, "rb") as source:
            seconds = self.measure([self.floor, names], source)[0]
        floor = 1000 * seconds / len(queries)
        print(f"  a scan of all {len(texts):,} names by edit distance: {floor:.2f} ms a name, {floor / own:.0f} times as long")
