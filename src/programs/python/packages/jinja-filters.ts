/** Jinja's filters, tests and global functions. */
export const JINJA_FILTERS = String.raw`
def _attr(o, name):
    for part in str(name).split('.'):
        if isinstance(o, dict): o = o.get(part, Undefined(part, o))
        elif part.isdigit(): o = o[int(part)]
        else: o = getattr(o, part, Undefined(part, o))
    return o
def _sort(v, reverse=False, case_sensitive=False, attribute=None):
    key = lambda x: (lambda y: y.lower() if isinstance(y, str) and not case_sensitive else y)(_attr(x, attribute) if attribute else x)
    return sorted(v, key=key, reverse=reverse)
def _join(v, d='', attribute=None):
    parts = [_attr(x, attribute) if attribute else x for x in v]
    return Markup(d).join(parts) if [p for p in parts if isinstance(p, Markup)] else str(d).join([str(p) for p in parts])
def _default(v, d='', boolean=False): return d if isinstance(v, Undefined) or boolean and not v else v
def _int(v, default=0, base=10):
    try:
        return int(v, base) if isinstance(v, str) and base != 10 else int(float(v)) if isinstance(v, str) and '.' in v else int(v)
    except (ValueError, TypeError):
        return default
def _float(v, default=0.0):
    try:
        return float(v)
    except (ValueError, TypeError):
        return default
def _round(v, precision=0, method='common'):
    if method == 'common': return round(v, precision) if precision else float(round(v))
    import math
    f = 10 ** precision
    return (math.ceil if method == 'ceil' else math.floor)(v * f) / f
def _truncate(s, length=255, killwords=False, end='...', leeway=5):
    if len(s) <= length + leeway: return s
    r = s[:length - len(end)]
    return r + end if killwords else r.rsplit(' ', 1)[0] + end
def _map(v, *a, **k):
    if 'attribute' in k:
        for x in v:
            r = _attr(x, k['attribute'])
            yield k.get('default', r) if isinstance(r, Undefined) else r
    else:
        for x in v: yield FILTERS[a[0]](x, *a[1:])
def _pick(v, keep, attr, a):
    for x in v:
        y = _attr(x, attr) if attr else x
        if bool(TESTS[a[0]](y, *a[1:]) if a else y) == keep: yield x
class _Group(tuple):
    grouper = property(lambda s: s[0]); list = property(lambda s: s[1])
def _groupby(v, attribute, default=None):
    d = {}
    for x in v: d.setdefault(_attr(x, attribute), []).append(x)
    return [_Group((k, d[k])) for k in sorted(d)]
def _batch(v, n, fill=None):
    row = []
    for x in v:
        row.append(x)
        if len(row) == n:
            yield row
            row = []
    if row: yield row + ([fill] * (n - len(row)) if fill is not None else [])
def _tojson(v, indent=None):
    import json
    return Markup(json.dumps(v, indent=indent).replace('<', '\\u003c').replace('>', '\\u003e').replace('&', '\\u0026').replace("'", '\\u0027'))
def _urlencode(v):
    from urllib.parse import quote, urlencode
    return quote(str(v)) if isinstance(v, str) else urlencode(v)
def _filesize(v, binary=False):
    base, units = (1024, ('KiB', 'MiB', 'GiB', 'TiB')) if binary else (1000, ('kB', 'MB', 'GB', 'TB'))
    if v < base: return '%d Byte%s' % (v, '' if v == 1 else 's')
    for i, u in enumerate(units):
        if v < base ** (i + 2): return '%.1f %s' % (v / base ** (i + 1), u)
def _indent(s, width=4, first=False, blank=False):
    pad = width if isinstance(width, str) else ' ' * width
    lines = s.split('\n')
    return (pad if first else '') + '\n'.join([lines[0]] + [pad + l if l or blank else l for l in lines[1:]])
def _unique(v, case_sensitive=False, attribute=None):
    seen = []
    for x in v:
        k = _attr(x, attribute) if attribute else x
        k = k.lower() if isinstance(k, str) and not case_sensitive else k
        if k not in seen:
            seen.append(k)
            yield x
def _sum(v, attribute=None, start=0):
    for x in v: start += _attr(x, attribute) if attribute else x
    return start
def _first(v):
    for x in v: return x
    return Undefined('No first item, sequence was empty.')
def _striptags(v):
    import re
    return ' '.join(re.sub(r'<!--.*?-->|<[^>]*>', '', str(v)).split())
def _wordwrap(s, width=79, break_long_words=True, wrapstring='\n'):
    import textwrap
    return wrapstring.join([wrapstring.join(textwrap.wrap(l, width)) for l in s.splitlines()])
def _edge(f): return lambda v, case_sensitive=False, attribute=None: f(v, key=lambda x: _attr(x, attribute) if attribute else x)
FILTERS = {'safe': lambda v: Markup(v), 'escape': escape, 'e': escape, 'forceescape': lambda v: escape(str(v)), 'upper': lambda v: soft_str(v).upper(), 'lower': lambda v: soft_str(v).lower(),
    'title': lambda v: ' '.join([w[:1].upper() + w[1:].lower() for w in str(v).split(' ')]), 'capitalize': lambda v: str(v)[:1].upper() + str(v)[1:].lower(), 'length': lambda v: len(v), 'count': lambda v: len(v),
    'join': _join, 'default': _default, 'd': _default, 'int': _int, 'float': _float, 'round': _round, 'abs': lambda v: abs(v), 'sort': _sort, 'first': _first,
    'last': lambda v: list(v)[-1] if list(v) else Undefined('last'), 'reverse': lambda v: v[::-1] if isinstance(v, str) else list(reversed(list(v))), 'list': lambda v: list(v), 'string': soft_str,
    'trim': lambda v, c=None: str(v).strip(c) if c else str(v).strip(), 'replace': lambda s, a, b, n=-1: str(s).replace(str(a), str(b), n) if n >= 0 else str(s).replace(str(a), str(b)), 'truncate': _truncate,
    'map': _map, 'select': lambda v, *a: _pick(v, True, None, a), 'reject': lambda v, *a: _pick(v, False, None, a), 'selectattr': lambda v, n, *a: _pick(v, True, n, a), 'rejectattr': lambda v, n, *a: _pick(v, False, n, a),
    'groupby': _groupby, 'batch': _batch, 'tojson': _tojson, 'urlencode': _urlencode, 'filesizeformat': _filesize, 'indent': _indent, 'unique': _unique, 'sum': _sum, 'min': _edge(min), 'max': _edge(max),
    'striptags': _striptags, 'wordcount': lambda s: len(str(s).split()), 'wordwrap': _wordwrap, 'center': lambda s, w=80: str(s).center(w), 'format': lambda s, *a, **k: str(s) % (k or a),
    'dictsort': lambda d, case_sensitive=False, by='key', reverse=False: sorted(d.items(), key=lambda p: p[0 if by == 'key' else 1], reverse=reverse), 'items': lambda d: d.items(),
    'attr': lambda o, n: getattr(o, n, Undefined(n, o)), 'pprint': lambda v: repr(v), 'random': lambda v: __import__('random').choice(v), 'slice': lambda v, n, fill=None: _slice(list(v), n)}
def _slice(v, n):
    size, more, at = len(v) // n, len(v) % n, 0
    for i in range(n):
        k = size + (1 if i < more else 0)
        yield v[at:at + k]
        at += k
TESTS = {'defined': lambda v: not isinstance(v, Undefined), 'undefined': lambda v: isinstance(v, Undefined), 'none': lambda v: v is None, 'true': lambda v: v is True, 'false': lambda v: v is False,
    'boolean': lambda v: v is True or v is False, 'number': lambda v: isinstance(v, (int, float)), 'integer': lambda v: isinstance(v, int) and not isinstance(v, bool), 'float': lambda v: isinstance(v, float),
    'string': lambda v: isinstance(v, str), 'mapping': lambda v: isinstance(v, dict), 'iterable': lambda v: hasattr(v, '__iter__') or isinstance(v, (list, tuple, dict, str, set)), 'sequence': lambda v: hasattr(v, '__getitem__') or isinstance(v, (list, tuple, str)),
    'even': lambda v: v % 2 == 0, 'odd': lambda v: v % 2 == 1, 'divisibleby': lambda v, n: v % n == 0, 'eq': lambda a, b: a == b, 'equalto': lambda a, b: a == b, 'ne': lambda a, b: a != b,
    'gt': lambda a, b: a > b, 'greaterthan': lambda a, b: a > b, 'ge': lambda a, b: a >= b, 'lt': lambda a, b: a < b, 'lessthan': lambda a, b: a < b, 'le': lambda a, b: a <= b,
    'in': lambda a, b: a in b, 'sameas': lambda a, b: a is b, 'lower': lambda v: str(v) == str(v).lower(), 'upper': lambda v: str(v) == str(v).upper(), 'callable': callable, 'escaped': lambda v: isinstance(v, Markup),
    'filter': lambda v: v in FILTERS, 'test': lambda v: v in TESTS}
class Namespace:
    def __init__(self, *a, **k):
        for n, v in dict(*a, **k).items(): setattr(self, n, v)
class Cycler:
    def __init__(self, *items): self.items, self.pos = items, 0
    current = property(lambda s: s.items[s.pos])
    def next(self):
        v = self.items[self.pos]
        self.pos = (self.pos + 1) % len(self.items)
        return v
    def reset(self): self.pos = 0
def _joiner(sep=', '):
    used = []
    def f():
        if used: return sep
        used.append(1)
        return ''
    return f
GLOBALS = {'range': range, 'dict': lambda **k: k, 'namespace': Namespace, 'cycler': Cycler, 'joiner': _joiner}
`;

