import os, requests

print("requests", requests.__version__, "as", os.environ["APP_MODE"])
