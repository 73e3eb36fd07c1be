/** shutil.py */
export const SHUTIL = String.raw`
import os
class Error(OSError): pass
class SameFileError(Error): pass
def copyfileobj(a, b, length=0):
    while True:
        data = a.read(65536)
        if not data: return
        b.write(data)
def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(dst) and os.path.realpath(src) == os.path.realpath(dst):
        raise SameFileError('%r and %r are the same file' % (src, dst))
    with open(src, 'rb') as a:
        with open(dst, 'wb') as b:
            b.write(a.read())
    return dst
def copymode(src, dst, **k): os.chmod(dst, os.stat(src).st_mode & 0o7777)
def copystat(src, dst, **k):
    s = os.stat(src)
    os.chmod(dst, s.st_mode & 0o7777)
    os.utime(dst, (s.st_atime, s.st_mtime))
def _into(src, dst): return os.path.join(dst, os.path.basename(os.fspath(src))) if os.path.isdir(dst) else dst
def copy(src, dst, **k):
    dst = _into(src, dst)
    copyfile(src, dst)
    copymode(src, dst)
    return dst
def copy2(src, dst, **k):
    dst = _into(src, dst)
    copyfile(src, dst)
    copystat(src, dst)
    return dst
def ignore_patterns(*patterns):
    import fnmatch
    return lambda path, names: set([n for p in patterns for n in fnmatch.filter(names, p)])
def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    names = os.listdir(src)
    skip = ignore(src, names) if ignore else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for n in names:
        if n in skip: continue
        a, b = os.path.join(src, n), os.path.join(dst, n)
        if symlinks and os.path.islink(a): os.symlink(os.readlink(a), b)
        elif os.path.isdir(a): copytree(a, b, symlinks, ignore, copy_function, False, dirs_exist_ok)
        else: copy_function(a, b)
    copystat(src, dst)
    return dst
def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None):
    try:
        if os.path.islink(path): raise OSError('Cannot call rmtree on a symbolic link')
        for n in os.listdir(path):
            p = os.path.join(path, n)
            if os.path.isdir(p) and not os.path.islink(p): rmtree(p, ignore_errors)
            else: os.unlink(p)
        os.rmdir(path)
    except OSError:
        if not ignore_errors: raise
def move(src, dst, copy_function=copy2):
    real = dst
    if os.path.isdir(dst):
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(real): raise Error("Destination path '%s' already exists" % real)
    try:
        os.rename(src, real)
    except OSError:
        if os.path.isdir(src):
            copytree(src, real, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real
def which(cmd, mode=1, path=None):
    if '/' in cmd: return cmd if os.access(cmd, 1) and not os.path.isdir(cmd) else None
    for d in (path or os.environ.get('PATH', '/bin:/usr/bin')).split(':'):
        p = os.path.join(d, cmd)
        if os.path.isfile(p) and os.access(p, 1): return p
    return None
class _Usage(tuple):
    total = property(lambda s: s[0]); used = property(lambda s: s[1]); free = property(lambda s: s[2])
    def __str__(self): return self.__repr__()
    def __repr__(self): return 'usage(total=%d, used=%d, free=%d)' % tuple(self)
def disk_usage(path):
    total, free = [int(x) for x in __hostcall('diskSpace', os.fspath(path), path=path).split(' ')]
    return _Usage((total, total - free, free))
def get_terminal_size(fallback=(80, 24)): return os.terminal_size((int(os.environ.get('COLUMNS') or fallback[0]), int(os.environ.get('LINES') or fallback[1])))
def make_archive(base, format, root_dir=None, base_dir=None, **k):
    import subprocess
    name = base + {'tar': '.tar', 'gztar': '.tar.gz', 'zip': '.zip'}[format]
    if format == 'zip': subprocess.run(['zip', '-qr', os.path.abspath(name), base_dir or '.'], cwd=root_dir, check=True)
    else: subprocess.run(['tar', '-cf' if format == 'tar' else '-czf', os.path.abspath(name), base_dir or '.'], cwd=root_dir, check=True)
    return name
def unpack_archive(filename, extract_dir=None, format=None):
    import subprocess
    subprocess.run(['tar', '-xf', filename, '-C', extract_dir or '.'], check=True)
`;

