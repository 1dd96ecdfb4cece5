"""Servers on loopback for the time of one test; each is ended by its process or thread."""

import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import oracles
import pytest


@pytest.fixture
def radicale(tmp_path):
    """A calendar server of other people; the address of somebody's empty home there."""
    oracles.needed("radicale")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "radicale.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "radicale", "--config", "/dev/null"),
                *("--server-hosts", f"127.0.0.1:{port}", "--auth-type", "none"),
                *("--storage-filesystem-folder", tmp_path / "collections"),
            ],
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        for _ in range(200):
            if server.poll() is not None:
                pytest.fail(f"radicale ended:\n{log.read_text()}")
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        else:
            pytest.fail(f"radicale does not answer:\n{log.read_text()}")
        yield f"http://127.0.0.1:{port}/office"
    finally:
        server.terminate()
        server.wait(10)


class Feed:
    """A calendar on the web: `body` is what is published at the moment."""

    def __init__(self, url):
        self.url = url
        self.body = b""


@pytest.fixture
def feed():
    """A web server with one calendar."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/calendar; charset=utf-8")
            self.send_header("Content-Length", str(len(published.body)))
            self.end_headers()
            self.wfile.write(published.body)

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    published = Feed(f"http://127.0.0.1:{server.server_port}/programme.ics")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield published
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
