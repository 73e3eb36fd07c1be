/**
 * threading.py. Simplified: one body runs at a time, to its end. A thread that was started begins when another one waits (join, sleep, a lock, a queue) or
 * ends; while it waits itself, more may begin, and whoever waited below goes on once those above are through.
 */
export const THREADING = String.raw`
import sys as _sys, time as _time
_call = __hostcall
_waiting, _timers, _stack, _ids, _told = [], [], [], [0], []
def _begin():
    t = _waiting.pop(0)
    _stack.append(t)
    try:
        t._bootstrap()
    finally:
        _stack.pop()
# Waits until f() is true; what else there is to run runs meanwhile. False after so many seconds.
def _until(f, timeout=None):
    end = None if timeout is None else _call('now') + timeout
    while not f():
        now = _call('now')
        if end is not None and now >= end: return False
        if _waiting:
            _begin()
            continue
        due = min([t._due for t in _timers] or [None]) if _timers else None
        if due is not None and due <= now:
            for t in [t for t in _timers if t._due <= now]:
                _timers.remove(t)
                _waiting.append(t)
            continue
        if due is None and end is None:
            if not _told:
                _told.append(1)
                _call('notice', 'All threads of this Python wait for each other. The simulated one runs a thread to its end before others go on, so they may not in a real one.')
            _call('sleep', 3600.0)
        else: _call('sleep', float(max(0, min([x for x in (due, end) if x is not None]) - now)))
    return True
def _sleep(seconds):
    if _waiting or _timers: _until(lambda: False, seconds)
    else: _call('sleep', float(seconds))
_time._sleeper.append(_sleep)

class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        _ids[0] += 1
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self.name = str(name) if name else 'Thread-%d%s' % (_ids[0], ' (%s)' % target.__name__ if target is not None and hasattr(target, '__name__') else '')
        self.daemon = current_thread().daemon if daemon is None else daemon
        self._started = self._ended = False
        self.ident = self.native_id = None
    def start(self):
        if self._started: raise RuntimeError('threads can only be started once')
        self._started, self.ident = True, 140000000000000 + _ids[0] * 4096
        self.native_id = _ids[0]
        _threads.append(self)
        self._queue()
    def _queue(self): _waiting.append(self)
    def run(self):
        if self._target: self._target(*self._args, **self._kwargs)
    def _bootstrap(self):
        try:
            self.run()
        except SystemExit: pass
        except Exception as e:
            _sys.stderr.write('Exception in thread %s:\n%s' % (self.name, __traceback(e)))
        finally:
            self._ended = True
            if self in _threads: _threads.remove(self)
    def join(self, timeout=None):
        if not self._started: raise RuntimeError('cannot join thread before it is started')
        if self is current_thread(): raise RuntimeError('cannot join current thread')
        _until(lambda: self._ended, timeout)
    def is_alive(self): return self._started and not self._ended
    def getName(self): return self.name
    def setName(self, n): self.name = n
    def setDaemon(self, d): self.daemon = d
    def isDaemon(self): return self.daemon
    def __repr__(self): return '<%s(%s, %s%s)>' % (type(self).__name__, self.name, 'initial' if not self._started else 'stopped' if self._ended else 'started', '' if self.ident is None else ' %d' % self.ident)
class _MainThread(Thread):
    def __init__(self):
        self.name, self.daemon, self._started, self._ended, self.ident, self.native_id = 'MainThread', False, True, False, 140000000000000, 1
class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__(None, function, None, args or (), kwargs)
        self.interval, self.function = interval, function
        self.name = 'Thread-%d' % _ids[0]
    def _queue(self):
        self._due = _call('now') + self.interval
        _timers.append(self)
    def cancel(self):
        if self in _timers: _timers.remove(self)
        self._ended = True
_main = _MainThread()
_threads = [_main]
def current_thread(): return _stack[-1] if _stack else _main
currentThread = current_thread
def main_thread(): return _main
def active_count(): return len(_threads)
activeCount = active_count
def enumerate(): return list(_threads)
def get_ident(): return current_thread().ident
get_native_id = get_ident
def settrace(f): pass
def stack_size(n=0): return 0

class Lock:
    def __init__(self): self._held = False
    def acquire(self, blocking=True, timeout=-1):
        if self._held:
            if not blocking or not _until(lambda: not self._held, None if timeout < 0 else timeout): return False
        self._held = True
        return True
    def release(self):
        if not self._held: raise RuntimeError('release unlocked lock')
        self._held = False
    def locked(self): return self._held
    def __enter__(self): return self.acquire()
    def __exit__(self, *a): self.release()
class RLock:
    def __init__(self): self._owner, self._count = None, 0
    def acquire(self, blocking=True, timeout=-1):
        me = current_thread()
        if self._owner is not me and self._owner is not None:
            if not blocking or not _until(lambda: self._owner is None, None if timeout < 0 else timeout): return False
        self._owner, self._count = me, self._count + 1
        return True
    def release(self):
        if self._owner is not current_thread(): raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count: self._owner = None
    def __enter__(self): return self.acquire()
    def __exit__(self, *a): self.release()
class Condition:
    def __init__(self, lock=None): self._lock, self._turn = lock or RLock(), 0
    def acquire(self, *a): return self._lock.acquire(*a)
    def release(self): self._lock.release()
    def __enter__(self): return self._lock.acquire()
    def __exit__(self, *a): self._lock.release()
    def wait(self, timeout=None):
        turn = self._turn
        self._lock.release()
        r = _until(lambda: self._turn != turn, timeout)
        self._lock.acquire()
        return r
    def wait_for(self, f, timeout=None):
        while not f():
            if not self.wait(timeout): return f()
        return True
    def notify(self, n=1): self._turn += 1
    def notify_all(self): self._turn += 1
class Semaphore:
    def __init__(self, value=1):
        if value < 0: raise ValueError('semaphore initial value must be >= 0')
        self._value = value
    def acquire(self, blocking=True, timeout=None):
        if self._value == 0 and (not blocking or not _until(lambda: self._value > 0, timeout)): return False
        self._value -= 1
        return True
    def release(self, n=1): self._value += n
    def __enter__(self): return self.acquire()
    def __exit__(self, *a): self.release()
class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._most = value
    def release(self, n=1):
        if self._value + n > self._most: raise ValueError('Semaphore released too many times')
        super().release(n)
class Event:
    def __init__(self): self._flag = False
    def is_set(self): return self._flag
    def set(self): self._flag = True
    def clear(self): self._flag = False
    def wait(self, timeout=None): return _until(lambda: self._flag, timeout)
class Barrier:
    def __init__(self, parties, action=None, timeout=None): self.parties, self._n, self._turn, self._action = parties, 0, 0, action
    def wait(self, timeout=None):
        n, turn = self._n, self._turn
        self._n += 1
        if self._n == self.parties:
            if self._action: self._action()
            self._n, self._turn = 0, turn + 1
        else: _until(lambda: self._turn != turn, timeout)
        return n
class local: pass
def _finish():
    while [t for t in _threads if t is not _main and not t.daemon and not t._ended]: _until(lambda: not [t for t in _threads if t is not _main and not t.daemon and not t._ended])
import atexit as _atexit
_atexit.register(_finish)
`;

