/** asyncio: tasks in turn on the machine's clock. */
export const ASYNCIO_TASKS = String.raw`
import sys
_call = __hostcall
class CancelledError(BaseException): pass
class InvalidStateError(Exception): pass
class QueueEmpty(Exception): pass
class QueueFull(Exception): pass
import sys as _sys
# Before 3.11 it was another error than the built-in one.
TimeoutError = TimeoutError if _sys.version_info >= (3, 11) else type('TimeoutError', (Exception,), {'__module__': 'asyncio.exceptions'})
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'

class Handle:
    def __init__(self, when, number, f, args): self._key, self._f, self._args, self._off = (when, number), f, args, False
    def cancel(self): self._off = True
    def cancelled(self): return self._off
class _Loop:
    def __init__(self): self._ready, self._timers, self._n, self._tasks, self._running, self._closed = [], [], 0, [], False, False
    def time(self): return _call('now')
    def call_soon(self, f, *args):
        self._n += 1
        h = Handle(0, self._n, f, args)
        self._ready.append(h)
        return h
    call_soon_threadsafe = call_soon
    def call_at(self, when, f, *args):
        self._n += 1
        h = Handle(when, self._n, f, args)
        i = len(self._timers)
        while i and self._timers[i - 1]._key > h._key:
            i -= 1
        self._timers.insert(i, h)
        return h
    def call_later(self, delay, f, *args): return self.call_at(self.time() + delay, f, *args)
    def create_task(self, coro, name=None): return Task(coro, name=name)
    def create_future(self): return Future()
    def is_running(self): return self._running
    def is_closed(self): return self._closed
    def close(self): self._closed = True
    def stop(self): self._stop = True
    def add_signal_handler(self, number, f, *args):
        import signal
        signal.signal(number, lambda *a: f(*args))
    async def run_in_executor(self, executor, f, *args): return f(*args)
    def _turn(self):
        while self._timers and (self._timers[0]._off or self._timers[0]._key[0] <= self.time()):
            self._ready.append(self._timers.pop(0))
        if not self._ready:
            _call('sleep', max(0.0, self._timers[0]._key[0] - self.time()) if self._timers else 3600.0)
            return
        todo, self._ready = self._ready, []
        for i, h in enumerate(todo):
            if not h._off:
                try:
                    h._f(*h._args)
                except BaseException:
                    self._ready = todo[i + 1:] + self._ready
                    raise
    def run_until_complete(self, what):
        global _loop
        task, before = ensure_future(what, loop=self), self._running
        self._running = True
        try:
            while not task._done:
                self._turn()
        finally:
            self._running = before
        return task.result()
    def run_forever(self):
        self._running, self._stop = True, False
        while not self._stop:
            self._turn()
        self._running = False
_loop = _Loop()
def get_event_loop(): return _loop
def get_running_loop():
    if not _loop._running:
        raise RuntimeError('no running event loop')
    return _loop
def new_event_loop(): return _Loop()
def set_event_loop(loop):
    global _loop
    _loop = loop or _Loop()

class Future:
    def __init__(self, loop=None): self._done, self._cancelled, self._result, self._exception, self._callbacks = False, False, None, None, []
    def done(self): return self._done
    def cancelled(self): return self._cancelled
    def result(self):
        if not self._done:
            raise InvalidStateError('Result is not set.')
        if self._exception is not None:
            raise self._exception
        return self._result
    def exception(self):
        if self._cancelled:
            raise self._exception
        return self._exception
    def _finish(self):
        self._done = True
        for f in self._callbacks:
            _loop.call_soon(f, self)
        self._callbacks = []
    def set_result(self, value):
        if self._done:
            raise InvalidStateError('invalid state')
        self._result = value
        self._finish()
    def set_exception(self, e):
        self._exception = e() if isinstance(e, type) else e
        self._finish()
    def add_done_callback(self, f, context=None):
        if self._done:
            _loop.call_soon(f, self)
        else:
            self._callbacks.append(f)
    def remove_done_callback(self, f): self._callbacks = [x for x in self._callbacks if x is not f]
    def cancel(self, msg=None):
        if self._done:
            return False
        self._cancelled, self._exception = True, CancelledError()
        self._finish()
        return True
    def __iter__(self):
        while not self._done:
            yield self
        return self.result()
    __await__ = __iter__

_current = None
_number = 0
class Task(Future):
    def __init__(self, coro, loop=None, name=None):
        global _number
        Future.__init__(self)
        _number += 1
        self._coro, self._name, self._waits, self._stopping = iter(coro) if hasattr(coro, '__iter__') else coro, name or 'Task-%d' % _number, None, False
        _loop._tasks.append(self)
        _loop.call_soon(self._step)
    def get_name(self): return self._name
    def set_name(self, name): self._name = name
    def get_coro(self): return self._coro
    def cancelling(self): return int(self._stopping)
    def __repr__(self): return '<Task %s name=%r>' % ('finished' if self._done else 'pending', self._name)
    def cancel(self, msg=None):
        if self._done:
            return False
        self._stopping = True
        w, self._waits = self._waits, None
        if w is not None:
            w.remove_done_callback(self._wake)
            if isinstance(w, Task) or hasattr(w, '_children'):
                w.cancel()
            _loop.call_soon(self._step)
        return True
    def _wake(self, future):
        if self._waits is future:
            self._waits = None
            self._step()
    def _step(self):
        global _current
        if self._done or self._waits is not None:
            return
        before, _current = _current, self
        try:
            if self._stopping:
                self._stopping = False
                r = self._coro.throw(CancelledError())
            else:
                r = self._coro.send(None)
        except StopIteration as e:
            self._result = e.value
            self._end()
        except CancelledError as e:
            self._cancelled, self._exception = True, e
            self._end()
        except (KeyboardInterrupt, SystemExit) as e:
            self._exception = e
            self._end()
            raise
        except BaseException as e:
            self._exception = e
            self._end()
        else:
            if isinstance(r, Future):
                self._waits = r
                r.add_done_callback(self._wake)
            else:
                _loop.call_soon(self._step)
        finally:
            _current = before
    def _end(self):
        if self in _loop._tasks:
            _loop._tasks.remove(self)
        self._finish()

def iscoroutine(x): return hasattr(x, 'send') and hasattr(x, 'throw')
def isfuture(x): return isinstance(x, Future)
def ensure_future(x, loop=None): return x if isinstance(x, Future) else Task(x)
def create_task(coro, name=None, context=None):
    get_running_loop()
    return Task(coro, name=name)
def current_task(loop=None): return _current
def all_tasks(loop=None): return set(_loop._tasks)
def run(main, debug=None, loop_factory=None):
    if not iscoroutine(main):
        raise ValueError('a coroutine was expected, got %r' % (main,))
    global _loop
    _loop = _Loop()
    try:
        return _loop.run_until_complete(main)
    finally:
        left = list(_loop._tasks)
        for t in left:
            t.cancel()
        for t in left:
            while not t._done:
                _loop._turn()
def sleep(delay, result=None):
    if delay <= 0:
        yield None
        return result
    f = Future()
    h = _loop.call_later(delay, lambda: None if f._done else f.set_result(None))
    try:
        yield from f
    finally:
        h.cancel()
    return result
async def wait_for(what, timeout):
    if timeout is None:
        return await what
    task, me = ensure_future(what), Future()
    task.add_done_callback(lambda t: None if me._done else me.set_result(True))
    h = _loop.call_later(timeout, lambda: None if me._done else me.set_result(False))
    try:
        in_time = await me
    except CancelledError:
        task.cancel()
        raise
    finally:
        h.cancel()
    if in_time:
        return task.result()
    task.cancel()
    try:
        await task
    except CancelledError:
        pass
    raise TimeoutError()
class _Gathering(Future):
    def cancel(self, msg=None):
        for c in self._children:
            c.cancel()
        return True
def gather(*what, return_exceptions=False):
    me, children = _Gathering(), [ensure_future(w) for w in what]
    me._children = children
    left = [len(children)]
    def one(c):
        left[0] -= 1
        if me._done:
            return
        if c._exception is not None and not return_exceptions:
            me.set_exception(c._exception)
        elif left[0] == 0:
            me.set_result([c._result if c._exception is None else c._exception for c in children])
    for c in children:
        c.add_done_callback(one)
    if not children:
        me.set_result([])
    return me
async def wait(what, timeout=None, return_when=ALL_COMPLETED):
    tasks, me = [ensure_future(w) for w in what], Future()
    def one(c=None):
        done = [t for t in tasks if t._done]
        if not me._done and (len(done) == len(tasks) or return_when == FIRST_COMPLETED and done or return_when == FIRST_EXCEPTION and [t for t in done if t._exception]):
            me.set_result(None)
    for t in tasks:
        t.add_done_callback(one)
    h = None if timeout is None else _loop.call_later(timeout, lambda: None if me._done else me.set_result(None))
    await me
    if h:
        h.cancel()
    return {t for t in tasks if t._done}, {t for t in tasks if not t._done}
def as_completed(what, timeout=None):
    q = Queue()
    tasks = [ensure_future(w) for w in what]
    for t in tasks:
        t.add_done_callback(lambda t: q.put_nowait(t))
    async def one(): return (await q.get()).result()
    for _ in tasks:
        yield one()
def shield(what): return ensure_future(what)
async def to_thread(f, *a, **k): return f(*a, **k)
class timeout:
    def __init__(self, delay): self._delay, self._late, self._handle = delay, False, None
    async def __aenter__(self):
        task = _current
        def late():
            self._late = True
            task.cancel()
        if self._delay is not None:
            self._handle = _loop.call_later(self._delay, late)
        return self
    async def __aexit__(self, kind, e, tb):
        if self._handle:
            self._handle.cancel()
        if self._late and isinstance(e, CancelledError):
            raise TimeoutError()
    def expired(self): return self._late
class TaskGroup:
    def __init__(self): self._tasks = []
    async def __aenter__(self): return self
    def create_task(self, coro, name=None, context=None):
        t = Task(coro, name=name)
        self._tasks.append(t)
        return t
    async def __aexit__(self, kind, e, tb):
        if e is not None:
            for t in self._tasks:
                t.cancel()
        errors = [] if e is None or isinstance(e, CancelledError) else [e]
        for t in self._tasks:
            try:
                await t
            except CancelledError:
                pass
            except Exception as error:
                for other in self._tasks:
                    other.cancel()
                errors.append(error)
        if errors:
            raise ExceptionGroup('unhandled errors in a TaskGroup', errors)
`;
