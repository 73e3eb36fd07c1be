from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import os
import socket


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        body = f"{socket.gethostname()} answers {self.path} for {self.headers.get('X-Real-IP') is not None}\n".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        pass


print("listening on", os.environ.get("PORT", "8000"), flush=True)
ThreadingHTTPServer(("", int(os.environ.get("PORT", "8000"))), Handler).serve_forever()