/** tempfile.py */
export const TEMPFILE = String.raw`
import os, random as _random
tempdir = None
def gettempdir():
    for n in ('TMPDIR', 'TEMP', 'TMP'):
        if os.environ.get(n): return os.environ[n]
    return '/tmp'
def gettempprefix(): return 'tmp'
def _name(suffix, prefix, dir):
    r = ''.join([_random.choice('abcdefghijklmnopqrstuvwxyz0123456789_') for _ in range(8)])
    return os.path.join(dir or gettempdir(), (prefix or 'tmp') + r + (suffix or ''))
def mkdtemp(suffix=None, prefix=None, dir=None):
    p = _name(suffix, prefix, dir)
    os.mkdir(p, 0o700)
    return p
def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    p = _name(suffix, prefix, dir)
    fd = __hostcall('open', p, 'x+', path=p)
    os.chmod(p, 0o600)
    return fd, p
def mktemp(suffix='', prefix='tmp', dir=None): return _name(suffix, prefix, dir)
class _TemporaryFile:
    def __init__(self, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, **k):
        self.name, self.delete = _name(suffix, prefix, dir), delete
        self.file = open(self.name, mode.replace('w', 'x'), encoding=encoding)
        self.file.mode = mode
        os.chmod(self.name, 0o600)
    def __getattr__(self, n): return getattr(self.file, n)
    def __enter__(self): return self
    def __exit__(self, *a): self.close()
    def __iter__(self): return iter(self.file)
    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete and os.path.exists(self.name): os.unlink(self.name)
NamedTemporaryFile = TemporaryFile = SpooledTemporaryFile = _TemporaryFile
class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True): self.name = mkdtemp(suffix, prefix, dir)
    def __enter__(self): return self.name
    def __exit__(self, *a): self.cleanup()
    def cleanup(self):
        import shutil
        shutil.rmtree(self.name, ignore_errors=True)
    def __repr__(self): return '<TemporaryDirectory %r>' % self.name
`;

/** glob.py */
export const GLOB = String.raw`
import os, fnmatch
def has_magic(s): return '*' in s or '?' in s or '[' in s
def escape(s): return ''.join(['[%s]' % c if c in '*?[' else c for c in s])
def _names(d):
    try:
        return os.listdir(d or '.')
    except OSError:
        return []
def _below(d, hidden):
    yield d
    for n in _names(d):
        p = os.path.join(d, n) if d else n
        if (hidden or n[:1] != '.') and os.path.isdir(p):
            yield from _below(p, hidden)
def _match(d, parts, recursive, hidden):
    if not parts:
        yield d
        return
    first, rest = parts[0], parts[1:]
    if first == '**' and recursive:
        for x in _below(d, hidden):
            if rest:
                yield from _match(x, rest, recursive, hidden)
            else:
                if x: yield x
                elif x == d: pass
                for n in _names(x):
                    p = os.path.join(x, n) if x else n
                    if (hidden or n[:1] != '.') and not os.path.isdir(p): yield p
    elif has_magic(first):
        for n in _names(d):
            if (n[:1] != '.' or first[:1] == '.' or hidden) and fnmatch.fnmatchcase(n, first):
                p = os.path.join(d, n) if d else n
                if not rest or os.path.isdir(p):
                    yield from _match(p, rest, recursive, hidden)
    else:
        p = os.path.join(d, first) if d else first
        if first == '' or os.path.lexists(p):
            yield from _match(p if first else os.path.join(d, ''), rest, recursive, hidden)
def iglob(pattern, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pattern = os.fspath(pattern)
    if root_dir is not None:
        n = len(os.path.join(root_dir, ''))
        return iter([p[n:] for p in iglob(os.path.join(root_dir, pattern), recursive=recursive, include_hidden=include_hidden)])
    parts = [p for i, p in enumerate(pattern.split('/')) if p or i == pattern.count('/')]
    return _match('/' if pattern[:1] == '/' else '', parts, recursive, include_hidden)
def glob(pattern, **k): return list(iglob(pattern, **k))
`;
