import os
from http.server import BaseHTTPRequestHandler, HTTPServer

NAME = os.environ.get("NAME", "world")


class Hello(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(f"Hello {NAME}!\n".encode())


HTTPServer(("127.0.0.1", 8000), Hello).serve_forever()
