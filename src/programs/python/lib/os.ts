/** os.py and what belongs to it, over the files and the environment of the process. */
export const OS = String.raw`
import json as _json
_call = __hostcall
name, sep, altsep, linesep, curdir, pardir, pathsep, devnull, extsep = 'posix', '/', None, '\n', '.', '..', ':', '/dev/null', '.'
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT = 0, 1, 2, 64
error = OSError

class _Environ(dict):
    def __setitem__(self, k, v):
        if not isinstance(v, str):
            raise TypeError('str expected, not %s' % type(v).__name__)
        _call('setenv', k, v)
        super().__setitem__(k, v)
    def __delitem__(self, k):
        super().__delitem__(k)
        _call('unsetenv', k)
    def setdefault(self, k, d=None):
        if k not in self:
            self[k] = d
        return self[k]
    def copy(self): return dict(self)
environ = _Environ(_json.loads(_call('environ')))
def getenv(key, default=None): return environ.get(key, default)
def putenv(k, v): environ[k] = v
def unsetenv(k): environ.pop(k, None)

class stat_result:
    def __init__(self, text):
        p = text.split(' ')
        self.st_mode, self.st_ino, self.st_dev, self.st_nlink, self.st_uid, self.st_gid, self.st_size = [int(x) for x in p[:7]]
        self.st_atime, self.st_mtime, self.st_ctime = [float(x) for x in p[7:10]]
    def __getitem__(self, i):
        return (self.st_mode, self.st_ino, self.st_dev, self.st_nlink, self.st_uid, self.st_gid, self.st_size, int(self.st_atime), int(self.st_mtime), int(self.st_ctime))[i]

def fspath(p): return p if isinstance(p, (str, bytes)) else p.__fspath__()
def _p(p): return fspath(p)
def stat(p, *, dir_fd=None, follow_symlinks=True): return stat_result(_call('stat' if follow_symlinks else 'lstat', _p(p), path=p))
def lstat(p): return stat_result(_call('lstat', _p(p), path=p))
def listdir(p='.'):
    r = _call('listdir', _p(p), path=p)
    return r.split('\0') if r else []
def mkdir(p, mode=0o777): _call('mkdir', _p(p), mode, path=p)
def makedirs(p, mode=0o777, exist_ok=False):
    p = _p(p)
    head = path.dirname(p.rstrip('/'))
    if head and not path.exists(head):
        makedirs(head, mode, True)
    try:
        mkdir(p, mode)
    except FileExistsError:
        if not exist_ok or not path.isdir(p):
            raise
def remove(p): _call('unlink', _p(p), path=p)
unlink = remove
def rmdir(p): _call('rmdir', _p(p), path=p)
def rename(a, b): _call('rename', _p(a), _p(b), path=a)
replace = rename
def symlink(a, b): _call('symlink', _p(a), _p(b), path=a)
def link(a, b): _call('link', _p(a), _p(b), path=a)
def readlink(p): return _call('readlink', _p(p), path=p)
def chmod(p, mode): _call('chmod', _p(p), mode, path=p)
def chown(p, uid, gid): _call('chown', _p(p), uid, gid, path=p)
def access(p, mode): return _call('access', _p(p), mode) == 1
def getcwd(): return _call('getcwd')
def chdir(p): _call('chdir', _p(p), path=p)
def getpid(): return _call('pid')
def getppid(): return _call('ppid')
def getuid(): return _call('uid')
def getgid(): return _call('gid')
geteuid, getegid = getuid, getgid
def utime(p, times=None, *, ns=None, follow_symlinks=True):
    now = _call('now')
    a, m = times if times else (ns[0] / 1e9, ns[1] / 1e9) if ns else (now, now)
    _call('utime', _p(p), a * 1000, m * 1000, path=p)
def truncate(p, n):
    with open(p, 'r+b') as f: f.truncate(n)
class terminal_size(tuple):
    columns = property(lambda s: s[0]); lines = property(lambda s: s[1])
    def __str__(self): return self.__repr__()
    def __repr__(self): return 'os.terminal_size(columns=%d, lines=%d)' % tuple(self)
def get_terminal_size(fd=1):
    if _call('isatty', fd) != 1: raise __os_error(25, 'Inappropriate ioctl for device')
    return terminal_size((int(environ.get('COLUMNS') or 80), int(environ.get('LINES') or 24)))
def system(command):
    import subprocess
    code = subprocess.call(command, shell=True)
    return code << 8 if code >= 0 else -code
def popen(command, mode='r'):
    import subprocess
    return subprocess.Popen(command, shell=True, stdout=subprocess.PIPE, text=True).stdout
def getpgid(pid): return pid
def waitstatus_to_exitcode(s): return s >> 8
def removedirs(p):
    rmdir(p)
    p = path.dirname(p)
    while p:
        try:
            rmdir(p)
        except OSError: return
        p = path.dirname(p)
def renames(a, b):
    makedirs(path.dirname(b), exist_ok=True)
    rename(a, b)
def fsencode(p): return fspath(p).encode()
def fsdecode(p): return p.decode() if isinstance(p, bytes) else fspath(p)
def getloadavg(): return (0.0, 0.0, 0.0)
def sched_getaffinity(pid): return set(range(cpu_count()))
process_cpu_count = lambda: cpu_count()
def abort(): kill(getpid(), 6)
SEEK_SET, SEEK_CUR, SEEK_END, EX_OK = 0, 1, 2, 0
O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK = 128, 512, 1024, 2048
class PathLike: pass
def umask(m): return _call('umask', m)
def cpu_count(): return int(_call('machine').split('\0')[3])
def urandom(n):
    if n < 0: raise ValueError('negative argument not allowed')
    if n > 1 << 26: raise MemoryError()
    return __unhex(_call('randomBytes', n))
def read(fd, n): return __unhex(_call('read', fd, n))
def write(fd, data): return _call('write', fd, __hex(data))
def fstat(fd): return stat_result(_call('fstat', fd))
def fdopen(fd, mode='r', *a, **k): return open(fd, mode)
def get_exec_path(env=None): return (env or environ).get('PATH', '/bin:/usr/bin').split(':')
def getlogin(): return 'root'
def isatty(fd): return _call('isatty', fd) == 1
def close(fd): _call('close', fd)
def kill(pid, sig):
    import signal
    _call('kill', pid, signal._name(sig))
def _exit(code): raise SystemExit(code)
class uname_result(tuple):
    sysname = property(lambda s: s[0]); nodename = property(lambda s: s[1]); release = property(lambda s: s[2])
    version = property(lambda s: s[3]); machine = property(lambda s: s[4])
def uname():
    r, v, m, _ = _call('machine').split('\0')
    return uname_result(('Linux', _call('hostname'), r, v, 'x86_64' if m == 'amd64' else m))

class DirEntry:
    def __init__(self, d, n): self.name, self.path = n, path.join(d, n)
    def is_dir(self, follow_symlinks=True): return path.isdir(self.path)
    def is_file(self, follow_symlinks=True): return path.isfile(self.path)
    def stat(self): return stat(self.path)
    def __fspath__(self): return self.path
    def __repr__(self): return '<DirEntry %r>' % self.name
class scandir:
    def __init__(self, p='.'): self._all = [DirEntry(p, n) for n in listdir(p)]
    def __iter__(self): return iter(self._all)
    def __enter__(self): return self
    def __exit__(self, *a): pass
def walk(top, topdown=True):
    try:
        names = listdir(top)
    except OSError:
        return
    dirs = [n for n in names if path.isdir(path.join(top, n))]
    files = [n for n in names if n not in dirs]
    if topdown:
        yield top, dirs, files
    for d in dirs:
        yield from walk(path.join(top, d), topdown)
    if not topdown:
        yield top, dirs, files
import posixpath as path
`;

