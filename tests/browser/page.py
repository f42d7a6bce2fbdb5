"""A page of the program in a browser: what is pressed and clicked, what it does, and whether it can be read.

For scripts/check-report-page and scripts/check-story-page.
"""
import json
import os
import shutil
import sys
import time

from chromium import Browser

WIDTHS = (360, 768, 1000, 1440)
KEYS = {"Escape": 27, "Enter": 13, "?": 191}

# What any page may be asked about itself.
DEAD_LINKS = """() => Array.from(document.querySelectorAll("a[href^='#']"))
  .map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id)).slice(0, 5)"""
NAMELESS = """() => Array.from(document.querySelectorAll('a, button, [role=button]'))
  .filter(e => !e.textContent.trim() && !e.getAttribute('aria-label')).map(e => e.outerHTML.slice(0, 80)).slice(0, 5)"""
LANDMARKS = """() => ({main: document.querySelectorAll('main').length, h1: document.querySelectorAll('h1').length,
  title: document.title.length > 0, lang: document.documentElement.lang})"""
LOW_CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data; };
  const light = c => { const p = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * p(c[0]) + 0.7152 * p(c[1]) + 0.0722 * p(c[2]); };
  const wrong = new Set();
  for (const e of document.querySelectorAll('body *')) {
    if (!Array.from(e.childNodes).some(n => n.nodeType === 3 && n.data.trim()) || !e.getClientRects().length) continue;
    if (e.closest('svg')) continue;
    let back = e, color;
    while (back && (color = rgba(getComputedStyle(back).backgroundColor))[3] === 0) back = back.parentElement;
    const a = light(rgba(getComputedStyle(e).color)), b = light(back ? color : [255, 255, 255]);
    if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5) wrong.add(e.className || e.tagName);
  }
  return Array.from(wrong).slice(0, 6); }"""


class Checks:
    def __init__(self):
        self.done = 0
        self.failed = 0

    def that(self, holds, what):
        self.done += 1
        if not holds:
            self.failed += 1
            print(f"failed: {what}")


class Page:
    """A tab with the page in it."""

    def __init__(self, browser, address):
        self.browser = browser
        self.address = address
        self.tab = browser.open_tab()
        self.faults = []
        for domain in ("Network", "Runtime", "Log"):
            browser.call(f"{domain}.enable", self.tab)
        browser.call("Page.bringToFront", self.tab)

    def load(self, width=1440, height=900, scheme="light", script=True, anchor=""):
        call = self.browser.call
        call("Emulation.setDeviceMetricsOverride", self.tab, width=width, height=height, deviceScaleFactor=1, mobile=False)
        call("Emulation.setEmulatedMedia", self.tab, features=[
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}])
        call("Emulation.setScriptExecutionDisabled", self.tab, value=not script)
        for address in ("about:blank", self.address + anchor):
            self.note_faults()
            call("Page.navigate", self.tab, url=address)
            self.wait_for_load()
        time.sleep(0.1)
        self.note_faults()

    def wait_for_load(self):
        while True:
            for place, event in enumerate(self.browser.events):
                if event["method"] == "Page.loadEventFired" and event.get("sessionId") == self.tab:
                    del self.browser.events[place]
                    return
            self.browser.events.append(self.browser.read_message())

    def note_faults(self):
        """Requests that leave the page, errors, and breaches of its policy."""
        for event in self.browser.events:
            method, parameters = event["method"], event["params"]
            if method == "Network.requestWillBeSent":
                url = parameters["request"]["url"]
                if not url.startswith((self.address, "about:")):
                    self.faults.append("asked for " + url[:100])
            elif method == "Runtime.exceptionThrown":
                self.faults.append(parameters["exceptionDetails"].get("exception", {}).get("description", "exception")[:300])
            elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
                self.faults.append(parameters["entry"]["text"][:200])
            elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning"):
                self.faults.append("console: " + json.dumps(parameters["args"])[:200])
        self.browser.events = []

    def ask(self, function, *arguments):
        return self.browser.evaluate(self.tab, function, *arguments)

    def press(self, key):
        code = KEYS.get(key, ord(key.upper()[0]))
        text = "\r" if key == "Enter" else key if len(key) == 1 else ""
        self.browser.call("Input.dispatchKeyEvent", self.tab, type="keyDown", key=key, text=text, windowsVirtualKeyCode=code)
        self.browser.call("Input.dispatchKeyEvent", self.tab, type="keyUp", key=key, windowsVirtualKeyCode=code)

    def click(self, selector):
        return self.ask("(s) => { const e = document.querySelector(s); if (e) e.click(); return !!e; }", selector)


def check_looks(page, checks, anchor):
    """Widths and contrast, with nothing chosen and with what `anchor` names; links, names, landmarks."""
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            for place in ("", anchor):
                page.load(width=width, height=800, scheme=scheme, anchor=place)
                wide = page.ask("() => document.documentElement.scrollWidth - innerWidth")
                checks.that(wide <= 0, f"{wide} pixels wider than the window: {scheme}, {width}, '{place}'")
                poor = page.ask(LOW_CONTRAST)
                checks.that(not poor, f"too little contrast: {scheme}, {width}, '{place}': {', '.join(poor)}")
    page.load()
    for what, function in (("dead links", DEAD_LINKS), ("links or buttons without a name", NAMELESS)):
        found = page.ask(function)
        checks.that(not found, f"{what}: {'; '.join(found)}")
    marks = page.ask(LANDMARKS)
    checks.that(marks == {"main": 1, "h1": 1, "title": True, "lang": "en"}, f"landmarks: {marks}")


def check_without_script(page, checks):
    page.browser.call("Emulation.setScriptExecutionDisabled", page.tab, value=True)
    page.load(script=False)
    shown = page.ask("() => Array.from(document.querySelectorAll('.card')).every(e => e.getClientRects().length > 0)")
    checks.that(shown, "without script every card stands there")


def axray_of(build, script):
    """The program of a build folder; ends the script where it or Chromium is missing."""
    if not shutil.which("chromium"):
        sys.exit(f"{script}: chromium is missing; run scripts/install-dependencies --pages")
    axray = os.path.join(build, "bin", "axray")
    if not os.path.exists(axray):
        sys.exit(f"{script}: {axray} is missing; build it, or name a folder with --build")
    return axray


def check_page(path, folder, steps):
    """Each step is called with the page and the checks. Prints how many held; the exit status."""
    checks = Checks()
    browser = Browser(os.path.join(folder, "profile"))
    try:
        page = Page(browser, path.resolve().as_uri())
        for step in steps:
            step(page, checks)
        page.note_faults()
        checks.that(not page.faults, "faults: " + "; ".join(page.faults[:5]))
    finally:
        browser.close()
    print(f"{checks.done - checks.failed} of {checks.done} checks held")
    return 1 if checks.failed else 0