/** markupsafe */
export const MARKUPSAFE = String.raw`
class Markup(str):
    def __init__(self, v='', *a): super().__init__(v.__html__() if hasattr(v, '__html__') and not isinstance(v, str) else v if isinstance(v, str) else str(v))
    def __html__(self): return str(self)
    def __add__(self, o): return Markup(str(self) + str(escape(o)))
    def __radd__(self, o): return Markup(str(escape(o)) + str(self))
    def __mod__(self, a):
        a = tuple([str(escape(x)) if not isinstance(x, (int, float)) else x for x in a]) if isinstance(a, tuple) else str(escape(a))
        return Markup(str(self) % a)
    def join(self, seq): return Markup(str(self).join([str(escape(s)) for s in seq]))
    def format(self, *a, **k): return Markup(str(self).format(*[str(escape(x)) for x in a], **{n: str(escape(v)) for n, v in k.items()}))
    def unescape(self): return str(self).replace('&lt;', '<').replace('&gt;', '>').replace('&#34;', '"').replace('&#39;', "'").replace('&amp;', '&')
    @classmethod
    def escape(cls, s): return escape(s)
    def __repr__(self): return 'Markup(%s)' % repr(str(self))
def escape(s):
    if isinstance(s, Markup): return s
    if hasattr(s, '__html__'): return Markup(s.__html__())
    return Markup(str(s).replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&#34;').replace("'", '&#39;'))
def escape_silent(s): return Markup('') if s is None else escape(s)
def soft_str(s): return s if isinstance(s, str) else str(s)
`;
