import os
import socket

from flask import Flask
from redis import Redis, RedisError

store = Redis(host=os.getenv("STORE", "store"), socket_connect_timeout=2, socket_timeout=2)
app = Flask(__name__)


@app.route("/")
def arrivals():
    try:
        number = store.incr("ships")
    except RedisError:
        return "The store is not there.\n", 503
    return f"<h1>Ship number {number}</h1>\n<p>at pier {socket.gethostname()}</p>\n"


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8000)
