"""What the test server answers to POST: endpoints that judge a claim, sound ones and all that broken ones may do.

The name behind /chat/ or /predict/ decides. Every request is kept as a line of JSON in FOLDER/posts. A claim with the
word "Nine" is contradicted for the sound ones, every other is supported.
"""
import json
import threading
import time

LOCK = threading.Lock()
MEBIBYTE = 1 << 20


def completion(words, **others):
    message = {"role": "assistant", "content": words}
    return {"choices": [{"index": 0, "message": message, "finish_reason": others.get("finish", "stop")}],
            "usage": {"prompt_tokens": 300, "completion_tokens": 20}}


class EndpointAnswers:
    """Part of a request handler that has answer() and open_ended(), and a folder."""

    counts = {}
    now = 0
    most = 0

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.request_json = json.loads(body)
        with LOCK:
            with open(self.folder / "posts", "a", encoding="utf-8") as log:
                log.write(json.dumps({"path": self.path, "authorization": self.headers.get("Authorization"),
                                      "body": self.request_json}) + "\n")
            self.counts[self.path] = self.counts.get(self.path, 0) + 1
        name = self.path.strip("/").replace("-", "_").replace("/", "_")
        action = getattr(self, "post_" + name, None)
        return action() if action else self.reply({"error": {"message": "no such address"}}, 404)

    def reply(self, value, status=200, headers=()):
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.answer(status, [("Content-Type", "application/json")] + list(headers), body)

    def verdict(self):
        data = json.loads(self.request_json["messages"][1]["content"])
        assert data["evidence"] and data["claim"]
        return ("contradicted", 0.04) if "Nine" in data["claim"] else ("supported", 0.93)

    def opinion(self):
        verdict, probability = self.verdict()
        return json.dumps({"verdict": verdict, "probability": probability, "reason": "<b>Four</b> is not nine."})

    def post_chat_good(self):
        self.reply(completion(self.opinion()))

    def post_chat_prose(self):
        self.reply(completion("Let me see.\n```json\n" + self.opinion() + "\n```\nI hope that helps."))

    def post_chat_wrong_json(self):
        self.reply(completion("{\"verdict\": supported"))

    def post_chat_no_json(self):
        self.reply(b"<html>Bad gateway</html>")

    def post_chat_percent(self):
        self.reply(completion("{\"verdict\": \"supported\", \"probability\": 93}"))

    def post_chat_unmeasured(self):
        reply = completion(self.opinion())
        del reply["usage"]
        self.reply(reply)

    def post_chat_busy_once(self):
        if self.counts[self.path] == 1:
            return self.reply({"error": {"message": "slow down"}}, 429, [("Retry-After", "7")])
        return self.post_chat_good()

    def post_chat_busy_long(self):
        self.reply({"error": {"message": "come back tomorrow"}}, 429, [("Retry-After", "86400")])

    def post_chat_fails_twice(self):
        return self.reply(b"oops", 500) if self.counts[self.path] <= 2 else self.post_chat_good()

    def post_chat_fails(self):
        self.reply({"error": {"message": "out of\nmemory"}}, 503)

    def post_chat_silence(self):
        time.sleep(10)

    def post_chat_drip(self):
        self.open_ended("application/json")
        for _ in range(200):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.05)

    def post_chat_hang_up(self):
        self.close_connection = True

    def post_chat_cut(self):
        body = json.dumps(completion(self.opinion())).encode()
        self.answer(200, [("Content-Type", "application/json")], body[:60], len(body))
        self.close_connection = True

    def post_chat_huge(self):
        self.reply(b"[" + b" " * (3 * MEBIBYTE) + b"]")

    def post_chat_redirect(self):
        self.answer(307, [("Location", "/chat/good")])

    def post_chat_refused(self):
        self.reply({"error": {"message": "wrong key: " + str(self.headers.get("Authorization"))}}, 401)

    def post_chat_echo(self):
        words = json.dumps({"verdict": "supported", "probability": 1, "reason": self.headers.get("Authorization")})
        self.reply(completion(words))

    def post_chat_together(self):
        """Answers only when three requests are here at once, or after a long time."""
        cls = type(self)
        with LOCK:
            cls.now += 1
            cls.most = max(cls.most, cls.now)
        for _ in range(100):
            if cls.most >= 3:
                break
            time.sleep(0.05)
        with LOCK:
            (self.folder / "most").write_text(str(cls.most))
            cls.now -= 1
        self.post_chat_good()

    def post_predict(self):
        pairs = self.request_json["inputs"]
        assert len(pairs) == 1 and len(pairs[0]) == 2
        wrong = "Nine" in pairs[0][1]
        scores = {"entailment": 0.05 if wrong else 0.9, "neutral": 0.05, "contradiction": 0.9 if wrong else 0.05}
        self.reply([[{"label": label, "score": score} for label, score in scores.items()]])

    def post_predict_wrong_labels(self):
        self.reply([[{"label": "LABEL_0", "score": 0.9}, {"label": "LABEL_1", "score": 0.1}]])
