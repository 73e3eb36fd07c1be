/** What CPython's built-in types and functions have and MicroPython's lack. Part of the prelude. */
export const TYPES = String.raw`
def _mro(cls):
    r = []
    def walk(c):
        for b in c.__bases__:
            walk(b)
        r.append(c)
    r.append(cls)
    todo, out = [cls], []
    def lines(c):
        bases = c.__bases__
        if not bases:
            return [c]
        seqs = [lines(b) for b in bases] + [list(bases)]
        merged = [c]
        while True:
            seqs = [s for s in seqs if s]
            if not seqs:
                return merged
            for s in seqs:
                head = s[0]
                if not any([head in t[1:] for t in seqs]):
                    break
            merged.append(head)
            for s in seqs:
                if s[0] is head:
                    del s[0]
    return tuple(lines(cls))

_function = type(lambda: 0)
def _closure():
    x = 0
    return lambda: x
_functions = (_function, type(_closure()), type(lambda: (yield)))
def _is_function(f): return type(f) in _functions

def _title(s):
    out, word = [], False
    for c in s:
        out.append(c.lower() if word else c.upper())
        word = c.isalpha()
    return ''.join(out)
def _digits(s):
    for c in s:
        if not c.isdigit():
            return False
    return bool(s)
def _pad(name, left):
    def pad(s, n, c=' '):
        if len(c) != 1:
            raise TypeError('The fill character must be exactly one character long')
        return c * (n - len(s)) + s if left else s + c * (n - len(s))
    return pad
def _expandtabs(s, size=8):
    out, column = [], 0
    for c in s:
        if c == '\t':
            n = size - column % size if size else 0
            out.append(' ' * n)
            column += n
        else:
            out.append(c)
            column = 0 if c in '\r\n' else column + 1
    return ''.join(out)
def _maketrans(x, y=None, z=''):
    if y is None:
        return {ord(k) if isinstance(k, str) else k: v for k, v in x.items()}
    if len(x) != len(y):
        raise ValueError('the first two maketrans arguments must have equal length')
    t = {ord(a): ord(b) for a, b in zip(x, y)}
    for c in z:
        t[ord(c)] = None
    return t
def _translate(s, table):
    out = []
    for c in s:
        try:
            v = table[ord(c)]
        except LookupError:
            v = c
        if v is not None:
            out.append(chr(v) if isinstance(v, int) else v)
    return ''.join(out)
_extras[str] = {
    'zfill': lambda s, n: s[:1] + ('0' * (n - len(s)) + s[1:]) if s[:1] in ('+', '-') and s else '0' * (n - len(s)) + s,
    'title': _title, 'capitalize': lambda s: s[:1].upper() + s[1:].lower(), 'casefold': lambda s: s.lower().replace('ß', 'ss'),
    'removeprefix': lambda s, p: s[len(p):] if p and s.startswith(p) else s,
    'removesuffix': lambda s, p: s[:-len(p)] if p and s.endswith(p) else s,
    'ljust': _pad('ljust', False), 'rjust': _pad('rjust', True),
    'isalnum': lambda s: bool(s) and all(c.isalpha() or c.isdigit() for c in s),
    'swapcase': lambda s: ''.join([c.lower() if c.isupper() else c.upper() for c in s]),
    'isnumeric': _digits, 'isdecimal': _digits, 'isascii': lambda s: all([ord(c) < 128 for c in s]),
    'isprintable': lambda s: all([c.isprintable() if ord(c) > 127 else 32 <= ord(c) < 127 for c in s]) if s.isascii() else True,
    'istitle': lambda s: any([c.isalpha() for c in s]) and s == _title(s),
    'isidentifier': lambda s: bool(s) and not s[0].isdigit() and all([c.isalpha() or c.isdigit() or c == '_' for c in s]),
    'expandtabs': _expandtabs, 'maketrans': staticmethod(_maketrans), 'translate': _translate,
    'format_map': lambda s, m: s.format(**m),
}
def _bits(n):
    n, r = abs(n), 0
    while n >> 1024:
        n >>= 1024
        r += 1024
    while n:
        n >>= 1
        r += 1
    return r
_itself = property(lambda n: n)
_extras[int] = {'bit_length': _bits, 'bit_count': lambda n: bin(n).count('1'), 'conjugate': lambda n: n, 'is_integer': lambda n: True,
                'real': _itself, 'imag': property(lambda n: 0), 'numerator': _itself, 'denominator': property(lambda n: 1),
                'as_integer_ratio': lambda n: (n, 1), '__index__': lambda n: n}
_extras[bool] = _extras[int]
def _ratio(x):
    d = 1
    while x != int(x):
        x, d = x * 2, d * 2
    return int(x), d
_extras[float] = {'is_integer': lambda x: x - x == 0 and x == int(x), 'real': _itself, 'imag': property(lambda x: 0.0), 'conjugate': lambda x: x,
                  'as_integer_ratio': _ratio}
_extras[complex] = {'conjugate': lambda c: complex(c.real, -c.imag)}
_extras[type] = {'__mro__': property(_mro), 'mro': _mro, '__doc__': None, '__module__': 'builtins', '__annotations__': {},
                 '__qualname__': property(lambda c: c.__name__)}
# What is asked of a class itself: the members of an enumeration, or a type with parameters.
_parametric = (list, dict, tuple, set, frozenset, type)
def _class_getitem(cls, key):
    if cls in _parametric:
        return cls
    members = getattr(cls, '__members__', None)
    if members is None:
        raise TypeError("type '%s' is not subscriptable" % cls.__name__)
    return members[key]
def _class_members(cls, message):
    members = getattr(cls, '__members__', None)
    if members is None:
        raise TypeError(message)
    out = []
    for m in members.values():
        if not any([m is x for x in out]):
            out.append(m)
    return out
_extras[type].update({'__class_getitem__': _class_getitem, '__class_iter__': lambda c: _class_members(c, "'type' object is not iterable"),
                      '__class_len__': lambda c: len(_class_members(c, '')) if hasattr(c, '__members__') else None})
for _t in _functions:
    _extras[_t] = {'__doc__': None, '__module__': '__main__', '__annotations__': {}, '__qualname__': property(lambda f: f.__name__),
                   '__dict__': property(lambda f: _attributes.get(f, {})), '__defaults__': None}
_extras[type(len)] = {'__doc__': None, '__name__': 'built-in function', '__module__': 'builtins'}
_extras[object] = {'__doc__': None, '__init_subclass__': lambda self, **k: None}

# Methods that say or do something else in CPython. A text's are those of bytes too.
def _replace(cls, **methods):
    for name, method in methods.items():
        _kept.append(method)
        _call('method', id(cls), id(name), id(method))
_kept = []
_index, _remove, _tuple_index, _center = list.__dict__['index'], list.__dict__['remove'], tuple.__dict__['index'], str.__dict__['center']
_sorted = sorted
def _list_index(s, x, *a):
    try:
        return _index(s, x, *a)
    except ValueError:
        pass
    raise ValueError('%r is not in list' % (x,))
def _list_remove(s, x):
    try:
        return _remove(s, x)
    except ValueError:
        pass
    raise ValueError('list.remove(x): x not in list')
def _of_tuple(s, x, *a):
    try:
        return _tuple_index(s, x, *a)
    except ValueError:
        pass
    raise ValueError('tuple.index(x): x not in tuple')
def _str_center(s, n, c=' '):
    if not isinstance(s, str) or c == ' ' and n % 2 == len(s) % 2:
        return _center(s, n)
    pad = max(0, n - len(s))
    left = pad // 2 + (pad & n & 1)
    return c * left + s + c * (pad - left)
@_def
def __sformat(s, *a, **k):
    if not isinstance(s, str):
        return s.format(*a, **k)
    import _formatting
    return _formatting.fill(s, a, k)
def _bytes_decode(s, encoding='utf-8', errors='strict'):
    if encoding.lower() in ('utf-8', 'utf8', 'utf_8'):
        try:
            return str(s, 'utf-8')
        except UnicodeError:
            pass
    import _codecs
    return _codecs.decode(s, encoding, errors)
_COMPARED = (int, str, float, tuple, bytes, bool, list)
# Places by their keys, which know __lt__ only.
def _merged(places, keys):
    if len(places) < 2:
        return places
    half = len(places) // 2
    a, b, out, i, j = _merged(places[:half], keys), _merged(places[half:], keys), [], 0, 0
    while i < len(a) and j < len(b):
        if keys[b[j]] < keys[a[i]]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    return out + a[i:] + b[j:]
# Sorting is stable: things that are the same keep their order.
def _ordered(items, key, reverse):
    if not items:
        return items
    if key is None:
        if type(items[0]) in _COMPARED:
            return _sorted(items, reverse=reverse)
        keys = items
    else:
        keys = [key(x) for x in items]
    if type(keys[0]) not in _COMPARED:
        places = list(range(len(items)))
        if reverse:
            return [items[i] for i in _merged(places[::-1], keys)[::-1]]
        return [items[i] for i in _merged(places, keys)]
    if reverse:
        places = _sorted([(k, -i) for i, k in enumerate(keys)], reverse=True)
        return [items[-i] for k, i in places]
    return [items[i] for k, i in _sorted([(k, i) for i, k in enumerate(keys)])]
def _sort(s, key=None, reverse=False): s[:] = _ordered(s[:], key, reverse)
@_def
def sorted(items, key=None, reverse=False): return _ordered(list(items), key, reverse)
def _popitem(d):
    if not d:
        raise KeyError('popitem(): dictionary is empty')
    k = list(d)[-1]
    return k, d.pop(k)
_kept += [lambda s: _call('case', 'lower', s), lambda s: _call('case', 'upper', s), lambda s: _call('case', 'isalpha', s) == 1, _bytes_decode]
_call('fallbacks', *[id(f) for f in _kept])
_replace(list, index=_list_index, remove=_list_remove, sort=_sort)
_replace(tuple, index=_of_tuple)
_replace(str, center=_str_center)
_replace(dict, popitem=_popitem)

_round = round
@_def
def round(x, n=None):
    if n is None or n < 0 or not isinstance(x, float) or x - x != 0:
        return _round(x) if n is None else x.__round__(n) if hasattr(x, '__round__') else _round(x, n)
    return float(_call('digits', 'f', n, x))
_reversed = reversed
@_def
def reversed(x):
    if hasattr(x, '__reversed__'):
        return x.__reversed__()
    return _reversed(list(x) if isinstance(x, (dict, type({}.items()))) else x)
@_def
def vars(o=None):
    return o.__dict__
@_def
def ascii(o):
    return ''.join([c if ord(c) < 128 else '\\x%02x' % ord(c) if ord(c) < 256 else '\\u%04x' % ord(c) if ord(c) < 65536 else '\\U%08x' % ord(c) for c in repr(o)])
_iter = iter
@_def
def iter(x, *end):
    return _until(x, end[0]) if end else _iter(x)
def _until(f, end):
    while True:
        v = f()
        if v == end:
            return
        yield v
`;
