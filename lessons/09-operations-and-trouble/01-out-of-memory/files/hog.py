import time

block = []
for megabytes in range(1, 41):
    block.append(bytearray(1024 * 1024))
    if megabytes % 10 == 0:
        print(f"took {megabytes} MB", flush=True)
        time.sleep(0.1)
print("done", flush=True)
