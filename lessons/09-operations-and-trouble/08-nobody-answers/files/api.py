import os
from http.server import BaseHTTPRequestHandler, HTTPServer

HOST = os.getenv("HOST", "127.0.0.1")


class Api(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"the api answers\n")


print(f"listening on {HOST}, port 8000", flush=True)
HTTPServer((HOST, 8000), Api).serve_forever()
