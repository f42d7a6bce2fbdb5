"""Headless Chromium, spoken to over two pipes in the DevTools protocol; for the checks that need a browser."""
import json
import os
import subprocess


class Browser:
    """Chromium, spoken to over two pipes in the DevTools protocol."""

    def __init__(self, folder):
        to_child, from_us = os.pipe()
        from_child, to_us = os.pipe()

        def place_pipes():
            # Away from the numbers 3 and 4 first, in case a pipe has one of them.
            spare_in, spare_out = os.dup(to_child), os.dup(to_us)
            while spare_in <= 4:
                spare_in = os.dup(spare_in)
            while spare_out <= 4:
                spare_out = os.dup(spare_out)
            os.dup2(spare_in, 3)
            os.dup2(spare_out, 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
             "--force-device-scale-factor=1", "--remote-debugging-pipe", f"--user-data-dir={folder}", "about:blank"],
            preexec_fn=place_pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_child)
        os.close(to_us)
        self.writer = os.fdopen(from_us, "wb", buffering=0)
        self.reader = os.fdopen(from_child, "rb", buffering=1 << 20)
        self.number = 0
        self.buffer = b""
        self.events = []

    def read_message(self):
        while b"\0" not in self.buffer:
            chunk = self.reader.read1(1 << 20)
            if not chunk:
                raise RuntimeError("Chromium ended")
            self.buffer += chunk
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self.writer.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read_message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            if "method" in answer:
                self.events.append(answer)

    def wait_for(self, method, session):
        while True:
            for event in self.events:
                if event["method"] == method and event.get("sessionId") == session:
                    self.events = []
                    return
            self.events.append(self.read_message())

    def open_tab(self):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable", session)
        return session

    def evaluate(self, session, function, *arguments):
        text = f"({function.strip()})({', '.join(json.dumps(argument) for argument in arguments)})"
        result = self.call("Runtime.evaluate", session, expression=text, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description", "exception"))
        return result["result"].get("value")

    def close(self):
        self.writer.close()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
