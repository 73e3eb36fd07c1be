import { ERRORS } from './errors.ts';
import { LANGUAGE } from './language.ts';
import { RANGES } from './ranges.ts';
import { TYPES } from './types.ts';

/** Runs before everything else in an instance: the names, errors and files that CPython has and MicroPython lacks. */
export const PRELUDE = String.raw`
import sys as _sys, builtins as _b, ujson as _json, _host
_call = _host.call

def _def(f):
    setattr(_b, f.__name__, f)
    return f

def _os_text(e):
    if hasattr(e, 'filename'):
        return '[Errno %d] %s%s' % (e.args[0], e.args[1], '' if e.filename is None else ': %r' % (e.filename,))
    return e.args[0] if len(e.args) == 1 else str(e.args) if e.args else ''

# What is set here can be used by its name, but not read as an attribute.
_made = {}
def _sub(name, base):
    if not hasattr(_b, name):
        _made[name] = type(name, (base,), {'__str__': _os_text} if issubclass(base, OSError) else {})
        setattr(_b, name, _made[name])

for _n in ('FileNotFoundError', 'FileExistsError', 'PermissionError', 'IsADirectoryError', 'NotADirectoryError', 'ConnectionError',
           'TimeoutError', 'InterruptedError', 'ProcessLookupError', 'ChildProcessError', 'BlockingIOError'):
    _sub(_n, OSError)
for _n in ('ConnectionRefusedError', 'ConnectionResetError', 'BrokenPipeError', 'ConnectionAbortedError'):
    _sub(_n, ConnectionError)
_sub('ModuleNotFoundError', ImportError)
_sub('Warning', Exception)
for _n in ('DeprecationWarning', 'UserWarning', 'RuntimeWarning', 'FutureWarning', 'ResourceWarning'):
    _sub(_n, Warning)
_sub('UnicodeError', ValueError)
_sub('UnicodeDecodeError', UnicodeError)
_sub('UnicodeEncodeError', UnicodeError)
_sub('FloatingPointError', ArithmeticError)
_OSError = type('OSError', (OSError,), {'__str__': _os_text})
_b.IOError = OSError
_b.EnvironmentError = OSError

_KINDS = {1: 'PermissionError', 2: 'FileNotFoundError', 3: 'ProcessLookupError', 4: 'InterruptedError', 10: 'ChildProcessError', 11: 'BlockingIOError',
          13: 'PermissionError', 17: 'FileExistsError', 20: 'NotADirectoryError', 21: 'IsADirectoryError', 32: 'BrokenPipeError',
          104: 'ConnectionResetError', 110: 'TimeoutError', 111: 'ConnectionRefusedError'}

def _os_error(number, message, name=None):
    e = _made.get(_KINDS.get(number), _OSError)(number, message)
    e.strerror, e.filename = message, name
    return e

# What CPython's types have and MicroPython's lack, by type, and attributes of functions and exceptions, by object.
_extras, _attributes = {}, {}
# The numbers of names: a keyword is always interned.
def _interned(**names): return [id(n) for n in names]
_call('hooks', id(_extras), id(_attributes), id(_made), *_interned(RecursionError=1, UnboundLocalError=1, builtin_function_or_method=1,
      __class_getitem__=1, __class_iter__=1, __class_len__=1))
_b.RecursionError, _b.UnboundLocalError = _made['RecursionError'], _made['UnboundLocalError']

# Files with something written that the machine has not yet.
_dirty = []
_QUIET = ('write', 'now', 'tick', 'isatty', 'cpu', 'random')

# 1: Ctrl-C; 100 and more: a signal that signal.signal was told to handle.
def _arrived(what):
    if what == 1:
        raise KeyboardInterrupt()
    if what > 1:
        import signal
        signal._run(what - 100)
    return what > 1

def hostcall(name, *args, path=None):
    if _dirty and name not in _QUIET:
        for f in _dirty[:]:
            f.flush()
    r = _call(name, *args)
    if isinstance(r, str) and r[:1] == '\x01':
        n, _, text = r[1:].partition(' ')
        if n == '4' and _arrived(_call('tick')):
            return hostcall(name, *args, path=path)
        raise _os_error(int(n), text, path)
    return r
_b.__hostcall = hostcall
_b.__os_error = _os_error

_n = 0
@_def
def __tick():
    global _n
    _n += 1
    if _n & 31 == 0:
        _arrived(_call('tick'))
    return False
@_def
def __titer(it):
    for x in it:
        __tick()
        yield x
${LANGUAGE}${RANGES}${TYPES}${ERRORS}
def _hex(data): return bytes(data).hex()
_unhex = bytes.fromhex
_b.__hex = _hex
_b.__unhex = _unhex

class _File:
    def __init__(self, fd, mode, name, encoding=None, line=False):
        self._fd, self.mode, self.name, self.closed = fd, mode, name, False
        self.encoding = None if 'b' in mode else (encoding or 'utf-8')
        self._out, self._size, self._in, self._line = [], 0, b'', line
        self._end = False
    def fileno(self): return self._fd
    def isatty(self): return hostcall('isatty', self._fd) == 1
    def readable(self): return 'r' in self.mode or '+' in self.mode
    def writable(self): return self.mode[0] in 'wax' or '+' in self.mode
    def seekable(self): return True
    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
    def write(self, data):
        self._check()
        if not self.writable():
            import io
            raise io.UnsupportedOperation('not writable')
        if self.encoding is None:
            raw = bytes(data)
        elif isinstance(data, str):
            raw = data.encode()
        else:
            raise TypeError('write() argument must be str, not %s' % type(data).__name__)
        self._out.append(raw)
        self._size += len(raw)
        if self._fd > 2 and self not in _dirty:
            _dirty.append(self)
        if self._size >= 8192 or (self._line and b'\n' in raw):
            self.flush()
        return len(data)
    def writelines(self, lines):
        for l in lines:
            self.write(l)
    def flush(self):
        if self._out:
            data = b''.join(self._out)
            self._out, self._size = [], 0
            if self in _dirty:
                _dirty.remove(self)
            hostcall('write', self._fd, _hex(data))
    def _fill(self):
        got = _unhex(hostcall('read', self._fd, 8192))
        if not got:
            self._end = True
        self._in += got
        return bool(got)
    def _text(self, data):
        if self.encoding is None:
            return data
        t = data.decode()
        return t.replace('\r\n', '\n') if '\r' in t else t
    def read(self, n=-1):
        self._check()
        if not self.readable():
            import io
            raise io.UnsupportedOperation('not readable')
        self.flush()
        if n is None or n < 0:
            parts = [self._in]
            while True:
                got = _unhex(hostcall('read', self._fd, 65536))
                if not got:
                    break
                parts.append(got)
            self._in = b''
            return self._text(b''.join(parts))
        while len(self._in) < n and self._fill():
            pass
        data, self._in = self._in[:n], self._in[n:]
        return self._text(data)
    def readline(self, limit=-1):
        self._check()
        while b'\n' not in self._in and self._fill():
            pass
        at = self._in.find(b'\n') + 1 or len(self._in)
        data, self._in = self._in[:at], self._in[at:]
        return self._text(data)
    def readlines(self, hint=-1): return list(self)
    def __iter__(self): return self
    def __next__(self):
        l = self.readline()
        if not l:
            raise StopIteration
        return l
    def seek(self, offset, whence=0):
        self.flush()
        self._in = b''
        return hostcall('seek', self._fd, offset, whence)
    def tell(self):
        self.flush()
        return hostcall('seek', self._fd, 0, 1) - len(self._in)
    def truncate(self, size=None):
        self.flush()
        size = self.tell() if size is None else size
        hostcall('truncate', self._fd, size)
        return size
    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True
            hostcall('close', self._fd)
    def __enter__(self): return self
    def __exit__(self, *a): self.close()
    def reconfigure(self, line_buffering=None, write_through=None, **k):
        if line_buffering or write_through:
            self._line = True
    @property
    def buffer(self):
        self.flush()
        f = _File(self._fd, self.mode.replace('t', '') + 'b', self.name)
        f._line = True
        return f
_b.__File = _File

@_def
def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if isinstance(file, int):
        return _File(file, mode, file, encoding)
    path = file if isinstance(file, str) else file.__fspath__()
    return _File(hostcall('open', path, mode, path=path), mode.replace('t', ''), path, encoding, buffering == 1)

@_def
def print(*args, sep=' ', end='\n', file=None, flush=False):
    f = file or __sys.stdout
    f.write((' ' if sep is None else sep).join([str(a) for a in args]) + ('\n' if end is None else end))
    if flush:
        f.flush()

@_def
def input(prompt=''):
    out = __sys.stdout
    if prompt:
        out.write(str(prompt))
    out.flush()
    line = __sys.stdin.readline()
    if not line:
        raise EOFError('EOF when reading a line')
    return line.rstrip('\n')
`;
