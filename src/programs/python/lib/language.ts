/** What the transformed source calls: grammar that CPython has and MicroPython lacks. Part of the prelude. */
export const LANGUAGE = String.raw`
@_def
def __dict_of(*parts):
    d = {}
    for p in parts:
        d.update(p)
    return d
@_def
def __list_of(*parts):
    r = []
    for p in parts:
        r.extend(p)
    return r
@_def
def __tuple_of(*parts): return tuple(__list_of(*parts))
@_def
def __set_of(*parts): return set(__list_of(*parts))

def _range(n, start, stop, step):
    if step == 0:
        raise ValueError('slice step cannot be zero')
    def at(i, low, high):
        if i < 0:
            i += n
        return low if i < low else high if i > high else i
    if step > 0:
        return range(0 if start is None else at(start, 0, n), n if stop is None else at(stop, 0, n), step)
    return range(n - 1 if start is None else at(start, -1, n - 1), -1 if stop is None else at(stop, -1, n - 1), step)
@_def
def __step(x, start, stop, step):
    if not isinstance(x, (str, bytes, bytearray, list, tuple)):
        return x[slice(start, stop, step)]
    if step is None:
        return x[start:stop]
    r = [x[i] for i in _range(len(x), start, stop, step)]
    return ''.join(r) if isinstance(x, str) else bytes(r) if isinstance(x, bytes) else tuple(r) if isinstance(x, tuple) else r
@_def
def __set_step(x, start, stop, step, value):
    if not isinstance(x, (list, bytearray)) or step is None or step == 1:
        x[slice(start, stop, step)] = value
        return
    places, value = _range(len(x), start, stop, step), list(value)
    if len(places) != len(value):
        raise ValueError('attempt to assign sequence of size %d to extended slice of size %d' % (len(value), len(places)))
    for i, v in zip(places, value):
        x[i] = v
@_def
def __del_step(x, start, stop, step):
    if isinstance(x, list):
        for i in sorted(_range(len(x), start, stop, 1 if step is None else step), reverse=True):
            del x[i]
    else:
        del x[slice(start, stop, step)]

@_def
def __union(a, b):
    if isinstance(a, tuple) or isinstance(b, tuple) or isinstance(a, type) or isinstance(b, type):
        return (a if isinstance(a, tuple) else (type(None) if a is None else a,)) + (b if isinstance(b, tuple) else (type(None) if b is None else b,))
    return a | b
@_def
def __zip(*its, strict=False):
    if not strict:
        return zip(*its)
    lists = [list(i) for i in its]
    for n, l in enumerate(lists):
        if len(l) != len(lists[0]):
            one = 'argument 1' if n == 1 else 'arguments 1-%d' % n
            raise ValueError('zip() argument %d is %s than %s' % (n + 1, 'shorter' if len(l) < len(lists[0]) else 'longer', one))
    return zip(*lists)
@_def
def __dict(*a, **k):
    # MicroPython knows a mapping only by dict's own type, and takes what is derived from it for pairs.
    if a and isinstance(a[0], dict) and type(a[0]) is not dict:
        a = ([(key, a[0][key]) for key in a[0].keys()],)
    return dict(*a, **k)
@_def
def __float(*a):
    try:
        return float(*a)
    except ValueError:
        raise ValueError('could not convert string to float: %r' % (a[0],))

@_def
def __os_error_of(number, message='', name=None, *more): return _os_error(number, message, name)

# super() of classes with several bases: the next class in the order of the object's own class.
_orders = {}
@_def
def __super_get(cls, o, name):
    t = o if isinstance(o, type) else type(o)
    order = _orders.get(t)
    if order is None:
        order = _orders[t] = list(_mro(t))
    for c in order[order.index(cls) + 1:]:
        if hasattr(c, '__dict__') and name in c.__dict__:
            v = c.__dict__[name]
            if v is _no_init:
                continue
            if _is_function(v):
                return lambda *a, **k: v(o, *a, **k)
            break
    return getattr(super(cls, o), name)

# Classes: what they are derived from hears of them.
def _no_init(o, *a, **k):
    if not a and not k:
        return
    for c in _mro(type(o)):
        d = c.__dict__ if hasattr(c, '__dict__') else {}
        if '__new__' in d:
            return
        if '__init__' in d:
            raise TypeError(type(o).__name__ + '() takes no arguments' if d['__init__'] is _no_init
                            else 'object.__init__() takes exactly one argument (the instance to initialize)')
_b.__no_init = _no_init
# Simplified: a class that is one base of several takes any arguments from then on (CPython refuses them), so that the others make the object.
def _take_any(cls):
    for c in _mro(cls)[1:]:
        if hasattr(c, '__dict__') and c.__dict__.get('__init__') is _no_init:
            del c.__init__
@_def
def __class(**options):
    def made(cls):
        if len(cls.__bases__) > 1:
            _take_any(cls)
        for base in _mro(cls)[1:]:
            hook = base.__dict__.get('__init_subclass__') if hasattr(base, '__dict__') else None
            if hook is not None:
                base.__init_subclass__(**options) if isinstance(hook, classmethod) else hook(cls, **options)
                break
        return cls
    return made
@_def
def __documented(text):
    def made(f):
        if _is_function(f):
            f.__doc__ = text
        return f
    return made

# type X = …, class C[T]
class TypeVar:
    def __init__(self, name, *a, **k): self.__name__ = name
    def __repr__(self): return self.__name__
_b.__type_variable = TypeVar
class TypeAliasType:
    def __init__(self, name, value): self.__name__, self._value = name, value
    __value__ = property(lambda self: self._value())
    def __repr__(self): return self.__name__
    def __getitem__(self, key): return self
    def __or__(self, o): return self
    def __ror__(self, o): return self
_b.__type_alias = TypeAliasType

# Functions with both async and yield.
class _Yielded:
    def __init__(self, value): self.value = value
_b.__Yielded = _Yielded
class _AsyncGenerator:
    def __init__(self, g): self._g = g
    def __aiter__(self): return self
    def _next(self, send):
        while True:
            try:
                r = send()
            except StopIteration:
                raise StopAsyncIteration
            if isinstance(r, _Yielded):
                return r.value
            got = yield r
            send = lambda: self._g.send(got)
    def __anext__(self): return self._next(lambda: self._g.send(None))
    def asend(self, value): return self._next(lambda: self._g.send(value))
    def aclose(self):
        self._g.close()
        yield None
@_def
def __async_generator(f): return lambda *a, **k: _AsyncGenerator(f(*a, **k))

# match
@_def
def __is_sequence(x, n, more):
    return isinstance(x, (list, tuple)) and (len(x) >= n if more else len(x) == n)
@_def
def __is_mapping(x, *keys):
    if not isinstance(x, dict):
        return False
    for k in keys:
        if k not in x:
            return False
    return True
@_def
def __rest(x, *keys): return {k: v for k, v in x.items() if k not in keys}
def _part_name(x, cls, which):
    return which if isinstance(which, str) else getattr(cls, '__match_args__', ())[which]
@_def
def __has_part(x, cls, which):
    if which == 0 and cls in (int, str, float, bool, bytes, list, tuple, dict, set):
        return True
    return hasattr(x, _part_name(x, cls, which))
@_def
def __part(x, cls, which):
    if which == 0 and cls in (int, str, float, bool, bytes, list, tuple, dict, set):
        return x
    return getattr(x, _part_name(x, cls, which))

# Formatting: the whole of it is read when it is first needed.
@_def
def __str(x):
    if type(x) in _PLAIN:
        return x
    f = getattr(type(x), '__format__', None)
    return str(x) if f is None else f(x, '')
_PLAIN = (str, int, float, bool, list, dict, tuple, type(None))
@_def
def __format(x, spec=''):
    if not spec:
        return str(__str(x))
    if type(x) in (str, int, float, bool):
        import _formatting
        return _formatting.format(x, spec)
    f = getattr(type(x), '__format__', None)
    if f is not None:
        return f(x, spec)
    if isinstance(x, (str, int, float)):
        import _formatting
        return _formatting.format(x, spec)
    raise TypeError('unsupported format string passed to %s.__format__' % type(x).__name__)
_b.format = __format
`;
