// The page of a story: choosing sentences, facts and words of reports. The page is complete without it; this shows one
// card at a time and marks the words of the reports that it speaks of. State is the chosen card, or nothing.
(function () {
  "use strict";

  const root = document.documentElement;
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const one = (selector) => document.querySelector(selector);

  const panel = one("#claims");
  const behind = one("#behind");
  const status = one("#status");
  const usesCard = one("#uses-card");
  const help = one("#help");
  const sayCards = all(".say-card");
  const factCards = all(".fact-card");
  const parts = all(".parts a");

  let chosen = null; // a card
  let came = null; // what had the focus before it was chosen
  let lit = []; // [element, class] pairs that the choice has added

  // For each fact and each sentence, the words of the reports.
  const wordsOf = { facts: new Map(), says: new Map() };
  for (const element of all(".used-words", behind)) {
    for (const kind of ["facts", "says"]) {
      for (const number of (element.dataset[kind] || "").split(" ").filter(Boolean)) {
        if (!wordsOf[kind].has(number)) wordsOf[kind].set(number, []);
        wordsOf[kind].get(number).push(element);
      }
    }
  }

  const numbers = (element) => (element.dataset.facts || "").split(" ").filter(Boolean);

  function light(element, name) {
    element.classList.add(name);
    lit.push([element, name]);
  }

  function clear() {
    for (const [element, name] of lit) element.classList.remove(name);
    for (const element of all('[aria-current="true"]')) element.removeAttribute("aria-current");
    lit = [];
    usesCard.hidden = true;
    usesCard.replaceChildren();
    panel.classList.remove("has-choice");
    root.classList.remove("choosing");
    one(".bar").hidden = true;
    chosen = null;
  }

  function open() {
    panel.classList.add("has-choice");
    root.classList.add("choosing");
    one(".bar").hidden = false;
    panel.scrollTop = 0;
  }

  let settled = false; // at first the page stands where its address says, without moving there
  const behavior = () => (settled && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "auto");
  const scrollsByItself = () => getComputedStyle(behind).overflowY === "auto";

  function showBehind(element, always) {
    if (!element) return;
    if (!scrollsByItself()) {
      if (always) element.scrollIntoView({ block: "center", behavior: behavior() });
      return;
    }
    const top = element.getBoundingClientRect().top - behind.getBoundingClientRect().top + behind.scrollTop;
    behind.scrollTo({ top: top - behind.clientHeight / 3, behavior: behavior() });
  }

  // Brings an element to the upper edge, of the pane where that scrolls by itself, so that the page stands still.
  function bring(element) {
    const pane = [behind, panel].find((one) => one.contains(element));
    if (!pane || getComputedStyle(pane).overflowY !== "auto") {
      element.scrollIntoView({ block: "start", behavior: behavior() });
      return;
    }
    const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    pane.scrollTo({ top: top - 8, behavior: behavior() });
  }

  function remember(hash) {
    try {
      history.replaceState(null, "", hash || location.pathname + location.search);
    } catch (error) {
      // A page that was opened from a data address has no history of its own.
    }
  }

  const sayOf = (card) => document.getElementById(card.id.replace("from-", "say-"));

  // The words of the reports that a card speaks of, in the order of the page.
  function wordsBehind(card) {
    const words = new Set();
    for (const number of numbers(card)) (wordsOf.facts.get(number) || []).forEach((word) => words.add(word));
    const say = card.matches(".say-card") ? card.id.slice("from-".length) : "";
    for (const word of wordsOf.says.get(say) || []) words.add(word);
    return Array.from(words).sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  function choose(card) {
    clear();
    chosen = card;
    open();
    light(card, "chosen");
    const isSay = card.matches(".say-card");
    const facts = new Set(numbers(card));
    for (const number of facts) for (const word of wordsOf.facts.get(number) || []) light(word, "on-fact");
    if (isSay) {
      for (const word of wordsOf.says.get(card.id.slice("from-".length)) || []) light(word, "on-says");
      const place = sayOf(card);
      light(place, "chosen");
      place.setAttribute("aria-current", "true");
      place.scrollIntoView({ block: "nearest", behavior: behavior() });
    } else {
      for (const place of all(".say")) if (numbers(place).some((number) => facts.has(number))) light(place, "of-choice");
      const item = one('.fact-list a[href="#' + card.id + '"]');
      if (item) item.setAttribute("aria-current", "true");
    }
    for (const place of all(".conflict[data-facts], .timeline li")) {
      if (numbers(place).some((number) => facts.has(number))) light(place, "of-choice");
    }
    showBehind(wordsBehind(card)[0]);
    status.textContent = one("#" + card.id + "-name").textContent + " of " + (isSay ? sayCards : factCards).length;
    remember("#" + card.id);
  }

  // Words of a report: which facts rest on them.
  function chooseWords(word) {
    const facts = numbers(word);
    clear();
    came = word;
    light(word, "on-fact");
    open();
    const head = document.createElement("p");
    head.textContent = facts.length === 1 ? "These words say:" : "These words say " + facts.length + " facts:";
    const list = document.createElement("ul");
    for (const number of facts) {
      const card = document.getElementById("fact-" + number);
      if (!card) continue;
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = "#fact-" + number;
      link.textContent = "Fact " + number;
      const told = all(".say").find((say) => numbers(say).includes(number));
      item.append(link, ": ", card.querySelector(".wording").textContent, " \u2014 ", card.querySelector(".support").textContent);
      if (told) item.append("; told in the account");
      for (const place of all(".say")) if (numbers(place).includes(number)) light(place, "of-choice");
      list.append(item);
    }
    usesCard.replaceChildren(head, list);
    usesCard.hidden = false;
    status.textContent = head.textContent + " " + facts.join(", ");
  }

  function step(by) {
    const cards = chosen && chosen.matches(".fact-card") ? factCards : sayCards.length > 0 ? sayCards : factCards;
    if (cards.length === 0) return;
    const at = cards.indexOf(chosen);
    const next = at < 0 ? (by > 0 ? 0 : cards.length - 1) : (at + by + cards.length) % cards.length;
    choose(cards[next]);
    came = null;
    (cards === sayCards ? sayOf(chosen) : chosen).focus({ preventScroll: true });
  }

  function close() {
    const back = chosen && chosen.matches(".say-card") ? sayOf(chosen) : chosen ? one('.fact-list a[href="#' + chosen.id + '"]') : came;
    clear();
    remember("");
    if (back) back.focus({ preventScroll: true });
  }

  // To the words behind the choice: the first, then those of the next report, and so on.
  function stepThroughWords() {
    if (!chosen) return;
    const words = wordsBehind(chosen);
    if (words.length === 0) return;
    const reportOf = (word) => word.closest(".source");
    const firsts = words.filter((word, index) => index === 0 || reportOf(word) !== reportOf(words[index - 1]));
    const next = firsts[(firsts.indexOf(document.activeElement) + 1) % firsts.length];
    next.focus({ preventScroll: true });
    showBehind(next, true);
  }

  function toPart(link) {
    const part = document.getElementById(link.getAttribute("href").slice(1));
    if (panel.contains(part) && panel.classList.contains("has-choice")) clear();
    bring(part);
    part.focus({ preventScroll: true });
  }

  function followHash() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    const say = target.closest(".say");
    if (target.matches(".card")) choose(target);
    else if (say) choose(document.getElementById("from-" + say.dataset.say));
    else if (target.matches(".anchor") && target.nextElementSibling) showBehind(target.nextElementSibling, true);
  }

  root.classList.add("js", "story-page");
  for (const word of all(".used-words[data-facts]", behind)) {
    if (!word.textContent.trim()) continue;
    word.tabIndex = -1;
    word.setAttribute("role", "button");
  }
  // One stop of the tabulator for each run of words: the first of each passage.
  for (const passage of all(".passage", behind)) {
    const word = passage.querySelector('.used-words[role="button"]');
    if (word) word.tabIndex = 0;
  }
  one(".help-button").hidden = false;
  one(".help-button").addEventListener("click", () => help.showModal());

  const actions = {
    previous: () => step(-1),
    next: () => step(1),
    close: close,
    "close-help": () => help.close(),
  };

  document.addEventListener("click", (event) => {
    const target = event.target.closest("a[href^='#'], .used-words[data-facts], button[data-do]");
    if (!target) return;
    if (target.matches("button")) {
      actions[target.dataset.do]();
      return;
    }
    if (target.matches(".used-words")) {
      if (String(getSelection())) return; // the reader is selecting text
      chooseWords(target);
      return;
    }
    const place = document.getElementById(target.getAttribute("href").slice(1));
    if (!place) return;
    if (parts.includes(target)) {
      event.preventDefault();
      toPart(target);
    } else if (place.matches(".card")) {
      event.preventDefault();
      came = target;
      choose(place);
    } else if (place.matches(".say")) {
      event.preventDefault();
      place.scrollIntoView({ block: "center", behavior: behavior() });
      place.focus({ preventScroll: true });
    } else if (place.matches(".anchor")) {
      event.preventDefault(); // the choice stays
      const words = place.nextElementSibling || place.parentElement;
      if (!chosen) {
        clear();
        light(words, "on-fact");
      }
      showBehind(words, true);
      words.focus({ preventScroll: true });
    } else if (behind.contains(place)) {
      event.preventDefault();
      bring(place);
      place.focus({ preventScroll: true });
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.matches("input, textarea, select")) return;
    const word = event.target.closest(".used-words[data-facts]");
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "s") stepThroughWords();
    else if (event.key === "a") (chosen && chosen.matches(".say-card") ? sayOf(chosen) : one(".say") || one("#account")).focus();
    else if (event.key === "?") help.showModal();
    else if (event.key === "Escape" && panel.classList.contains("has-choice")) close();
    else if (/^[1-9]$/.test(event.key) && partOf(event.key)) toPart(partOf(event.key));
    else if (word && (event.key === "Enter" || event.key === " ")) chooseWords(word);
    else return;
    event.preventDefault();
  });

  // The numbers stand for the same parts on every page, also where one has no timeline.
  function partOf(key) {
    const names = ["facts", "conflicts", "origins", "timeline", "names", "left-out", "reports"];
    return parts.find((link) => link.getAttribute("href") === "#" + names[key - 1]);
  }

  addEventListener("hashchange", followHash);
  followHash();
  // The browser moves to the anchor itself once the page is loaded; the choice has the last word.
  addEventListener("load", () => {
    setTimeout(() => {
      if (/^#(?:from|fact)-/.test(location.hash)) scrollTo(0, 0);
      followHash();
      settled = true;
    });
  });
})();
