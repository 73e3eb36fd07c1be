import os
import socket

from flask import Flask
from redis import Redis, RedisError

redis = Redis(host="redis", socket_connect_timeout=2, socket_timeout=2)
app = Flask(__name__)


@app.route("/")
def hello():
    try:
        visits = redis.incr("counter")
    except RedisError:
        visits = "the counter is not there"
    name = os.getenv("NAME", "nobody")
    return f"<h3>Hello {name}!</h3>\n<p>Hostname: {socket.gethostname()}</p>\n<p>Visits: {visits}</p>\n"


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=80)
