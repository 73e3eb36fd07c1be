/** itertools.py */
export const ITERTOOLS = String.raw`
def count(start=0, step=1):
    while True:
        yield start
        start += step
def cycle(it):
    saved = list(it)
    while saved:
        yield from saved
def repeat(x, times=None):
    if times is None:
        while True:
            yield x
    for _ in range(times):
        yield x
class chain:
    def __init__(self, *its): self._g = _chain(its)
    def __iter__(self): return self
    def __next__(self): return next(self._g)
    @staticmethod
    def from_iterable(its):
        c = chain()
        c._g = _chain(its)
        return c
def _chain(its):
    for it in its:
        yield from it
def accumulate(it, func=None, *, initial=None):
    it = iter(it)
    total = initial
    if initial is None:
        try:
            total = next(it)
        except StopIteration:
            return
    yield total
    for x in it:
        total = total + x if func is None else func(total, x)
        yield total
def compress(data, selectors): return (d for d, s in zip(data, selectors) if s)
def dropwhile(f, it):
    it = iter(it)
    for x in it:
        if not f(x):
            yield x
            break
    yield from it
def takewhile(f, it):
    for x in it:
        if not f(x):
            return
        yield x
def filterfalse(f, it): return (x for x in it if not (f(x) if f else x))
def starmap(f, it): return (f(*a) for a in it)
def islice(it, *a):
    start, stop, step = (0, a[0], 1) if len(a) == 1 else (a + (1,) if len(a) == 2 else a)
    start, step = start or 0, 1 if step is None else step
    for n in (start, stop, step):
        if n is not None and n < 0:
            raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    return _islice(iter(it), start, stop, step)
def _islice(it, start, stop, step):
    i, wanted = 0, start
    while stop is None or i < stop:
        if stop is not None and wanted >= stop and i >= stop:
            return
        try:
            x = next(it)
        except StopIteration:
            return
        if i == wanted:
            yield x
            wanted += step
        i += 1
def pairwise(it):
    it = iter(it)
    try:
        a = next(it)
    except StopIteration:
        return
    for b in it:
        yield a, b
        a = b
def batched(it, n):
    if n < 1:
        raise ValueError('n must be at least one')
    batch = []
    for x in it:
        batch.append(x)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)
class groupby:
    def __init__(self, it, key=None):
        self._it, self._key, self._end, self._group = iter(it), key or (lambda x: x), False, None
        self._pull()
    def _pull(self):
        try:
            self._x = next(self._it)
            self._k = self._key(self._x)
        except StopIteration:
            self._end = True
    def __iter__(self): return self
    def __next__(self):
        if self._group is not None:
            while not self._end and self._k == self._group:
                self._pull()
        if self._end:
            raise StopIteration
        self._group = self._k
        return self._k, self._items(self._k)
    def _items(self, k):
        while not self._end and self._k == k:
            yield self._x
            self._pull()
def zip_longest(*its, fillvalue=None):
    its, done = [iter(i) for i in its], object()
    while its:
        row = [next(i, done) for i in its]
        if all([x is done for x in row]):
            return
        yield tuple([fillvalue if x is done else x for x in row])
def tee(it, n=2):
    it, queues = iter(it), [[] for _ in range(n)]
    def one(q):
        while True:
            if not q:
                try:
                    x = next(it)
                except StopIteration:
                    return
                for other in queues:
                    other.append(x)
            yield q.pop(0)
    return tuple([one(q) for q in queues])
def product(*its, repeat=1):
    pools = [tuple(p) for p in its] * repeat
    if not all([len(p) for p in pools]):
        return
    at = [0] * len(pools)
    while True:
        yield tuple([p[i] for p, i in zip(pools, at)])
        i = len(pools) - 1
        while i >= 0:
            at[i] += 1
            if at[i] < len(pools[i]):
                break
            at[i] = 0
            i -= 1
        if i < 0:
            return
def permutations(it, r=None):
    pool = tuple(it)
    r = len(pool) if r is None else r
    def pick(chosen):
        if len(chosen) == r:
            yield tuple([pool[i] for i in chosen])
            return
        for i in range(len(pool)):
            if i not in chosen:
                yield from pick(chosen + [i])
    return pick([])
def _combine(it, r, again):
    pool = tuple(it)
    def pick(start, chosen):
        if len(chosen) == r:
            yield tuple(chosen)
            return
        for i in range(start, len(pool)):
            yield from pick(i if again else i + 1, chosen + [pool[i]])
    return pick(0, [])
def combinations(it, r): return _combine(it, r, False)
def combinations_with_replacement(it, r): return _combine(it, r, True)
`;

