/** Modules of a few lines each, by path below lib/python3.12. */
export const SMALL_MODULES: readonly (readonly [path: string, source: string])[] = [
  ['__future__.py', 'annotations = division = print_function = absolute_import = unicode_literals = None\n'],
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
    'platform.py',
    String.raw`
import os, sys
def _uname(): return os.uname()
def system(): return _uname().sysname
def node(): return _uname().nodename
def release(): return _uname().release
def version(): return _uname().version
def machine(): return _uname().machine
def processor(): return ''
def uname(): return _uname()
def architecture(*a, **k): return ('64bit', 'ELF')
def python_implementation(): return 'CPython'
def python_version(): return '%d.%d.%d' % (sys.version_info[0], sys.version_info[1], sys.version_info[2])
def python_version_tuple(): return tuple(python_version().split('.'))
def python_compiler(): return 'GCC 14.2.0'
def python_build(): return ('main', 'Nov 18 2025 05:59:08')
def platform(aliased=False, terse=False):
    libc = 'musl1.2.5' if os.path.exists('/lib/ld-musl-x86_64.so.1') or os.path.exists('/etc/alpine-release') else 'glibc2.41'
    return '%s-%s-%s-with-%s' % (system(), release(), machine(), libc)
def libc_ver(*a, **k): return ('', '') if os.path.exists('/etc/alpine-release') else ('glibc', '2.41')
def freedesktop_os_release():
    found = {}
    with open('/etc/os-release') as f:
        for line in f:
            name, mark, value = line.strip().partition('=')
            if mark and not name.startswith('#'):
                found[name] = value.strip('"\'')
    return found
`,
  ],
  [
    'sysconfig.py',
    String.raw`
import sys
def get_python_version(): return '%d.%d' % (sys.version_info[0], sys.version_info[1])
def get_platform(): return 'linux-x86_64'
def get_paths(scheme=None, vars=None, expand=True):
    library = '/usr/local/lib/python' + get_python_version()
    return {'stdlib': library, 'platstdlib': library, 'purelib': library + '/site-packages', 'platlib': library + '/site-packages',
            'include': '/usr/local/include/python' + get_python_version(), 'scripts': '/usr/local/bin', 'data': '/usr/local'}
def get_path(name, *a, **k): return get_paths()[name]
def get_path_names(): return ('stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'scripts', 'data')
def get_default_scheme(): return 'posix_prefix'
`,
  ],
  [
    'site.py',
    String.raw`
import sysconfig
PREFIXES = ['/usr/local', '/usr/local']
ENABLE_USER_SITE = True
USER_BASE = '/root/.local'
def getsitepackages(prefixes=None): return [sysconfig.get_path('purelib')]
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