/** queue.py and concurrent/futures.py */
export const QUEUE = String.raw`
import threading as _t, heapq as _heapq
class Empty(Exception): pass
class Full(Exception): pass
class Queue:
    def __init__(self, maxsize=0): self.maxsize, self.queue, self.unfinished_tasks = maxsize, [], 0
    def qsize(self): return len(self.queue)
    def empty(self): return not self.queue
    def full(self): return 0 < self.maxsize <= len(self.queue)
    def _put(self, x): self.queue.append(x)
    def _get(self): return self.queue.pop(0)
    def put(self, x, block=True, timeout=None):
        if self.full() and (not block or not _t._until(lambda: not self.full(), timeout)): raise Full
        self._put(x)
        self.unfinished_tasks += 1
    def get(self, block=True, timeout=None):
        if not self.queue and (not block or not _t._until(lambda: self.queue, timeout)): raise Empty
        return self._get()
    def put_nowait(self, x): self.put(x, False)
    def get_nowait(self): return self.get(False)
    def task_done(self):
        if self.unfinished_tasks <= 0: raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1
    def join(self): _t._until(lambda: self.unfinished_tasks == 0)
class LifoQueue(Queue):
    def _get(self): return self.queue.pop()
class PriorityQueue(Queue):
    def _put(self, x): _heapq.heappush(self.queue, x)
    def _get(self): return _heapq.heappop(self.queue)
SimpleQueue = Queue
`;

export const FUTURES = String.raw`
import threading as _t
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'
class TimeoutError(Exception): pass
class CancelledError(Exception): pass
class Future:
    def __init__(self): self._done, self._result, self._error, self._calls = False, None, None, []
    def done(self): return self._done
    def running(self): return False
    def cancelled(self): return False
    def cancel(self): return False
    def _run(self, f, a, k):
        try:
            self._result = f(*a, **k)
        except Exception as e: self._error = e
        self._done = True
        for c in self._calls: c(self)
    def result(self, timeout=None):
        if not _t._until(lambda: self._done, timeout): raise TimeoutError()
        if self._error: raise self._error
        return self._result
    def exception(self, timeout=None):
        _t._until(lambda: self._done, timeout)
        return self._error
    def add_done_callback(self, f): f(self) if self._done else self._calls.append(f)
class Executor:
    _n = 0
    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=(), **k):
        if max_workers is not None and max_workers <= 0: raise ValueError('max_workers must be greater than 0')
        self._all, self._prefix, self._max, self._closed = [], thread_name_prefix or 'ThreadPoolExecutor-%d' % Executor._n, max_workers or 5, False
        Executor._n += 1
    def submit(self, f, *a, **k):
        if self._closed: raise RuntimeError('cannot schedule new futures after shutdown')
        r = Future()
        t = _t.Thread(target=r._run, args=(f, a, k), name='%s_%d' % (self._prefix, len(self._all) % self._max))
        self._all.append(r)
        t.start()
        return r
    def map(self, f, *its, timeout=None, chunksize=1):
        all = [self.submit(f, *a) for a in zip(*its)]
        return (r.result() for r in all)
    def shutdown(self, wait=True, *, cancel_futures=False):
        self._closed = True
        if wait: _t._until(lambda: all([r._done for r in self._all]))
    def __enter__(self): return self
    def __exit__(self, *a): self.shutdown()
class ThreadPoolExecutor(Executor): pass
class ProcessPoolExecutor(Executor): pass
def as_completed(fs, timeout=None):
    for f in list(fs):
        _t._until(lambda: f._done)
        yield f
def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    _t._until(lambda: all([f._done for f in fs]), timeout)
    from collections import namedtuple
    return namedtuple('DoneAndNotDoneFutures', 'done not_done')(set([f for f in fs if f._done]), set([f for f in fs if not f._done]))
`;
