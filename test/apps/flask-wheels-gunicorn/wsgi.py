import os
from pathlib import Path

from dotenv import load_dotenv
from flask import Flask, abort, jsonify, request

load_dotenv()
app = Flask(__name__)
NOTES = Path(os.getenv("NOTES", "/tmp/notes"))
NOTES.mkdir(parents=True, exist_ok=True)


@app.route("/notes/<name>", methods=["GET", "PUT", "DELETE"])
def note(name):
    path = NOTES / f"{name}.txt"
    if request.method == "PUT":
        path.write_text(request.get_data(as_text=True))
        return "", 204
    if not path.exists():
        abort(404)
    if request.method == "DELETE":
        path.unlink()
        return "", 204
    return jsonify(name=name, text=path.read_text(), words=len(path.read_text().split()))


@app.route("/notes")
def notes():
    return jsonify(sorted(path.stem for path in NOTES.glob("*.txt")))


@app.errorhandler(404)
def missing(error):
    return jsonify(error=error.description), 404
