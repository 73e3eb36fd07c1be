import time

numbers = []
for step in range(24):
    numbers.append(bytearray(1024 * 1024))
print("counted all of it", flush=True)
time.sleep(100000)
