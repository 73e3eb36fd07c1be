/** collections/__init__.py over MicroPython's dict, which keeps its order. */
export const COLLECTIONS = String.raw`
import keyword as _keyword

def _same(a, b): return len(a) == len(b) and all([k in b and b[k] == v for k, v in a.items()])
class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        v = self.pop(key)
        if last:
            self[key] = v
        else:
            rest = list(dict.items(self))
            self.clear()
            self[key] = v
            for k, x in rest:
                self[k] = x
    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        keys = list(self.keys())
        k = keys[-1] if last else keys[0]
        return k, self.pop(k)
    def copy(self): return OrderedDict(self.items())
    def __eq__(self, o):
        if isinstance(o, OrderedDict): return list(self.items()) == list(o.items())
        return isinstance(o, dict) and _same(self, o)
    def __str__(self): return self.__repr__()
    def __repr__(self): return 'OrderedDict(%s)' % ('[' + ', '.join(['(%r, %r)' % p for p in self.items()]) + ']' if self else '')

class defaultdict(dict):
    def __init__(self, default_factory=None, *a, **k):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        super().__init__(*a, **k)
    def __getitem__(self, key):
        if key in self:
            return super().__getitem__(key)
        return self.__missing__(key)
    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = v = self.default_factory()
        return v
    def copy(self): return defaultdict(self.default_factory, self.items())
    def __str__(self): return self.__repr__()
    def __repr__(self): return 'defaultdict(%r, %s)' % (self.default_factory, '{' + ', '.join(['%r: %r' % p for p in self.items()]) + '}')

class Counter(dict):
    def __init__(self, iterable=None, **k):
        super().__init__()
        self.update(iterable, **k)
    def __getitem__(self, key): return super().__getitem__(key) if key in self else 0
    def __missing__(self, key): return 0
    def update(self, iterable=None, **k):
        if iterable is not None:
            if isinstance(iterable, dict):
                for x, n in iterable.items():
                    self[x] = self[x] + n
            else:
                for x in iterable:
                    self[x] = self[x] + 1
        for x, n in k.items():
            self[x] = self[x] + n
    def subtract(self, iterable=None, **k):
        if iterable is not None:
            if isinstance(iterable, dict):
                for x, n in iterable.items():
                    self[x] = self[x] - n
            else:
                for x in iterable:
                    self[x] = self[x] - 1
        for x, n in k.items():
            self[x] = self[x] - n
    def most_common(self, n=None):
        all = [p for n, i, p in sorted([(-p[1], i, p) for i, p in enumerate(self.items())], key=lambda t: t[:2])]
        return all if n is None else all[:n]
    def elements(self):
        for x, n in self.items():
            for _ in range(n):
                yield x
    def total(self): return sum(self.values())
    def copy(self): return Counter(self)
    @classmethod
    def fromkeys(cls, iterable, v=None): raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')
    def _combine(self, o, f):
        r = Counter()
        for x in list(self) + [x for x in o if x not in self]:
            n = f(self[x], o[x])
            if n > 0:
                r[x] = n
        return r
    def __add__(self, o): return self._combine(o, lambda a, b: a + b)
    def __sub__(self, o): return self._combine(o, lambda a, b: a - b)
    def __or__(self, o): return self._combine(o, max)
    def __and__(self, o): return self._combine(o, min)
    def __iadd__(self, o):
        for x, n in o.items():
            self[x] += n
        return self._keep_positive()
    def __isub__(self, o):
        for x, n in o.items():
            self[x] -= n
        return self._keep_positive()
    def _keep_positive(self):
        for x in [x for x, n in self.items() if n <= 0]:
            del self[x]
        return self
    def __pos__(self): return self._combine(Counter(), lambda a, b: a)
    def __neg__(self): return self._combine(Counter(), lambda a, b: -a)
    def __eq__(self, o):
        if not isinstance(o, Counter):
            return isinstance(o, dict) and _same(self, o)
        return all([self[x] == o[x] for x in list(self) + list(o)])
    def __str__(self): return self.__repr__()
    def __repr__(self):
        if not self:
            return 'Counter()'
        return 'Counter({%s})' % ', '.join(['%r: %r' % p for p in self.most_common()])

class deque:
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError('maxlen must be non-negative')
        self._l, self._h, self.maxlen = [], 0, maxlen
        self.extend(iterable)
    def _all(self): return self._l[self._h:]
    def append(self, x):
        self._l.append(x)
        if self.maxlen is not None and len(self) > self.maxlen:
            self.popleft()
    def appendleft(self, x):
        if self._h:
            self._h -= 1
            self._l[self._h] = x
        else:
            room = len(self._l) + 8
            self._l, self._h = [None] * room + self._l, room - 1
            self._l[self._h] = x
        if self.maxlen is not None and len(self) > self.maxlen:
            self.pop()
    def extend(self, it):
        for x in (list(it) if it is self else it):
            self.append(x)
    def extendleft(self, it):
        for x in it:
            self.appendleft(x)
    def pop(self):
        if not len(self):
            raise IndexError('pop from an empty deque')
        return self._l.pop()
    def popleft(self):
        if not len(self):
            raise IndexError('pop from an empty deque')
        x = self._l[self._h]
        self._l[self._h] = None
        self._h += 1
        if self._h > 32 and self._h * 2 > len(self._l):
            self._l, self._h = self._l[self._h:], 0
        return x
    def clear(self): self._l, self._h = [], 0
    def copy(self): return deque(self, self.maxlen)
    def count(self, x): return self._all().count(x)
    def index(self, x, *a):
        try:
            return self._all().index(x, *a)
        except ValueError:
            raise ValueError('%r is not in deque' % (x,))
    def insert(self, i, x):
        if self.maxlen is not None and len(self) >= self.maxlen:
            raise IndexError('deque already at its maximum size')
        l = self._all()
        l.insert(i, x)
        self._l, self._h = l, 0
    def remove(self, x):
        l = self._all()
        if x not in l:
            raise ValueError('deque.remove(x): x not in deque')
        l.remove(x)
        self._l, self._h = l, 0
    def reverse(self):
        l = self._all()
        l.reverse()
        self._l, self._h = l, 0
    def rotate(self, n=1):
        l = self._all()
        if l:
            n %= len(l)
            self._l, self._h = l[len(l) - n:] + l[:len(l) - n], 0
    def _at(self, i):
        n = len(self)
        if i < 0:
            i += n
        if not 0 <= i < n:
            raise IndexError('deque index out of range')
        return i + self._h
    def __getitem__(self, i):
        if not isinstance(i, int):
            raise TypeError("sequence index must be integer, not '%s'" % type(i).__name__)
        return self._l[self._at(i)]
    def __setitem__(self, i, x): self._l[self._at(i)] = x
    def __delitem__(self, i): del self._l[self._at(i)]
    def __len__(self): return len(self._l) - self._h
    def __bool__(self): return len(self._l) > self._h
    def __iter__(self):
        n = len(self)
        for i in range(n):
            if len(self) != n:
                raise RuntimeError('deque mutated during iteration')
            yield self._l[self._h + i]
    def __reversed__(self): return reversed(self._all())
    def __contains__(self, x): return x in self._all()
    def __eq__(self, o): return isinstance(o, deque) and self._all() == o._all()
    def __lt__(self, o): return self._all() < o._all()
    def __add__(self, o): return deque(self._all() + o._all(), self.maxlen)
    def __iadd__(self, o):
        self.extend(o)
        return self
    def __mul__(self, n): return deque(self._all() * n, self.maxlen)
    def __repr__(self): return 'deque(%r%s)' % (self._all(), '' if self.maxlen is None else ', maxlen=%d' % self.maxlen)

class ChainMap:
    def __init__(self, *maps): self.maps = list(maps) or [{}]
    def __getitem__(self, key):
        for m in self.maps:
            if key in m:
                return m[key]
        raise KeyError(key)
    def get(self, key, default=None): return self[key] if key in self else default
    def _flat(self):
        d = {}
        for m in reversed(self.maps):
            d.update(m)
        return d
    def __len__(self): return len(self._flat())
    def __iter__(self): return iter(self._flat())
    def __contains__(self, key): return any([key in m for m in self.maps])
    def keys(self): return self._flat().keys()
    def values(self): return [self[k] for k in self]
    def items(self): return [(k, self[k]) for k in self]
    def __setitem__(self, key, v): self.maps[0][key] = v
    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError('Key not found in the first mapping: %r' % (key,))
        del self.maps[0][key]
    def pop(self, key, *a): return self.maps[0].pop(key, *a)
    def update(self, *a, **k): self.maps[0].update(*a, **k)
    def new_child(self, m=None, **k):
        m = {} if m is None else m
        m.update(k)
        return ChainMap(m, *self.maps)
    @property
    def parents(self): return ChainMap(*self.maps[1:])
    def __repr__(self): return 'ChainMap(%s)' % ', '.join([repr(m) for m in self.maps])

class UserDict(dict):
    @property
    def data(self): return self
class UserList(list):
    @property
    def data(self): return self
class UserString(str):
    @property
    def data(self): return self

def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(n) for n in field_names]
    if rename:
        names = ['_%d' % i if not n.isidentifier() or _keyword.iskeyword(n) or n[:1] == '_' or n in names[:i] else n for i, n in enumerate(names)]
    for i, n in enumerate(names):
        if _keyword.iskeyword(n):
            raise ValueError('Type names and field names cannot be a keyword: %r' % n)
        if n[:1] == '_':
            raise ValueError('Field names cannot start with an underscore: %r' % n)
        if n in names[:i]:
            raise ValueError('Encountered duplicate field name: %r' % n)
    defaults = tuple(defaults or ())
    if len(defaults) > len(names):
        raise TypeError('Got more default values than field names')
    fields = tuple(names)
    with_default = dict(zip(fields[len(fields) - len(defaults):], defaults))
    def collect(a, k):
        n = len(a)
        if n > len(fields):
            raise TypeError('%s.__new__() takes %s positional arguments but %d were given' % (typename, ('from %d to %d' % (len(fields) - len(defaults) + 1, len(fields) + 1)) if defaults else len(fields) + 1, n + 1))
        values, missing = list(a), []
        for f in fields[n:]:
            if f in k:
                values.append(k.pop(f))
            elif f in with_default:
                values.append(with_default[f])
            else:
                missing.append(f)
        for f in k:
            raise TypeError("%s.__new__() got %s '%s'" % (typename, 'multiple values for argument' if f in fields else 'an unexpected keyword argument', f))
        if missing:
            listed = ' and '.join(["'%s'" % f for f in missing]) if len(missing) < 3 else ', '.join(["'%s'" % f for f in missing[:-1]]) + ", and '%s'" % missing[-1]
            raise TypeError('%s.__new__() missing %d required positional argument%s: %s' % (typename, len(missing), '' if len(missing) == 1 else 's', listed))
        return values
    def replace(self, **k):
        for f in k:
            if f not in fields:
                raise ValueError('Got unexpected field names: %r' % [x for x in k if x not in fields])
        return type(self)(*[k.get(f, v) for f, v in zip(fields, tuple(self))])
    space = {'_collect': staticmethod(collect), '_fields': fields, '_field_defaults': with_default, '_replace': replace, '__slots__': (),
        '__match_args__': fields,
        '_asdict': lambda self: dict(zip(fields, tuple(self))),
        '_make': classmethod(lambda cls, it: cls(*it)),
        '__str__': lambda self: self.__repr__(),
        '__repr__': lambda self: type(self).__name__ + '(' + ', '.join(['%s=%r' % p for p in zip(fields, tuple(self))]) + ')'}
    for i, n in enumerate(names):
        space[n] = property(_getter(i))
    return type(typename, (_Tuple,), space)
class _Tuple(tuple):
    def __init__(self, *a, **k): super().__init__(type(self)._collect(a, k))
def _getter(i): return lambda self: self[i]
`;