/** posixpath.py */
export const POSIXPATH = String.raw`
_call = __hostcall
sep, pathsep = '/', ':'
def _s(p): return p if isinstance(p, str) else p.__fspath__()
def _stat(p, kind='stat'):
    try:
        return int(_call(kind, _s(p)).split(' ')[0]) & 0o170000
    except OSError:
        return 0
def exists(p): return _stat(p) != 0
def lexists(p): return _stat(p, 'lstat') != 0
def isfile(p): return _stat(p) == 0o100000
def isdir(p): return _stat(p) == 0o040000
def islink(p): return _stat(p, 'lstat') == 0o120000
def getsize(p): return int(_call('stat', _s(p), path=p).split(' ')[6])
def getmtime(p): return float(_call('stat', _s(p), path=p).split(' ')[8])
def isabs(p): return _s(p).startswith('/')
def join(a, *more):
    r = _s(a)
    for b in more:
        b = _s(b)
        r = b if b.startswith('/') else r + b if not r or r.endswith('/') else r + '/' + b
    return r
def split(p):
    p = _s(p)
    i = p.rfind('/') + 1
    head, tail = p[:i], p[i:]
    if head and head != '/' * len(head):
        head = head.rstrip('/')
    return head, tail
def dirname(p): return split(p)[0]
def basename(p): return split(p)[1]
def splitext(p):
    p = _s(p)
    dot, slash = p.rfind('.'), p.rfind('/')
    return (p[:dot], p[dot:]) if dot > slash + 1 else (p, '')
def normpath(p):
    p = _s(p)
    out = []
    for c in p.split('/'):
        if c in ('', '.'):
            continue
        if c == '..' and out and out[-1] != '..':
            out.pop()
        elif c != '..' or not p.startswith('/'):
            out.append(c)
    return ('/' if p.startswith('/') else '') + '/'.join(out) or '.'
def abspath(p): return normpath(join(_call('getcwd'), _s(p)))
def realpath(p):
    try:
        return _call('realpath', _s(p))
    except OSError:
        return abspath(p)
def expanduser(p):
    import os
    return os.environ.get('HOME', '/root') + p[1:] if p.startswith('~') else p
def relpath(p, start='.'):
    a, b = abspath(start).split('/'), abspath(p).split('/')
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return '/'.join(['..'] * len([x for x in a[i:] if x]) + b[i:]) or '.'
def commonprefix(l):
    if not l: return ''
    a, b = min(l), max(l)
    i = 0
    while i < len(a) and i < len(b) and a[i] == b[i]:
        i += 1
    return a[:i]
`;
