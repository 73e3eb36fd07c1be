/** Numbers that MicroPython's machine words can't hold, where CPython's types can; and what could not fit in memory. Part of the prelude. */
export const RANGES = String.raw`
@_def
def __range(*a):
    try:
        return range(*a)
    except OverflowError:
        return _BigRange(*a)

# Simplified: isinstance(x, range) is not true for one of these.
class _BigRange:
    def __init__(self, *a):
        start, stop, step = (0, a[0], 1) if len(a) == 1 else (a[0], a[1], 1) if len(a) == 2 else a
        for n in a:
            if not isinstance(n, int):
                raise TypeError("'%s' object cannot be interpreted as an integer" % type(n).__name__)
        if step == 0:
            raise ValueError('range() arg 3 must not be zero')
        self.start, self.stop, self.step = start, stop, step
        self._n = max(0, (stop - start + step - (1 if step > 0 else -1)) // step)
    def __len__(self):
        if self._n >= 1 << 63:
            raise OverflowError('Python int too large to convert to C ssize_t')
        return self._n
    def __bool__(self): return self._n > 0
    def __iter__(self):
        i, n = self.start, self._n
        while n > 0:
            yield i
            i += self.step
            n -= 1
    def __reversed__(self): return iter(_BigRange(self.start + (self._n - 1) * self.step, self.start - self.step, -self.step))
    def __contains__(self, x):
        if not isinstance(x, int):
            return False
        i = x - self.start
        return i % self.step == 0 and 0 <= i // self.step < self._n
    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._slice(i.start, i.stop, 1 if i.step is None else i.step)
        at = i + self._n if i < 0 else i
        if not 0 <= at < self._n:
            raise IndexError('range object index out of range')
        return self.start + at * self.step
    def _slice(self, start, stop, step):
        if step == 0:
            raise ValueError('slice step cannot be zero')
        low, high = (0, self._n) if step > 0 else (-1, self._n - 1)
        def at(i, otherwise):
            return otherwise if i is None else min(max(i + self._n if i < 0 else i, low), high)
        first, last = at(start, low if step > 0 else high), at(stop, high if step > 0 else low)
        return __range(self.start + first * self.step, self.start + last * self.step, self.step * step)
    def index(self, x):
        if x not in self:
            raise ValueError('%r is not in range' % (x,))
        return (x - self.start) // self.step
    def count(self, x): return 1 if x in self else 0
    def _same(self): return (self._n, self.start if self._n else 0, self.step if self._n > 1 else 0)
    def __eq__(self, o): return isinstance(o, _BigRange) and self._same() == o._same()
    def __hash__(self): return hash(self._same())
    def __repr__(self):
        return 'range(%d, %d%s)' % (self.start, self.stop, '' if self.step == 1 else ', %d' % self.step)
_BigRange = type('range', (_BigRange,), {})

def _sized(kind, a, k):
    n = a[0] if len(a) == 1 and not k else None
    if type(n) is int:
        if n < 0:
            raise ValueError('negative count')
        if n >= 1 << 63:
            raise OverflowError("cannot fit 'int' into an index-sized integer")
        if n >= 1 << 30:
            raise MemoryError()
    return kind(*a, **k)
@_def
def __bytes(*a, **k): return _sized(bytes, a, k)
@_def
def __bytearray(*a, **k): return _sized(bytearray, a, k)
`;
