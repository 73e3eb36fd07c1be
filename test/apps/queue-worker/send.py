import json
import os
import sys

import redis

store = redis.Redis(host=os.environ["QUEUE_HOST"], decode_responses=True)
for number in range(1, int(sys.argv[1]) + 1):
    store.rpush("jobs", json.dumps({"id": number, "upto": number * 10}))
print("sent", sys.argv[1], "jobs")
