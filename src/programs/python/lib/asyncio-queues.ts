/** asyncio: what tasks wait for. It follows the tasks. */
export const ASYNCIO_QUEUES = String.raw`
class _Waiting:
    def __init__(self): self._waiters = []
    def _wake(self):
        while self._waiters:
            f = self._waiters.pop(0)
            if not f._done:
                f.set_result(None)
                return
    async def _wait(self):
        f = Future()
        self._waiters.append(f)
        await f
class Event(_Waiting):
    def __init__(self):
        self._waiters, self._set = [], False
    def is_set(self): return self._set
    def set(self):
        self._set = True
        while self._waiters:
            self._wake()
    def clear(self): self._set = False
    async def wait(self):
        while not self._set:
            await self._wait()
        return True
class Semaphore(_Waiting):
    def __init__(self, value=1):
        self._waiters, self._value = [], value
    def locked(self): return self._value == 0
    async def acquire(self):
        while self._value <= 0:
            await self._wait()
        self._value -= 1
        return True
    def release(self):
        self._value += 1
        self._wake()
    async def __aenter__(self): await self.acquire()
    async def __aexit__(self, *a): self.release()
BoundedSemaphore = Semaphore
class Lock(Semaphore):
    def __init__(self): Semaphore.__init__(self, 1)
    def release(self):
        if self._value:
            raise RuntimeError('Lock is not acquired.')
        Semaphore.release(self)
class Condition(Lock):
    def __init__(self, lock=None):
        Lock.__init__(self)
        self._condition = _Waiting()
    async def wait(self):
        self.release()
        await self._condition._wait()
        await self.acquire()
        return True
    def notify(self, n=1):
        for _ in range(n):
            self._condition._wake()
    def notify_all(self):
        while self._condition._waiters:
            self._condition._wake()
class Queue:
    def __init__(self, maxsize=0): self.maxsize, self._items, self._getters, self._putters, self._open, self._idle = maxsize, [], _Waiting(), _Waiting(), 0, Event()
    def _take(self): return self._items.pop(0)
    def _add(self, x): self._items.append(x)
    def qsize(self): return len(self._items)
    def empty(self): return not self._items
    def full(self): return 0 < self.maxsize <= len(self._items)
    def put_nowait(self, x):
        if self.full():
            raise QueueFull()
        self._add(x)
        self._open += 1
        self._idle.clear()
        self._getters._wake()
    def get_nowait(self):
        if not self._items:
            raise QueueEmpty()
        x = self._take()
        self._putters._wake()
        return x
    async def put(self, x):
        while self.full():
            await self._putters._wait()
        self.put_nowait(x)
    async def get(self):
        while not self._items:
            await self._getters._wait()
        return self.get_nowait()
    def task_done(self):
        self._open -= 1
        if self._open == 0:
            self._idle.set()
    async def join(self):
        if self._open:
            await self._idle.wait()
class LifoQueue(Queue):
    def _take(self): return self._items.pop()
class PriorityQueue(Queue):
    def _add(self, x):
        self._items.append(x)
        self._items.sort()
`;
