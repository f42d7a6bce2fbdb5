// The page of a check: choosing claims and passages. The page is complete without it; this only shows one claim at a time,
// marks its words, and moves to its evidence. State is the chosen claim (a number from 1) or the chosen passage.
// page.js stands before it.
(function () {
  const sources = one("#sources");
  const status = one("#status");
  const page = makePage(sources);
  const claims = all(".card").map((card, index) => ({
    number: index + 1,
    card: card,
    places: all('.claim[data-claim="' + (index + 1) + '"]'),
  }));
  const hidden = new Set(); // verdicts that the filter sets aside

  let chosen = 0;
  let chosenPassage = null;

  // For each claim, the runs of words that its choice marks.
  const wordsOf = claims.map(() => []);
  for (const kind of ["same", "differs", "missing", "context"]) {
    for (const element of all("[data-" + kind + "]")) {
      for (const number of element.dataset[kind].split(" ")) {
        wordsOf[number - 1].push([element, "on-" + kind]);
      }
    }
  }

  function clear() {
    page.clear();
    chosen = 0;
    chosenPassage = null;
  }

  const evidenceOf = (claim) =>
    all("a[href^='#source-']", claim.card)
      .map((link) => document.getElementById(link.getAttribute("href").slice(1)))
      .filter(Boolean);

  function choose(number) {
    const claim = claims[number - 1];
    if (!claim) return;
    clear();
    chosen = number;
    page.open();
    page.light(claim.card, "chosen");
    claim.places.forEach(page.lightChosen);
    for (const [element, name] of wordsOf[number - 1]) page.light(element, name);
    const evidence = evidenceOf(claim);
    for (const passage of evidence) page.light(passage, "chosen");
    page.showBehind(evidence[0]);
    if (claim.places[0]) claim.places[0].scrollIntoView({ block: "nearest", behavior: page.behavior() });
    status.textContent = one("#claim-" + number + "-name").textContent + " of " + claims.length;
    page.remember("#claim-" + number);
  }

  // Shows which claims rest on a passage.
  function choosePassage(passage) {
    const numbers = (passage.dataset.claims || "").split(" ").filter(Boolean);
    clear();
    chosenPassage = passage;
    page.light(passage, "chosen");
    page.showBehind(passage);
    if (passage.id) page.remember("#" + passage.id);
    if (numbers.length === 0) return;
    page.open();
    const words = numbers.length === 1 ? "One claim rests on this passage:" : numbers.length + " claims rest on this passage:";
    page.showUses(
      words,
      numbers.map((number) => {
        const verdict = one("#claim-" + number + "-name .verdict").textContent;
        const wording = one("#claim-" + number + " .wording").textContent;
        return [page.linkTo("#claim-" + number, "Claim " + number), ", ", verdict, ": ", wording];
      }),
    );
    for (const number of numbers) for (const place of claims[number - 1].places) page.light(place, "rests");
    status.textContent = words + " " + numbers.join(", ");
    const first = claims[numbers[0] - 1].places[0];
    if (first) first.scrollIntoView({ block: "nearest", behavior: page.behavior() });
  }

  const isShown = (claim) => !claim.places[0] || !hidden.has(claim.places[0].dataset.verdict);

  function step(by) {
    const shown = claims.filter(isShown);
    if (shown.length === 0) return;
    const next = shown[page.next(shown.findIndex((claim) => claim.number === chosen), by, shown.length)];
    choose(next.number);
    if (next.places[0]) next.places[0].focus({ preventScroll: true });
  }

  function close() {
    const place = chosen ? claims[chosen - 1].places[0] : chosenPassage;
    clear();
    page.remember("");
    if (place) place.focus({ preventScroll: true });
  }

  function toggle(button) {
    const shows = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(shows));
    if (shows) hidden.delete(button.dataset.verdict);
    else hidden.add(button.dataset.verdict);
    for (const claim of claims) {
      for (const place of claim.places) place.classList.toggle("set-aside", !isShown(claim));
    }
    if (chosen && !isShown(claims[chosen - 1])) clear();
  }

  // From the chosen claim to its evidence, and back.
  function switchPane() {
    if (sources.contains(document.activeElement)) {
      const number = chosen || (chosenPassage && chosenPassage.dataset.claims.split(" ")[0]) || 1;
      const place = claims[number - 1] && claims[number - 1].places[0];
      if (place) place.focus();
      return;
    }
    const passage = chosen ? evidenceOf(claims[chosen - 1])[0] : null;
    (passage || sources).focus({ preventScroll: Boolean(passage) });
    if (passage) page.moveBehind(passage);
  }

  function followHash() {
    const claim = /^#(?:claim|at)-(\d+)$/.exec(location.hash);
    if (claim) {
      choose(Number(claim[1]));
      return;
    }
    const target = /^#source-\d+-sentence-\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (target) choosePassage(target);
  }

  function key(event) {
    const passage = event.target.closest(".passage.evidence");
    if (event.key === "s") switchPane();
    else if (/^[1-4]$/.test(event.key)) toggle(all("button.filter")[event.key - 1]);
    else if (passage && (event.key === "Enter" || event.key === " ")) choosePassage(passage);
    else return false;
    return true;
  }

  for (const item of all(".filter")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = item.className;
    button.dataset.verdict = item.dataset.verdict;
    button.setAttribute("aria-pressed", "true");
    button.append(...item.childNodes);
    button.addEventListener("click", () => toggle(button));
    item.replaceWith(button);
  }
  for (const passage of all(".passage.evidence")) {
    passage.tabIndex = 0;
    passage.setAttribute("role", "button");
  }
  for (const passage of all(".passage:not(.evidence)")) passage.tabIndex = -1;

  document.addEventListener("click", (event) => {
    const target = event.target.closest("a[href^='#'], .passage.evidence");
    if (!target) return;
    if (target.matches(".passage")) {
      if (String(getSelection())) return; // the reader is selecting text
      choosePassage(target);
      return;
    }
    const hash = target.getAttribute("href");
    const claim = /^#(?:claim|at)-(\d+)$/.exec(hash);
    const passage = hash.startsWith("#source-") && document.getElementById(hash.slice(1));
    if (claim) {
      event.preventDefault();
      choose(Number(claim[1]));
    } else if (passage) {
      event.preventDefault();
      if (!page.panel.contains(target)) choosePassage(passage); // from a card, the claim stays chosen
      page.moveBehind(passage);
      passage.focus({ preventScroll: true });
    }
  });

  // Shows which words of a card stand for each other.
  document.addEventListener("mouseover", (event) => {
    for (const word of all(".paired")) word.classList.remove("paired");
    const word = event.target.closest(".card [data-word]");
    if (!word) return;
    for (const pair of all('[data-word="' + word.dataset.word + '"]', word.closest(".card"))) pair.classList.add("paired");
  });

  page.listen({ step, close, isChosen: () => chosen || chosenPassage, key, followHash, choices: /^#claim-/ });
})();
