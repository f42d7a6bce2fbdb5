// Times chrono-node on the paragraphs of a text, in one process.
//
//   node measure.mjs < text > {"bytes": number, "first": seconds, "warm": seconds, "found": number}
//
// Paragraphs stand between empty lines. The time is that of chrono's parse with a reference day, by the clock on the
// wall or of the processor, whichever says less: of the first pass over the text, while the compiler of node warms up,
// and of the second.
import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";

const REFERENCE = new Date(2024, 2, 26, 12);
const bytes = readFileSync(0);
const paragraphs = bytes.toString("utf8").split(/\n\s*\n/);

function parseAll() {
  let found = 0;
  for (const paragraph of paragraphs) found += chrono.parse(paragraph, REFERENCE).length;
  return found;
}

function timed() {
  const begin = process.hrtime.bigint();
  const before = process.cpuUsage();
  const found = parseAll();
  const used = process.cpuUsage(before);
  const wall = Number(process.hrtime.bigint() - begin) / 1e9;
  return { seconds: Math.min(wall, (used.user + used.system) / 1e6), found };
}

const first = timed();
const warm = timed();
process.stdout.write(
  JSON.stringify({ bytes: bytes.length, first: first.seconds, warm: warm.seconds, found: first.found }) + "\n",
);
