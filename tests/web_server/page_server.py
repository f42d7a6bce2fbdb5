#!/usr/bin/env python3
"""A web server for tests: sound pages and endpoints, and all that a hostile or broken server may do.

    page_server.py FOLDER [--tls CERTIFICATE KEY]

Listens on a free port of 127.0.0.1, writes the port into FOLDER/port and a line for each request into FOLDER/requests,
and runs until it is ended. What it answers is decided by the path alone; /robots.txt is FOLDER/robots.txt. Answers to
POST stand in endpoint_answers.py.
"""
import gzip
import pathlib
import socketserver
import ssl
import sys
import time
from http.server import BaseHTTPRequestHandler

from endpoint_answers import EndpointAnswers

PAGE = b"""<!DOCTYPE html><html lang="en"><head><title>Pier closed</title></head><body><article><h1>Pier closed</h1>
<p>The harbour office closed the northern pier on Monday after a crane fell into the water.</p>
<p>Four workers were hurt, the office said. The pier will stay closed until May 12.</p></article></body></html>
"""
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title><item><title>Pier closed</title>
<description>The harbour office closed the northern pier on Monday after a crane fell into the water.</description>
</item></channel></rss>
"""
MEBIBYTE = 1 << 20


def bomb(mebibytes):
    return gzip.compress(b"<p>" + b" " * (mebibytes * MEBIBYTE), 9)


class Handler(EndpointAnswers, BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder = pathlib.Path(".")

    def log_message(self, *_):
        pass

    def answer(self, status=200, headers=(), body=b"", length=None):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def page(self, body=PAGE, kind="text/html; charset=utf-8", **others):
        headers = [("Content-Type", kind)] + list(others.get("headers", ()))
        self.answer(others.get("status", 200), headers, body, others.get("length"))

    def open_ended(self, kind="text/html"):
        """Begins an answer that ends with the connection."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True

    def do_GET(self):
        with open(self.folder / "requests", "a", encoding="utf-8") as log:
            log.write(f"{self.path} {self.headers.get('If-None-Match', '-')} {self.headers.get('User-Agent', '-')}\n")
        path, _, query = self.path.partition("?")
        name = path.strip("/").replace("-", "_").replace(".", "_") or "page"
        if path == "/to":
            return self.answer(302, [("Location", query)])
        if path.startswith("/status/"):
            return self.answer(int(path.rsplit("/", 1)[1]), [("Content-Type", "text/html")], b"<p>No page for you.")
        if path.startswith("/hop/"):
            count = int(path.rsplit("/", 1)[1])
            return self.page() if count == 0 else self.answer(301, [("Location", str(count - 1))])
        for way, give in (("/file/", self.send_file), ("/half/", self.send_half), ("/slow/", self.send_slowly)):
            if path.startswith(way):
                return give((self.folder / path.removeprefix(way)).read_bytes())
        action = getattr(self, "give_" + name, None)
        return action() if action else self.answer(404, [("Content-Type", "text/html")], b"<p>Not here.")

    def send_file(self, body):
        self.page(body, "application/octet-stream", headers=[("Last-Modified", "Fri, 03 May 2024 10:00:00 GMT")])

    def send_half(self, body):
        self.page(body[:len(body) // 2], "application/octet-stream", length=len(body))
        self.close_connection = True

    def send_slowly(self, body):
        """Half at once, which is told by the file "halfway", the rest after a minute."""
        self.open_ended("application/octet-stream")
        self.wfile.write(body[:len(body) // 2])
        self.wfile.flush()
        (self.folder / "halfway").touch()
        time.sleep(60)
        self.wfile.write(body[len(body) // 2:])

    def give_robots_txt(self):
        file = self.folder / "robots.txt"
        if file.exists():
            return self.page(file.read_bytes(), "text/plain")
        return self.answer(404)

    def give_page(self):
        self.page()

    def give_feed(self):
        self.page(FEED, "application/rss+xml")

    def give_closed(self):
        self.page()

    def give_tagged(self):
        if self.headers.get("If-None-Match") == '"one"':
            return self.answer(304, [("ETag", '"one"')])
        return self.page(headers=[("ETag", '"one"')])

    def give_lasting(self):
        self.page(headers=[("Cache-Control", "max-age=3600")])

    def give_latin(self):
        self.page("<p>The caf\u00e9 at the pier was closed on Monday.</p>".encode("latin-1"),
                  "text/html; charset=iso-8859-1")

    def give_packed(self):
        self.page(gzip.compress(PAGE), headers=[("Content-Encoding", "gzip")])

    def give_picture(self):
        self.page(b"\x89PNG\r\n" + b"\0" * MEBIBYTE, "image/png")

    def give_bomb(self):
        self.page(bomb(60), headers=[("Content-Encoding", "gzip")])

    def give_large_bomb(self):
        self.page(gzip.compress(bomb(200)), headers=[("Content-Encoding", "gzip, gzip")])

    def give_damaged_packing(self):
        self.page(gzip.compress(PAGE)[:60] + b"\xff" * 200, headers=[("Content-Encoding", "gzip")])

    def give_cut(self):
        self.page(PAGE[:150], length=len(PAGE))
        self.close_connection = True

    def give_cut_chunks(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"64\r\n" + PAGE[:50])
        self.close_connection = True

    def give_endless(self):
        self.open_ended()
        while True:
            self.wfile.write(b"<p>more and more</p>" * 3277)

    def give_drip(self):
        self.open_ended()
        for _ in range(600):
            self.wfile.write(b"<p>drip</p>")
            self.wfile.flush()
            time.sleep(0.1)

    def give_silence(self):
        time.sleep(60)

    def give_huge_headers(self):
        self.page(headers=[(f"X-{i}", "x" * 1000) for i in range(2000)])

    def give_no_http(self):
        self.wfile.write(b"\0\1\2 this is no answer\r\n\r\n")
        self.close_connection = True

    def give_hang_up(self):
        self.close_connection = True

    def give_empty(self):
        self.page(b"")

    def give_nowhere(self):
        self.answer(302)

    def give_circle(self):
        self.answer(302, [("Location", "/circle-back")])

    def give_circle_back(self):
        self.answer(302, [("Location", "/circle")])

    def give_busy_once(self):
        mark = self.folder / "was_busy"
        if mark.exists():
            return self.page()
        mark.touch()
        return self.answer(503, [("Retry-After", "1")])


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, *_):
        pass  # clients that hang up are what is tested


def main():
    Handler.folder = pathlib.Path(sys.argv[1])
    server = Server(("127.0.0.1", 0), Handler)
    if len(sys.argv) > 2:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[3], sys.argv[4])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    unfinished = Handler.folder / "port.partial"
    unfinished.write_text(str(server.server_address[1]))
    unfinished.rename(Handler.folder / "port")
    server.serve_forever()


if __name__ == "__main__":
    main()