/** functools.py */
export const FUNCTOOLS = String.raw`
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__')
WRAPPER_UPDATES = ('__dict__',)
def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned + ('__wrapped__',):
        try:
            setattr(wrapper, name, wrapped if name == '__wrapped__' else getattr(wrapped, name))
        except (AttributeError, TypeError):
            pass
    return wrapper
def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda f: update_wrapper(f, wrapped)

_none = object()
def reduce(f, it, initial=_none):
    it = iter(it)
    if initial is _none:
        try:
            initial = next(it)
        except StopIteration:
            raise TypeError('reduce() of empty iterable with no initial value')
    for x in it:
        initial = f(initial, x)
    return initial

class partial:
    def __init__(self, func, *args, **keywords):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial):
            args, keywords, func = func.args + args, dict(func.keywords, **keywords), func.func
        self.func, self.args, self.keywords = func, args, keywords
    def __call__(self, *a, **k):
        both = dict(self.keywords)
        both.update(k)
        return self.func(*(self.args + a), **both)
    def __repr__(self):
        return 'functools.partial(%s)' % ', '.join([repr(self.func)] + [repr(a) for a in self.args] + ['%s=%r' % p for p in self.keywords.items()])
class partialmethod:
    def __init__(self, func, *args, **keywords): self._f, self._a, self._k = func, args, keywords
    def __get__(self, o, cls=None):
        return lambda *a, **k: self._f(o, *(self._a + a), **dict(self._k, **k))

class _CacheInfo(tuple):
    hits = property(lambda s: s[0]); misses = property(lambda s: s[1]); maxsize = property(lambda s: s[2]); currsize = property(lambda s: s[3])
    def __str__(self): return self.__repr__()
    def __repr__(self): return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % tuple(self)
def lru_cache(maxsize=128, typed=False):
    def make(f, size):
        kept, counts = {}, [0, 0]
        def found(key):
            counts[0] += 1
            v = kept[key]
            if size is not None:
                del kept[key]
                kept[key] = v
            return v
        def keep(key, v):
            counts[1] += 1
            if size != 0:
                kept[key] = v
                if size is not None and len(kept) > size:
                    del kept[next(iter(kept))]
            return v
        def cached(*a, **k):
            key = (a, tuple(k.items())) if k else a
            return found(key) if key in kept else keep(key, f(*a, **k))
        def info(): return _CacheInfo((counts[0], counts[1], size, len(kept)))
        def clear():
            kept.clear()
            counts[0] = counts[1] = 0
        cached.cache_info, cached.cache_clear = info, clear
        return update_wrapper(cached, f)
    if callable(maxsize):
        return make(maxsize, 128)
    return lambda f: make(f, maxsize)
def cache(f): return lru_cache(None)(f)

class cached_property:
    def __init__(self, f): self._f, self._name = f, f.__name__
    def __set_name__(self, owner, name): self._name = name
    def __get__(self, o, cls=None):
        if o is None:
            return self
        name = '_cached_' + self._name
        if name not in o.__dict__:
            setattr(o, name, self._f(o))
        return getattr(o, name)

def total_ordering(cls):
    has = lambda n: n in cls.__dict__
    if has('__lt__'):
        made = {'__gt__': lambda a, b: not (a < b or a == b), '__le__': lambda a, b: a < b or a == b, '__ge__': lambda a, b: not a < b}
    elif has('__le__'):
        made = {'__ge__': lambda a, b: not a <= b or a == b, '__lt__': lambda a, b: a <= b and not a == b, '__gt__': lambda a, b: not a <= b}
    elif has('__gt__'):
        made = {'__lt__': lambda a, b: not (a > b or a == b), '__ge__': lambda a, b: a > b or a == b, '__le__': lambda a, b: not a > b}
    elif has('__ge__'):
        made = {'__le__': lambda a, b: not a >= b or a == b, '__gt__': lambda a, b: a >= b and not a == b, '__lt__': lambda a, b: not a >= b}
    else:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for name, f in made.items():
        if not has(name):
            setattr(cls, name, f)
    return cls

def cmp_to_key(f):
    class K:
        def __init__(self, obj): self.obj = obj
        def __lt__(self, o): return f(self.obj, o.obj) < 0
        def __gt__(self, o): return f(self.obj, o.obj) > 0
        def __eq__(self, o): return f(self.obj, o.obj) == 0
        def __le__(self, o): return f(self.obj, o.obj) <= 0
        def __ge__(self, o): return f(self.obj, o.obj) >= 0
    return K

def singledispatch(f):
    kinds = {}
    def call(*a, **k):
        t = type(a[0])
        if t in kinds:
            return kinds[t](*a, **k)
        for kind, g in kinds.items():
            if isinstance(a[0], kind):
                return g(*a, **k)
        return f(*a, **k)
    def register(kind, g=None):
        if g is None:
            if not isinstance(kind, type):
                notes = list(getattr(kind, '__annotations__', {}).values())
                kinds[notes[0]] = kind
                return kind
            return lambda g: register(kind, g)
        kinds[kind] = g
        return g
    c = _Dispatch(call, register, lambda t: kinds.get(t, f))
    return update_wrapper(c, f)
class _Dispatch:
    def __init__(self, f, register, dispatch): self._f, self.register, self.dispatch = f, register, dispatch
    def __call__(self, *a, **k): return self._f(*a, **k)
`;
