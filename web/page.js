// What the pages of a check and of a story have in common: what a choice lights and opens, moving within panes, the
// address, the buttons of a card, the keys that both have. It stands before the page's own script in one element.
"use strict";

const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
const one = (selector) => document.querySelector(selector);

// `behind` is the pane with the texts that a choice leads to; on wide screens it scrolls by itself.
function makePage(behind) {
  const root = document.documentElement;
  const panel = one("#claims");
  const usesCard = one("#uses-card");
  const help = one("#help");

  let lit = []; // [element, class] pairs that the choice has added
  let settled = false; // at first the page stands where its address says, without moving there

  const behavior = () => (settled && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "auto");
  const scrollsByItself = (pane) => getComputedStyle(pane).overflowY === "auto";
  const isOpen = () => panel.classList.contains("has-choice");

  function light(element, name) {
    element.classList.add(name);
    lit.push([element, name]);
  }

  // A sentence of the text on the left whose card is shown.
  function lightChosen(place) {
    light(place, "chosen");
    place.setAttribute("aria-current", "true");
  }

  function show(chosen) {
    panel.classList.toggle("has-choice", chosen);
    root.classList.toggle("choosing", chosen);
    one(".bar").hidden = !chosen;
  }

  function open() {
    show(true);
    panel.scrollTop = 0;
  }

  function clear() {
    for (const [element, name] of lit) element.classList.remove(name);
    for (const element of all('[aria-current="true"]')) element.removeAttribute("aria-current");
    lit = [];
    usesCard.hidden = true;
    usesCard.replaceChildren();
    show(false);
  }

  // Instead of a card: what rests on the chosen words of a text. An item is what its line holds.
  function showUses(words, items) {
    const head = document.createElement("p");
    head.textContent = words;
    const list = document.createElement("ul");
    for (const item of items) {
      const line = document.createElement("li");
      line.append(...item);
      list.append(line);
    }
    usesCard.replaceChildren(head, list);
    usesCard.hidden = false;
  }

  function linkTo(hash, words) {
    const link = document.createElement("a");
    link.href = hash;
    link.textContent = words;
    return link;
  }

  // `pane` alone moves, so that the element stands `below` pixels under its upper edge.
  function scrollPane(pane, element, below) {
    const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    pane.scrollTo({ top: top - below, behavior: behavior() });
  }

  // Where `behind` does not scroll by itself, the page would move away under the reader.
  function showBehind(element) {
    if (element && scrollsByItself(behind)) scrollPane(behind, element, behind.clientHeight / 3);
  }

  // The reader asked for this place.
  function moveBehind(element) {
    if (scrollsByItself(behind)) showBehind(element);
    else element.scrollIntoView({ block: "center", behavior: behavior() });
  }

  // Brings an element to the upper edge, of the pane where that scrolls by itself, so that the page stands still.
  function bring(element) {
    const pane = [behind, panel].find((one) => one.contains(element));
    if (pane && scrollsByItself(pane)) scrollPane(pane, element, 8);
    else element.scrollIntoView({ block: "start", behavior: behavior() });
  }

  function remember(hash) {
    try {
      history.replaceState(null, "", hash || location.pathname + location.search);
    } catch (error) {
      // A page that was opened from a data address has no history of its own.
    }
  }

  // The number in `count` after a step from `at`, in a circle; from nowhere (-1) to the first or the last.
  const next = (at, by, count) => (at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count);

  // step(by) and close() do what the buttons of a card say; key(event) does what further keys say and tells whether it
  // knew the key; followHash() chooses what the address names, `choices` being the addresses of cards.
  function listen({ step, close, isChosen, key, followHash, choices }) {
    const actions = {
      previous: () => step(-1),
      next: () => step(1),
      close: close,
      "close-help": () => help.close(),
    };
    const keys = { j: actions.next, k: actions.previous, "?": () => help.showModal() };

    root.classList.add("js");
    one(".help-button").hidden = false;
    one(".help-button").addEventListener("click", () => help.showModal());
    document.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-do]");
      if (button) actions[button.dataset.do]();
    });
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
      if (event.target.matches("input, textarea, select")) return;
      if (keys[event.key]) keys[event.key]();
      else if (event.key === "Escape" && isChosen()) close();
      else if (!key(event)) return;
      event.preventDefault();
    });
    addEventListener("hashchange", followHash);
    followHash();
    // The browser moves to the anchor itself once the page is loaded; the choice has the last word.
    addEventListener("load", () => {
      setTimeout(() => {
        if (choices.test(location.hash)) scrollTo(0, 0);
        followHash();
        settled = true;
      });
    });
  }

  return {
    panel, behavior, isOpen, light, lightChosen, open, clear, showUses, linkTo,
    showBehind, moveBehind, bring, remember, next, listen,
  };
}
