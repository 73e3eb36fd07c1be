/** Modules of a few lines each, by path below lib/python3.12. */
export const SMALL_MODULES: readonly (readonly [path: string, source: string])[] = [
  ['http/__init__.py', ''],
  ['__future__.py', 'annotations = division = print_function = absolute_import = unicode_literals = None\n'],
  [
    'json.py',
    String.raw`
from ujson import loads as _loads, load as _load, dumps as _dumps
class JSONDecodeError(ValueError): pass
def loads(s, **k):
    try:
        return _loads(s)
    except ValueError:
        raise JSONDecodeError('Expecting value: line 1 column 1 (char 0)')
def load(f, **k): return loads(f.read())
def _plain(o, default, sort):
    if o is None or isinstance(o, (str, int, float, bool)):
        return o
    if isinstance(o, dict):
        keys = sorted(o.keys()) if sort else o.keys()
        return _Pairs([(k, _plain(o[k], default, sort)) for k in keys])
    if isinstance(o, (list, tuple)):
        return [_plain(x, default, sort) for x in o]
    if default is None:
        raise TypeError('Object of type %s is not JSON serializable' % type(o).__name__)
    return _plain(default(o), default, sort)
class _Pairs(list): pass
def _key(k):
    return _string(k if isinstance(k, str) else 'true' if k is True else 'false' if k is False else 'null' if k is None else str(k))
def _string(s):
    t = _dumps(s)
    if t.isalpha():
        return t
    out = []
    for c in t:
        n = ord(c)
        out.append(c if 32 <= n < 127 else '\\u%04x' % n if n < 65536 else '\\u%04x\\u%04x' % (0xd800 + (n - 65536 >> 10), 0xdc00 + (n - 65536 & 1023)))
    return ''.join(out)
def _write(o, indent, depth, comma, colon, string):
    if isinstance(o, str):
        return string(o)
    if not isinstance(o, list):
        return 'true' if o is True else 'false' if o is False else 'null' if o is None else repr(o)
    pairs = isinstance(o, _Pairs)
    if not o:
        return '{}' if pairs else '[]'
    parts = [(_key(x[0]) + colon + _write(x[1], indent, depth + 1, comma, colon, string)) if pairs else _write(x, indent, depth + 1, comma, colon, string) for x in o]
    if indent is None:
        body = comma.join(parts)
    else:
        pad = '\n' + indent * (depth + 1)
        body = pad + (comma.rstrip() + pad).join(parts) + '\n' + indent * depth
    return '{' + body + '}' if pairs else '[' + body + ']'
def dumps(o, indent=None, separators=None, default=None, sort_keys=False, ensure_ascii=True, cls=None, **k):
    comma, colon = separators or (', ', ': ')
    if cls is not None and default is None:
        default = lambda x: cls().default(x)
    indent = ' ' * indent if isinstance(indent, int) else indent
    return _write(_plain(o, default, sort_keys), indent, 0, comma, colon, _string if ensure_ascii else _dumps)
def dump(o, f, **k): f.write(dumps(o, **k))
class JSONEncoder:
    def default(self, o): raise TypeError('Object of type %s is not JSON serializable' % type(o).__name__)
`,
  ],
  [
    'typing.py',
    String.raw`
class _Any:
    def __getitem__(self, k): return self
    def __call__(self, *a, **k): return a[0] if a else self
    def __or__(self, o): return self
    def __ror__(self, o): return self
Any = Union = Optional = List = Dict = Tuple = Set = FrozenSet = Callable = Iterable = Iterator = Sequence = Mapping = Type = Literal = ClassVar = _Any()
Final = Annotated = Generator = Awaitable = Coroutine = AsyncIterator = MutableMapping = Deque = DefaultDict = Self = NoReturn = Never = Text = IO = _Any()
TYPE_CHECKING = False
class Generic: pass
class Protocol: pass
def TypeVar(name, *a, **k): return Any
def NewType(name, t): return t
def cast(t, v): return v
def overload(f): return f
def final(f): return f
runtime_checkable = no_type_check = final
def NamedTuple(name, fields):
    from collections import namedtuple
    return namedtuple(name, [f[0] for f in fields])
`,
  ],
  [
    'signal.py',
    String.raw`
SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGCHLD = 1, 2, 3, 9, 10, 12, 13, 14, 15, 17
SIG_DFL, SIG_IGN = 0, 1
_NAMES = {1: 'SIGHUP', 2: 'SIGINT', 3: 'SIGQUIT', 9: 'SIGKILL', 10: 'SIGUSR1', 12: 'SIGUSR2', 13: 'SIGPIPE', 14: 'SIGALRM', 15: 'SIGTERM', 17: 'SIGCHLD'}
def _name(n): return _NAMES.get(n, n)
_handlers = {}
def signal(number, handler):
    before = _handlers.get(number, SIG_DFL)
    _handlers[number] = handler
    __hostcall('signal', _name(number), 'default' if handler == SIG_DFL else 'ignore' if handler == SIG_IGN else 'handler', number)
    return before
def getsignal(number): return _handlers.get(number, SIG_DFL)
def _run(number): _handlers[number](number, None)
def pause():
    import time
    while True: time.sleep(3600)
`,
  ],
  [
    'traceback.py',
    String.raw`
import sys
def format_exception(e, value=None, tb=None): return [l + '\n' for l in __traceback(value or e).split('\n')[:-1]]
def print_exception(e, value=None, tb=None): sys.stderr.write(__traceback(value or e))
`,
  ],
  [
    'uuid.py',
    String.raw`
class UUID:
    def __init__(self, hex): self.hex = hex.replace('-', '').lower()
    def __str__(self):
        h = self.hex
        return '-'.join([h[:8], h[8:12], h[12:16], h[16:20], h[20:]])
    def __repr__(self): return "UUID('%s')" % self
    def __eq__(self, o): return isinstance(o, UUID) and self.hex == o.hex
    def __hash__(self): return hash(self.hex)
    int = property(lambda self: int(self.hex, 16))
    version = property(lambda self: int(self.hex[12]))
def uuid4():
    import os
    b = bytearray(os.urandom(16))
    b[6], b[8] = b[6] & 15 | 64, b[8] & 63 | 128
    return UUID(bytes(b).hex())
`,
  ],
];
