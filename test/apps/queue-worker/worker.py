import json
import os
import signal
import sys
import time

import redis

store = redis.Redis(host=os.environ["QUEUE_HOST"], decode_responses=True)
name = os.getenv("WORKER_NAME", "worker")


def leave(number, frame):
    print(f"{name}: signal {number}, leaving")
    sys.exit(0)


signal.signal(signal.SIGTERM, leave)
print(f"{name}: waiting for work")
while True:
    try:
        job = store.blpop("jobs", timeout=1)
    except redis.exceptions.ConnectionError as error:
        print(f"{name}: no queue ({type(error).__name__}), trying again")
        time.sleep(1)
        continue
    if job is None:
        continue
    task = json.loads(job[1])
    result = sum(range(task["upto"] + 1))
    store.hset("results", task["id"], result)
    print(f"{name}: job {task['id']} is {result}")
