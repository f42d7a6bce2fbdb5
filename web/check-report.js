// The page of a check: choosing claims and passages. The page is complete without it; this only shows one claim at a time,
// marks its words, and moves to its evidence. State is the chosen claim (a number from 1) or the chosen passage.
(function () {
  "use strict";

  const root = document.documentElement;
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const one = (selector) => document.querySelector(selector);

  const panel = one("#claims");
  const sources = one("#sources");
  const status = one("#status");
  const usesCard = one("#uses-card");
  const help = one("#help");
  const claims = all(".card").map((card, index) => ({
    number: index + 1,
    card: card,
    places: all('.claim[data-claim="' + (index + 1) + '"]'),
  }));
  const hidden = new Set(); // verdicts that the filter sets aside

  let chosen = 0;
  let chosenPassage = null;
  let lit = []; // [element, class] pairs that the choice has added

  // For each claim, the runs of words that its choice marks.
  const wordsOf = claims.map(() => []);
  for (const kind of ["same", "differs", "missing", "context"]) {
    for (const element of all("[data-" + kind + "]")) {
      for (const number of element.dataset[kind].split(" ")) {
        wordsOf[number - 1].push([element, "on-" + kind]);
      }
    }
  }

  function light(element, name) {
    element.classList.add(name);
    lit.push([element, name]);
  }

  function clear() {
    for (const [element, name] of lit) element.classList.remove(name);
    lit = [];
    usesCard.hidden = true;
    usesCard.replaceChildren();
    panel.classList.remove("has-choice");
    root.classList.remove("choosing");
    one(".bar").hidden = true;
    chosen = 0;
    chosenPassage = null;
  }

  function open() {
    panel.classList.add("has-choice");
    root.classList.add("choosing");
    one(".bar").hidden = false;
    panel.scrollTop = 0;
  }

  let settled = false; // at first the page stands where its address says, without moving there
  const behavior = () => (settled && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "auto");

  // Brings an element into the middle of the sources where they scroll by themselves.
  function showInSources(element) {
    if (!element || getComputedStyle(sources).overflowY !== "auto") return;
    const top = element.getBoundingClientRect().top - sources.getBoundingClientRect().top + sources.scrollTop;
    sources.scrollTo({ top: top - sources.clientHeight / 3, behavior: behavior() });
  }

  function remember(hash) {
    try {
      history.replaceState(null, "", hash || location.pathname + location.search);
    } catch (error) {
      // A page that was opened from a data address has no history of its own.
    }
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
    open();
    light(claim.card, "chosen");
    for (const place of claim.places) {
      light(place, "chosen");
      place.setAttribute("aria-current", "true");
      lit.push([{ classList: { remove: () => place.removeAttribute("aria-current") } }, ""]);
    }
    for (const [element, name] of wordsOf[number - 1]) light(element, name);
    const evidence = evidenceOf(claim);
    for (const passage of evidence) light(passage, "chosen");
    showInSources(evidence[0]);
    if (claim.places[0]) claim.places[0].scrollIntoView({ block: "nearest", behavior: behavior() });
    status.textContent = one("#claim-" + number + "-name").textContent + " of " + claims.length;
    remember("#claim-" + number);
  }

  // Shows which claims rest on a passage.
  function choosePassage(passage) {
    const numbers = (passage.dataset.claims || "").split(" ").filter(Boolean);
    clear();
    chosenPassage = passage;
    light(passage, "chosen");
    showInSources(passage);
    if (passage.id) remember("#" + passage.id);
    if (numbers.length === 0) return;
    open();
    const head = document.createElement("p");
    head.textContent = numbers.length === 1 ? "One claim rests on this passage:" : numbers.length + " claims rest on this passage:";
    const list = document.createElement("ul");
    for (const number of numbers) {
      const claim = claims[number - 1];
      for (const place of claim.places) light(place, "rests");
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = "#claim-" + number;
      const verdict = one("#claim-" + number + "-name .verdict").cloneNode(true);
      verdict.className = "verdict " + claim.card.classList[1];
      link.append("Claim " + number);
      item.append(link, ", ", verdict.textContent, ": ", one("#claim-" + number + " .wording").textContent);
      list.append(item);
    }
    usesCard.replaceChildren(head, list);
    usesCard.hidden = false;
    status.textContent = head.textContent + " " + numbers.join(", ");
    const first = claims[numbers[0] - 1].places[0];
    if (first) first.scrollIntoView({ block: "nearest", behavior: behavior() });
  }

  const isShown = (claim) => !claim.places[0] || !hidden.has(claim.places[0].dataset.verdict);

  function step(by) {
    const shown = claims.filter(isShown);
    if (shown.length === 0) return;
    const at = shown.findIndex((claim) => claim.number === chosen);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    choose(shown[next].number);
    const place = shown[next].places[0];
    if (place) place.focus({ preventScroll: true });
  }

  function close() {
    const place = chosen ? claims[chosen - 1].places[0] : chosenPassage;
    clear();
    remember("");
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
    if (passage) {
      showInSources(passage);
      if (getComputedStyle(sources).overflowY !== "auto") passage.scrollIntoView({ block: "center", behavior: behavior() });
    }
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

  root.classList.add("js");
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
  one(".help-button").hidden = false;
  one(".help-button").addEventListener("click", () => help.showModal());

  const actions = {
    previous: () => step(-1),
    next: () => step(1),
    close: close,
    "close-help": () => help.close(),
  };

  document.addEventListener("click", (event) => {
    const target = event.target.closest("a[href^='#'], .passage.evidence, button[data-do]");
    if (!target) return;
    if (target.matches("button")) {
      actions[target.dataset.do]();
      return;
    }
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
    } else if (passage && panel.contains(target)) {
      event.preventDefault(); // the claim stays chosen
      showInSources(passage);
      if (getComputedStyle(sources).overflowY !== "auto") passage.scrollIntoView({ block: "center", behavior: behavior() });
      passage.focus({ preventScroll: true });
    } else if (passage) {
      event.preventDefault();
      choosePassage(passage);
      if (getComputedStyle(sources).overflowY !== "auto") passage.scrollIntoView({ block: "center", behavior: behavior() });
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

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.matches("input, textarea, select")) return;
    const passage = event.target.closest(".passage.evidence");
    const filters = all("button.filter");
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "s") switchPane();
    else if (event.key === "?") help.showModal();
    else if (event.key === "Escape" && (chosen || chosenPassage)) close();
    else if (/^[1-4]$/.test(event.key)) toggle(filters[event.key - 1]);
    else if (passage && (event.key === "Enter" || event.key === " ")) choosePassage(passage);
    else return;
    event.preventDefault();
  });

  addEventListener("hashchange", followHash);
  followHash();
  // The browser moves to the anchor itself once the page is loaded; the choice has the last word.
  addEventListener("load", () => {
    setTimeout(() => {
      if (/^#claim-/.test(location.hash)) scrollTo(0, 0);
      followHash();
      settled = true;
    });
  });
})();
