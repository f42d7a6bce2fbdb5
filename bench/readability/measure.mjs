// Times Readability over linkedom on pages, in one warm process.
//
//   node measure.mjs < list-of-paths > {"pages": [[path, bytes, seconds, characters of text], ...], "failed": number}
//
// The time of a page is that of parsing it and of Readability's parse, by the clock on the wall or of the processor,
// whichever says less: the one suffers from other programs, the other counts the threads that collect garbage. Reading
// the file and decoding it as UTF-8 are left out. The first pages are read once before the clock is started, so that the compiler of node has warmed up.
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const WARM_UP_PAGES = 40;

function articleOf(html) {
  const { document } = parseHTML(html);
  const article = new Readability(document).parse();
  return article?.textContent?.length ?? 0;
}

const paths = readFileSync(0, "utf8").split("\n").filter(Boolean);
const contents = paths.map((path) => readFileSync(path));

// A page that stops the peer counts with the time it took, as one without text.
let failed = 0;
function timed(html) {
  const begin = process.hrtime.bigint();
  const before = process.cpuUsage();
  let characters = 0;
  try {
    characters = articleOf(html);
  } catch {
    failed += 1;
  }
  const used = process.cpuUsage(before);
  const wall = Number(process.hrtime.bigint() - begin) / 1e9;
  return [Math.min(wall, (used.user + used.system) / 1e6), characters];
}

for (const bytes of contents.slice(0, WARM_UP_PAGES)) timed(bytes.toString("utf8"));
failed = 0;
const pages = paths.map((path, i) => {
  const [seconds, characters] = timed(contents[i].toString("utf8"));
  return [path, contents[i].length, seconds, characters];
});
process.stdout.write(JSON.stringify({ pages, failed }) + "\n");
