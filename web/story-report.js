// The page of a story: choosing sentences, facts and words of reports. The page is complete without it; this shows one
// card at a time and marks the words of the reports that it speaks of. State is the chosen card, or nothing.
// page.js stands before it.
(function () {
  const behind = one("#behind");
  const status = one("#status");
  const page = makePage(behind);
  const sayCards = all(".say-card");
  const factCards = all(".fact-card");
  const parts = all(".parts a");

  let chosen = null; // a card
  let came = null; // what had the focus before it was chosen

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

  function clear() {
    page.clear();
    chosen = null;
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
    page.open();
    page.light(card, "chosen");
    const isSay = card.matches(".say-card");
    const facts = new Set(numbers(card));
    for (const number of facts) for (const word of wordsOf.facts.get(number) || []) page.light(word, "on-fact");
    if (isSay) {
      for (const word of wordsOf.says.get(card.id.slice("from-".length)) || []) page.light(word, "on-says");
      const place = sayOf(card);
      page.lightChosen(place);
      place.scrollIntoView({ block: "nearest", behavior: page.behavior() });
    } else {
      for (const place of all(".say")) if (numbers(place).some((number) => facts.has(number))) page.light(place, "of-choice");
      const item = one('.fact-list a[href="#' + card.id + '"]');
      if (item) item.setAttribute("aria-current", "true");
    }
    for (const place of all(".conflict[data-facts], .timeline li")) {
      if (numbers(place).some((number) => facts.has(number))) page.light(place, "of-choice");
    }
    page.showBehind(wordsBehind(card)[0]);
    status.textContent = one("#" + card.id + "-name").textContent + " of " + (isSay ? sayCards : factCards).length;
    page.remember("#" + card.id);
  }

  // Words of a report: which facts rest on them.
  function chooseWords(word) {
    const facts = numbers(word);
    clear();
    came = word;
    page.light(word, "on-fact");
    page.open();
    const items = [];
    for (const number of facts) {
      const card = document.getElementById("fact-" + number);
      if (!card) continue;
      const told = all(".say").filter((say) => numbers(say).includes(number));
      for (const place of told) page.light(place, "of-choice");
      const wording = card.querySelector(".wording").textContent;
      const support = card.querySelector(".support").textContent;
      items.push([page.linkTo("#fact-" + number, "Fact " + number), ": ", wording, " \u2014 ", support]);
      if (told.length > 0) items[items.length - 1].push("; told in the account");
    }
    const words = facts.length === 1 ? "These words say:" : "These words say " + facts.length + " facts:";
    page.showUses(words, items);
    status.textContent = words + " " + facts.join(", ");
  }

  function step(by) {
    const cards = chosen && chosen.matches(".fact-card") ? factCards : sayCards.length > 0 ? sayCards : factCards;
    if (cards.length === 0) return;
    choose(cards[page.next(cards.indexOf(chosen), by, cards.length)]);
    came = null;
    (cards === sayCards ? sayOf(chosen) : chosen).focus({ preventScroll: true });
  }

  function close() {
    const back = chosen && chosen.matches(".say-card") ? sayOf(chosen) : chosen ? one('.fact-list a[href="#' + chosen.id + '"]') : came;
    clear();
    page.remember("");
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
    page.moveBehind(next);
  }

  function toPart(link) {
    const part = document.getElementById(link.getAttribute("href").slice(1));
    if (page.panel.contains(part) && page.isOpen()) clear();
    page.bring(part);
    part.focus({ preventScroll: true });
  }

  function followHash() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    const say = target.closest(".say");
    if (target.matches(".card")) choose(target);
    else if (say) choose(document.getElementById("from-" + say.dataset.say));
    else if (target.matches(".anchor") && target.nextElementSibling) page.moveBehind(target.nextElementSibling);
  }

  document.documentElement.classList.add("story-page");
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

  document.addEventListener("click", (event) => {
    const target = event.target.closest("a[href^='#'], .used-words[data-facts]");
    if (!target) return;
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
      place.scrollIntoView({ block: "center", behavior: page.behavior() });
      place.focus({ preventScroll: true });
    } else if (place.matches(".anchor")) {
      event.preventDefault(); // the choice stays
      const words = place.nextElementSibling || place.parentElement;
      if (!chosen) {
        clear();
        page.light(words, "on-fact");
      }
      page.moveBehind(words);
      words.focus({ preventScroll: true });
    } else if (behind.contains(place)) {
      event.preventDefault();
      page.bring(place);
      place.focus({ preventScroll: true });
    }
  });

  function key(event) {
    const word = event.target.closest(".used-words[data-facts]");
    if (event.key === "s") stepThroughWords();
    else if (event.key === "a") (chosen && chosen.matches(".say-card") ? sayOf(chosen) : one(".say") || one("#account")).focus();
    else if (/^[1-9]$/.test(event.key) && partOf(event.key)) toPart(partOf(event.key));
    else if (word && (event.key === "Enter" || event.key === " ")) chooseWords(word);
    else return false;
    return true;
  }

  // The numbers stand for the same parts on every page, also where one has no timeline.
  function partOf(key) {
    const names = ["facts", "conflicts", "origins", "timeline", "names", "left-out", "reports"];
    return parts.find((link) => link.getAttribute("href") === "#" + names[key - 1]);
  }

  page.listen({ step, close, isChosen: page.isOpen, key, followHash, choices: /^#(?:from|fact)-/ });
})();
