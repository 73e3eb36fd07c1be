from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    return "cached"


if __name__ == "__main__":
    with app.test_client() as client:
        print(client.get("/").get_data(as_text=True))
