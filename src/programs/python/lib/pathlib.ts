/** pathlib.py */
export const PATHLIB = String.raw`
import os, fnmatch as _fnmatch
class PurePath:
    def __init__(self, *parts):
        p = os.path.join(*[os.fspath(x) for x in parts]) if parts else ''
        absolute = p[:1] == '/'
        all = [c for c in p.split('/') if c not in ('', '.')]
        self._p = ('/' if absolute else '') + '/'.join(all) or '.'
        self._c = all
    def __fspath__(self): return self._p
    def __str__(self): return self._p
    def __repr__(self): return '%s(%r)' % ('PosixPath' if isinstance(self, Path) else 'PurePosixPath', self._p)
    def __eq__(self, o): return isinstance(o, PurePath) and self._p == o._p
    def __hash__(self): return hash(self._p)
    def __lt__(self, o): return self.parts < o.parts
    def __le__(self, o): return self.parts <= o.parts
    def __gt__(self, o): return self.parts > o.parts
    def __truediv__(self, o): return type(self)(self._p, o)
    def __rtruediv__(self, o): return type(self)(o, self._p)
    def joinpath(self, *o): return type(self)(self._p, *o)
    def as_posix(self): return self._p
    def as_uri(self): return 'file://' + self._p
    root = property(lambda s: '/' if s._p[:1] == '/' else '')
    anchor = root
    drive = ''
    parts = property(lambda s: tuple((['/'] if s._p[:1] == '/' else []) + s._c))
    name = property(lambda s: s._c[-1] if s._c else '')
    @property
    def suffix(self):
        i = self.name.rfind('.')
        return self.name[i:] if 0 < i < len(self.name) - 1 else ''
    @property
    def suffixes(self): return ['.' + x for x in self.name.lstrip('.').split('.')[1:]] if self.name[-1:] != '.' else []
    @property
    def stem(self): return self.name[:len(self.name) - len(self.suffix)] if self.suffix else self.name
    @property
    def parent(self):
        if not self._c: return self
        return type(self)(('/' if self._p[:1] == '/' else '') + '/'.join(self._c[:-1]))
    @property
    def parents(self):
        out, p = [], self
        while p.parent != p:
            p = p.parent
            out.append(p)
        return out
    def is_absolute(self): return self._p[:1] == '/'
    def with_name(self, name):
        if not self.name: raise ValueError('%r has an empty name' % (self,))
        return self.parent / name
    def with_stem(self, stem): return self.with_name(stem + self.suffix)
    def with_suffix(self, suffix):
        if suffix and suffix[:1] != '.': raise ValueError('Invalid suffix %r' % suffix)
        return self.with_name(self.stem + suffix)
    def relative_to(self, *other, walk_up=False):
        o = type(self)(*other)
        n = len(o.parts)
        if self.parts[:n] != o.parts:
            raise ValueError('%r is not in the subpath of %r' % (self._p, o._p))
        return type(self)(*self.parts[n:])
    def is_relative_to(self, *other):
        o = type(self)(*other)
        return self.parts[:len(o.parts)] == o.parts
    def match(self, pattern):
        want = [c for c in pattern.split('/') if c]
        have = self._c[-len(want):]
        return len(have) == len(want) and all([_fnmatch.fnmatchcase(a, b) for a, b in zip(have, want)])
PurePosixPath = PurePath

class Path(PurePath):
    @classmethod
    def cwd(cls): return cls(os.getcwd())
    @classmethod
    def home(cls): return cls(os.path.expanduser('~'))
    def exists(self, **k): return os.path.exists(self._p)
    def is_file(self): return os.path.isfile(self._p)
    def is_dir(self): return os.path.isdir(self._p)
    def is_symlink(self): return os.path.islink(self._p)
    def stat(self, **k): return os.stat(self._p)
    def lstat(self): return os.lstat(self._p)
    def open(self, mode='r', *a, **k): return open(self._p, mode, *a, **k)
    def read_text(self, encoding=None, errors=None):
        with open(self._p, encoding=encoding) as f: return f.read()
    def read_bytes(self):
        with open(self._p, 'rb') as f: return f.read()
    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str): raise TypeError('data must be str, not %s' % type(data).__name__)
        with open(self._p, 'w', encoding=encoding) as f: return f.write(data)
    def write_bytes(self, data):
        with open(self._p, 'wb') as f: return f.write(data)
    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok: raise __os_error(17, 'File exists', self._p)
            os.utime(self._p)
        else: open(self._p, 'a').close()
    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if parents and self.parent != self: os.makedirs(self.parent, exist_ok=True)
        try:
            os.mkdir(self._p, mode)
        except FileExistsError:
            if not exist_ok or not self.is_dir(): raise
    def rmdir(self): os.rmdir(self._p)
    def unlink(self, missing_ok=False):
        try:
            os.unlink(self._p)
        except FileNotFoundError:
            if not missing_ok: raise
    def rename(self, target):
        os.rename(self._p, os.fspath(target))
        return type(self)(target)
    replace = rename
    def symlink_to(self, target, **k): os.symlink(os.fspath(target), self._p)
    def hardlink_to(self, target): os.link(os.fspath(target), self._p)
    def readlink(self): return type(self)(os.readlink(self._p))
    def chmod(self, mode): os.chmod(self._p, mode)
    def resolve(self, strict=False):
        if strict: os.stat(self._p)
        return type(self)(os.path.realpath(self._p))
    def absolute(self): return type(self)(os.path.join(os.getcwd(), self._p))
    def expanduser(self): return type(self)(os.path.expanduser(self._p))
    def samefile(self, o): return os.path.realpath(self._p) == os.path.realpath(os.fspath(o))
    def owner(self):
        n = str(self.stat().st_uid)
        for l in open('/etc/passwd'):
            if l.split(':')[2] == n: return l.split(':')[0]
        raise KeyError('getpwuid(): uid not found: ' + n)
    def iterdir(self):
        for n in os.listdir(self._p):
            yield self / n
    def glob(self, pattern):
        import glob
        if not pattern: raise ValueError('Unacceptable pattern: %r' % pattern)
        for p in glob.iglob(os.path.join('' if self._p == '.' else self._p, pattern), recursive=True, include_hidden=True):
            yield type(self)(p)
    def rglob(self, pattern): return self.glob('**/' + pattern)
    def walk(self, top_down=True, **k):
        for d, dirs, files in os.walk(self._p, top_down):
            yield type(self)(d), dirs, files
PosixPath = Path
`;
