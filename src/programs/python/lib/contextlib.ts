/** contextlib.py */
export const CONTEXTLIB = String.raw`
from functools import wraps as _wraps
class ContextDecorator:
    def __call__(self, f):
        @_wraps(f)
        def inner(*a, **k):
            with self._recreate_cm():
                return f(*a, **k)
        return inner
    def _recreate_cm(self): return self
class AbstractContextManager:
    def __enter__(self): return self
    def __exit__(self, *a): return None

class _GeneratorContextManager(ContextDecorator):
    def __init__(self, f, a, k): self._made, self._g = (f, a, k), f(*a, **k)
    def _recreate_cm(self):
        f, a, k = self._made
        return _GeneratorContextManager(f, a, k)
    def __enter__(self):
        try:
            return next(self._g)
        except StopIteration:
            raise RuntimeError("generator didn't yield")
    def __exit__(self, kind, e, tb):
        if kind is None:
            for _ in self._g:
                raise RuntimeError("generator didn't stop")
            return False
        try:
            self._g.throw(e if e is not None else kind())
        except StopIteration as stop:
            return stop is not e
        except BaseException as other:
            if other is e:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")
def contextmanager(f):
    @_wraps(f)
    def make(*a, **k): return _GeneratorContextManager(f, a, k)
    return make
class _AsyncManager:
    def __init__(self, g): self._g = g
    async def __aenter__(self): return await self._g.__anext__()
    async def __aexit__(self, kind, e, tb):
        if kind is None:
            try:
                await self._g.__anext__()
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            await self._g.athrow(e)
        except StopAsyncIteration:
            return True
def asynccontextmanager(f): return lambda *a, **k: _AsyncManager(f(*a, **k))

class suppress:
    def __init__(self, *kinds): self._kinds = kinds
    def __enter__(self): return None
    def __exit__(self, kind, e, tb): return kind is not None and issubclass(kind, self._kinds)
class closing:
    def __init__(self, thing): self.thing = thing
    def __enter__(self): return self.thing
    def __exit__(self, *a): self.thing.close()
class nullcontext:
    def __init__(self, enter_result=None): self.enter_result = enter_result
    def __enter__(self): return self.enter_result
    def __exit__(self, *a): return None
class _Redirect:
    def __init__(self, target): self._target, self._old = target, []
    def __enter__(self):
        import sys
        self._old.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._target)
        return self._target
    def __exit__(self, *a):
        import sys
        setattr(sys, self._stream, self._old.pop())
class redirect_stdout(_Redirect):
    _stream = 'stdout'
class redirect_stderr(_Redirect):
    _stream = 'stderr'
class chdir:
    def __init__(self, path): self.path, self._old = path, []
    def __enter__(self):
        import os
        self._old.append(os.getcwd())
        os.chdir(self.path)
    def __exit__(self, *a):
        import os
        os.chdir(self._old.pop())
class ExitStack:
    def __init__(self): self._exits = []
    def enter_context(self, cm):
        v = cm.__enter__()
        self._exits.append(cm.__exit__)
        return v
    def push(self, cm):
        self._exits.append(cm.__exit__ if hasattr(cm, '__exit__') else cm)
        return cm
    def callback(self, f, *a, **k):
        self._exits.append(lambda kind, e, tb: (f(*a, **k), None)[1])
        return f
    def pop_all(self):
        s = ExitStack()
        s._exits, self._exits = self._exits, []
        return s
    def close(self): self.__exit__(None, None, None)
    def __enter__(self): return self
    def __exit__(self, kind, e, tb):
        caught = kind is not None
        while self._exits:
            f = self._exits.pop()
            try:
                if f(kind, e, tb):
                    kind = e = tb = None
            except BaseException as other:
                kind, e, tb = type(other), other, None
                if not self._exits:
                    raise
        return caught and kind is None
`;
