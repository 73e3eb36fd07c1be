/** Runs after the prelude: `sys`, imports, and how a program is run. Like the prelude it is the same in every process: what depends on one is asked for by `_begin`. */
export const START = String.raw`
class _Flags:
    pass

class _Implementation:
    def __init__(self, s): self.name, self.cache_tag, self.version, self.hexversion = 'cpython', 'cpython-3%d' % s.version_info[1], s.version_info, s.hexversion
    def __repr__(self): return 'namespace(name=%r, cache_tag=%r, version=%r, hexversion=%r)' % (self.name, self.cache_tag, self.version, self.hexversion)

class _Sys:
    def __init__(self):
        self.platform, self.byteorder, self.maxsize = 'linux', 'little', 9223372036854775807
        self.executable = '/usr/local/bin/python3'
        self.prefix = self.base_prefix = self.exec_prefix = '/usr/local'
        self.path = []
        self.modules, self.warnoptions, self.dont_write_bytecode = {}, [], False
        self.flags = _Flags()
        self.maxunicode, self.copyright, self.api_version = 1114111, '', 1013
    def _begin(self):
        self.argv = _json.loads(_call('argv'))
        self.path = _json.loads(_call('path'))
        major, minor, micro, self.version = _json.loads(_call('version'))
        self.version_info = _version(major, minor, micro, 'final', 0)
        self.hexversion = major << 24 | minor << 16 | micro << 8 | 0xf0
        self.implementation = _Implementation(self)
        _become(minor)
        self.stdin = __File(0, 'r', '<stdin>')
        unbuffered = _call('unbuffered') == 1
        tty = hostcall('isatty', 1) == 1
        self.stdout = __File(1, 'w', '<stdout>', line=tty or unbuffered)
        if unbuffered:
            self.stdout._line = True
            self.stdout.write = _Now(self.stdout).write
        self.stderr = __File(2, 'w', '<stderr>', line=True)
        self.stderr.write = _Now(self.stderr).write
        self.__stdout__, self.__stderr__, self.__stdin__ = self.stdout, self.stderr, self.stdin
    def exit(self, code=None):
        e = SystemExit(code)
        e.code = code
        raise e
    def exc_info(self):
        if not _handled:
            return (None, None, None)
        e = _handled[-1]
        return type(e), e, e.__traceback__
    def exception(self): return _handled[-1] if _handled else None
    def getrecursionlimit(self): return 1000
    def setrecursionlimit(self, n): _call('notice', 'The depth of calls in the simulated Python is limited by the browser: a recursion limit has no effect.')
    def getsizeof(self, o, default=0): return 56
    def getdefaultencoding(self): return 'utf-8'
    def getfilesystemencoding(self): return 'utf-8'
    def intern(self, s): return s
    def settrace(self, f): pass
    def gettrace(self): return None
    def __getattr__(self, name): return getattr(_sys, name)

class _Now:
    def __init__(self, f): self._f = f
    def write(self, data):
        n = __File.write(self._f, data)
        self._f.flush()
        return n

from ucollections import namedtuple as _namedtuple
_version = _namedtuple('sys.version_info', ('major', 'minor', 'micro', 'releaselevel', 'serial'))
_sys_module = _Sys()
_b.__sys = _sys_module

# What came after 3.10, by module and the minor version it came with. A dot: of a class.
_LATER = {
    'asyncio': {11: ('TaskGroup', 'timeout', 'Task.cancelling')},
    'contextlib': {11: ('chdir',)},
    'datetime': {11: ('UTC',)},
    'enum': {11: ('StrEnum', 'EnumType', 'member', 'nonmember')},
    'hashlib': {11: ('file_digest',)},
    'http': {11: ('HTTPMethod',)},
    'itertools': {12: ('batched',)},
    'logging': {11: ('getLevelNamesMapping',)},
    'math': {11: ('cbrt', 'exp2'), 12: ('sumprod',)},
    'operator': {11: ('call',)},
    'os': {13: ('process_cpu_count',)},
    'pathlib': {12: ('Path.walk',)},
    're': {11: ('NOFLAG',), 13: ('PatternError',)},
    'typing': {11: ('Self', 'Never')},
}
_minor = 0
def _become(minor):
    global _minor
    _minor = minor
    if minor < 12:
        del _extras[int]['is_integer']
    if minor < 11:
        del _extras[BaseException]['add_note']
        del _Sys.exception
        del _b.ExceptionGroup
        del _b.BaseExceptionGroup
# A module that was imported first loses what its version has not.
def _trim(name):
    m = _REPLACED['math'] if name == 'math' else _sys.modules[name]
    for minor, names in _LATER.pop(name).items():
        if minor > _minor:
            for n in names:
                owner, dot, n = n.rpartition('.')
                delattr(getattr(m, owner) if owner else m, n)

_Forever = type('_Forever', (BaseException,), {})
_b.__Forever = _Forever

_import = _b.__import__
_REPLACED = {'sys': _sys_module}
# What leads out of the program is for the prelude alone.
_UNSEEN = ('_host', 'js', 'jsffi', 'micropython', 'uctypes')

# Of sys.path, what never has a module here.
_EMPTY = ('.zip', '/lib-dynload')
def _find(name, globals=None, locals=None, fromlist=None, level=0):
    if level == 0:
        if name in _REPLACED:
            return _REPLACED[name]
        if name in _UNSEEN:
            raise ModuleNotFoundError("No module named '%s'" % name)
        if name == 'math':
            _REPLACED['math'] = _import('math')
            import _math
            _REPLACED['math'] = _math
            _math.__name__ = 'math'
            _trim('math')
            return _math
    # '' is the current folder.
    folders = [_call('getcwd') if p == '' else p for p in _sys_module.path if not p.endswith(_EMPTY)] + ['.frozen']
    if _sys.path != folders:
        _sys.path[:] = folders
    try:
        m = _import(name, globals, locals, fromlist, level)
    except ImportError as e:
        text = str(e)
        if text.startswith("No module named '"):
            missing = text[17:-1]
            # What a package lacks is looked for as a module of it: then it is the name that is missing.
            if fromlist is True:
                package, mark, wanted = missing.rpartition('.')
                raise ImportError("cannot import name '%s' from '%s' (%s)" % (wanted, package, getattr(_sys.modules.get(package), '__file__', None) or 'unknown location'))
            _call('missing', missing)
            error = ModuleNotFoundError("No module named '%s'" % missing)
            error.name = missing
            raise error
        if text.startswith("cannot import name '") and '(' not in text:
            e.args = ("%s from '%s' (%s)" % (text, name, getattr(_sys.modules.get(name), '__file__', None) or 'unknown location'),)
        raise
    if name in _LATER:
        _trim(name)
    return m
_b.__import__ = _find

def _end(e):
    code = e.args[0] if e.args else None
    if code is None:
        return 0
    if isinstance(code, bool) or isinstance(code, int):
        return int(code) & 255
    _sys_module.stderr.write(str(code) + '\n')
    return 1

def _finish(status):
    hostcall('pid')
    import atexit
    atexit._run()
    for f in (_sys_module.stdout, _sys_module.stderr):
        try:
            f.flush()
        except BrokenPipeError:
            status = 120
    _call('exit', status)

def _traceback(e):
    try:
        _sys_module.stdout.flush()
    except OSError:
        pass
    _sys_module.stderr.write(__traceback(e))

# A server's loop, which the host turns: what it left behind is collected between its turns. Simplified: a finally around it runs at its start, and what follows it never does.
_step = None

def _run(action):
    try:
        action()
        return 0
    except __Forever as e:
        global _step
        _step = e.args[0]
        return None
    except SystemExit as e:
        return _end(e)
    except KeyboardInterrupt as e:
        _traceback(e)
        return 130
    except BaseException as e:
        _traceback(e)
        return 1

import gc as _gc
# A collection looks at all of the library: MicroPython's own 16 kB are for small machines.
_gc.threshold(2 << 20)
_exec, _eval, _compile = exec, eval, compile
# Modules of the library and of packages as they were shipped, compiled already: by path.
_codes = {}
@_def
def __compiled(path, names): _exec(_codes[path], names)
_names = []
def _code(source, mode, name='<string>'):
    try:
        return _compile(_call('transform', source, name), name, mode)
    except SyntaxError as e:
        text = _call('syntax', name, _raw(e))
        e.args = (text.split('\n')[-2].split(': ', 1)[1],)
        _names.append((e, text))
        raise
@_def
def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1): return _code(source, mode, filename)
@_def
def exec(code, globals=None, locals=None):
    g = _main if globals is None else globals
    _exec(_code(code, 'exec') if isinstance(code, str) else code, g, g if locals is None else locals)
@_def
def eval(code, globals=None, locals=None):
    g = _main if globals is None else globals
    return _eval(_code(code.strip(), 'eval') if isinstance(code, str) else code, g, g if locals is None else locals)
_main = {'__name__': '__main__', '__doc__': None, '__builtins__': _b}
def _begin():
    _sys_module._begin()
    file = _call('file')
    if file:
        _main['__file__'] = file
def _again():
    _step()
    raise __Forever(_step)
def _turn(action):
    status = _run(action)
    if status is not None:
        _finish(status)
    _call('forever', 1 if status is None else 0)
`;

/** The program itself. */
export const MAIN = String.raw`
_begin()
def _program():
    name = _call('name')
    try:
        code = _compile(_call('source'), name, 'exec')
    except SyntaxError as e:
        _sys_module.stderr.write(_call('syntax', '<stdin>' if name[:1] == '<' and name != '<string>' else name, _raw(e)))
        raise SystemExit(1)
    _exec(code, _main)
_turn(_program)
`;

/** One more turn of a server's loop. */
export const TURN = '_turn(_again)';