/** collections/abc.py: names to inherit from and to ask for. Simplified: isinstance asks for the methods. */
export const COLLECTIONS_ABC = String.raw`
class Sized: pass
class Container: pass
class Iterable: pass
class Iterator(Iterable):
    def __iter__(self): return self
class Generator(Iterator): pass
class Hashable: pass
class Callable: pass
class Collection: pass
class Awaitable: pass
class Coroutine: pass
class AsyncIterator: pass
class AsyncIterable: pass
class Sequence:
    def __iter__(self):
        for i in range(len(self)):
            yield self[i]
    def __contains__(self, x):
        for y in self:
            if x == y: return True
        return False
    def __reversed__(self):
        for i in range(len(self) - 1, -1, -1):
            yield self[i]
    def index(self, x):
        for i, y in enumerate(self):
            if x == y: return i
        raise ValueError
    def count(self, x): return sum([1 for y in self if x == y])
class MutableSequence(Sequence):
    def append(self, x): self.insert(len(self), x)
    def extend(self, it):
        for x in it: self.append(x)
    def pop(self, i=-1):
        v = self[i]
        del self[i]
        return v
    def remove(self, x): del self[self.index(x)]
class Mapping:
    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default
    def __contains__(self, key):
        try:
            self[key]
            return True
        except KeyError:
            return False
    def keys(self): return list(self)
    def values(self): return [self[k] for k in self]
    def items(self): return [(k, self[k]) for k in self]
    def __eq__(self, o): return dict(self.items()) == dict(o.items())
class MutableMapping(Mapping):
    def pop(self, key, *default):
        try:
            v = self[key]
        except KeyError:
            if default: return default[0]
            raise
        del self[key]
        return v
    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]
    def update(self, other=(), **k):
        for key, v in (other.items() if hasattr(other, 'items') else other):
            self[key] = v
        for key, v in k.items():
            self[key] = v
    def clear(self):
        for k in list(self):
            del self[k]
class Set: pass
class MutableSet(Set): pass
`;
