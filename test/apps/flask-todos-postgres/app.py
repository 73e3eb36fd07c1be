import os

import psycopg2
from flask import Flask, flash, redirect, render_template, request, url_for

app = Flask(__name__)
app.secret_key = os.environ.get("SECRET_KEY", "only for development")


def connect():
    return psycopg2.connect(
        host=os.environ.get("DB_HOST", "db"),
        dbname=os.environ.get("DB_NAME", "todos"),
        user=os.environ.get("DB_USER", "todos"),
        password=os.environ["DB_PASSWORD"],
    )


@app.get("/")
def index():
    with connect() as db, db.cursor() as cursor:
        cursor.execute("SELECT id, text, done FROM todos ORDER BY id")
        todos = [{"id": id, "text": text, "done": done} for id, text, done in cursor.fetchall()]
    return render_template("list.html", todos=todos)


@app.post("/")
def add():
    text = request.form.get("text", "").strip()
    if not text:
        flash("Please write something.")
        return redirect(url_for("index"))
    with connect() as db, db.cursor() as cursor:
        cursor.execute("INSERT INTO todos (text) VALUES (%s)", (text,))
    return redirect(url_for("index"), code=303)


@app.post("/<int:number>/done")
def done(number):
    with connect() as db, db.cursor() as cursor:
        cursor.execute("UPDATE todos SET done = true WHERE id = %s", (number,))
        if cursor.rowcount == 0:
            return {"error": f"no todo {number}"}, 404
    return {"done": number}


@app.errorhandler(psycopg2.OperationalError)
def no_database(error):
    return "<h1>No database</h1>\n", 503
