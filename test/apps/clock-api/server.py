import json
import os
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlparse

healthy = True


class Clock(BaseHTTPRequestHandler):
    def answer(self, status, value):
        body = (json.dumps(value, indent=2) + "\n").encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        url = urlparse(self.path)
        if url.path == "/health":
            self.answer(200 if healthy else 500, {"healthy": healthy})
        elif url.path == "/shift":
            days = int(parse_qs(url.query).get("days", ["1"])[0])
            start = datetime(2026, 1, 5)
            self.answer(200, {"start": start.isoformat(), "end": (start + timedelta(days=days)).strftime("%A %d %B")})
        else:
            self.answer(404, {"error": "no such page", "path": url.path})

    def do_POST(self):
        global healthy
        length = int(self.headers.get("Content-Length", 0))
        healthy = json.loads(self.rfile.read(length))["healthy"]
        self.answer(200, {"healthy": healthy})


if __name__ == "__main__":
    address = ("0.0.0.0", int(os.environ["PORT"]))
    print("clock on port %d as user %d" % (address[1], os.getuid()))
    HTTPServer(address, Clock).serve_forever()
