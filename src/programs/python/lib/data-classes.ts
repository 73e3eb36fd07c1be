/** dataclasses.py, over the annotations of a class. */
export const DATACLASSES = String.raw`
class FrozenInstanceError(AttributeError): pass
class _Missing:
    def __repr__(self): return '<dataclasses._MISSING_TYPE object>'
MISSING = _Missing()
class _KwOnly: pass
KW_ONLY = _KwOnly()
class InitVar:
    def __class_getitem__(cls, t): return ('initvar', t)
class Field:
    def __init__(self, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
        self.name = self.type = None
        self.default, self.default_factory, self.init, self.repr, self.hash = default, default_factory, init, repr, hash
        self.compare, self.metadata, self.kw_only = compare, metadata or {}, kw_only
    def __repr__(self): return 'Field(name=%r,type=%r,default=%r,default_factory=%r)' % (self.name, self.type, self.default, self.default_factory)
def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)

def _collect(cls, kw_only):
    all = {}
    for base in reversed(cls.__bases__):
        for f in getattr(base, '__dataclass_fields__', {}).values():
            all[f.name] = f
    for name, kind in cls.__dict__.get('__annotations__', {}).items():
        if kind is KW_ONLY or kind == 'KW_ONLY':
            kw_only = True
            continue
        if 'ClassVar' in (kind if isinstance(kind, str) else repr(kind)):
            continue
        value = cls.__dict__[name] if name in cls.__dict__ else MISSING
        f = value if isinstance(value, Field) else Field(value)
        f.name, f.type = name, kind
        if f.kw_only is MISSING:
            f.kw_only = kw_only
        if isinstance(f.default, (list, dict, set)):
            raise ValueError('mutable default %s for field %s is not allowed: use default_factory' % (type(f.default), name))
        if isinstance(value, Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
        all[name] = f
    return all

def _listed(names):
    names = ["'%s'" % n for n in names]
    return ' and '.join(names) if len(names) < 3 else ', '.join(names[:-1]) + ', and ' + names[-1]
def _make_init(cls, all, frozen):
    positional = [f for f in all.values() if f.init and not f.kw_only]
    keyword = [f for f in all.values() if f.init and f.kw_only]
    late = False
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            late = True
        elif late:
            raise TypeError('non-default argument %r follows default argument' % f.name)
    put = object.__setattr__ if frozen else setattr
    names = [f.name for f in positional]
    required = len([f for f in positional if f.default is MISSING and f.default_factory is MISSING])
    title = cls.__name__ + '.__init__()'
    post = hasattr(cls, '__post_init__')
    def init(self, *a, **k):
        if len(a) > len(names):
            n = len(names) + 1
            raise TypeError('%s takes %s but %d %s given' % (title, ('%d positional argument%s' % (n, '' if n == 1 else 's')) if required == len(names) else 'from %d to %d positional arguments' % (required + 1, n), len(a) + 1, 'was' if len(a) == 0 else 'were'))
        missing, extra = [], []
        for i, f in enumerate(positional + keyword):
            if i < len(a):
                if f.name in k:
                    raise TypeError("%s got multiple values for argument '%s'" % (title, f.name))
                v = a[i]
            elif f.name in k:
                v = k.pop(f.name)
            elif f.default_factory is not MISSING:
                v = f.default_factory()
            elif f.default is not MISSING:
                v = f.default
            else:
                missing.append(f.name)
                continue
            if isinstance(f.type, tuple) and f.type[:1] == ('initvar',):
                extra.append(v)
            else:
                put(self, f.name, v)
        for name in k:
            raise TypeError("%s got an unexpected keyword argument '%s'" % (title, name))
        if missing:
            raise TypeError('%s missing %d required positional argument%s: %s' % (title, len(missing), '' if len(missing) == 1 else 's', _listed(missing)))
        for f in all.values():
            if not f.init and (f.default_factory is not MISSING or f.default is not MISSING):
                put(self, f.name, f.default if f.default_factory is MISSING else f.default_factory())
        if post:
            self.__post_init__(*extra)
    return init

def _own(cls, name): return name in cls.__dict__
def _process(cls, init, repr_, eq, order, unsafe_hash, frozen, kw_only, match_args):
    all = _collect(cls, kw_only)
    cls.__dataclass_fields__, cls.__dataclass_params__ = all, (init, repr_, eq, order, unsafe_hash, frozen)
    fields_ = [f for f in all.values() if not (isinstance(f.type, tuple) and f.type[:1] == ('initvar',))]
    if init:
        cls.__init__ = _make_init(cls, all, frozen)
    names = [f.name for f in fields_ if f.compare]
    key = lambda o: tuple([getattr(o, n) for n in names])
    if repr_ and not _own(cls, '__repr__'):
        shown = [f.name for f in fields_ if f.repr]
        def show(self): return type(self).__name__ + '(' + ', '.join(['%s=%r' % (n, getattr(self, n)) for n in shown]) + ')'
        cls.__repr__ = show
    if eq and not _own(cls, '__eq__'):
        cls.__eq__ = lambda a, b: key(a) == key(b) if type(a) is type(b) else NotImplemented
    if order:
        if _own(cls, '__lt__'):
            raise TypeError('Cannot overwrite attribute __lt__ in class %s. Consider using functools.total_ordering' % cls.__name__)
        cls.__lt__ = lambda a, b: key(a) < key(b) if type(a) is type(b) else NotImplemented
        cls.__le__ = lambda a, b: key(a) <= key(b) if type(a) is type(b) else NotImplemented
        cls.__gt__ = lambda a, b: key(a) > key(b) if type(a) is type(b) else NotImplemented
        cls.__ge__ = lambda a, b: key(a) >= key(b) if type(a) is type(b) else NotImplemented
    if unsafe_hash or eq and frozen:
        hashed = [f.name for f in fields_ if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = lambda o: hash(tuple([getattr(o, n) for n in hashed]))
    elif eq and not _own(cls, '__hash__'):
        def unhashable(o): raise TypeError("unhashable type: '%s'" % type(o).__name__)
        cls.__hash__ = unhashable
    if frozen:
        def no_set(o, name, v): raise FrozenInstanceError('cannot assign to field %r' % name)
        def no_del(o, name): raise FrozenInstanceError('cannot delete field %r' % name)
        cls.__setattr__, cls.__delattr__ = no_set, no_del
    if match_args:
        cls.__match_args__ = tuple([f.name for f in fields_ if f.init and not f.kw_only])
    return cls

def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    make = lambda c: _process(c, init, repr, eq, order, unsafe_hash, frozen, kw_only, match_args)
    return make if cls is None else make(cls)
def fields(o):
    try:
        all = o.__dataclass_fields__
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple([f for f in all.values() if not (isinstance(f.type, tuple) and f.type[:1] == ('initvar',))])
def is_dataclass(o): return hasattr(o, '__dataclass_fields__')
def _plain(v, one):
    if is_dataclass(v) and not isinstance(v, type): return one(v)
    if isinstance(v, tuple) and hasattr(v, '_fields'): return type(v)(*[_plain(x, one) for x in v])
    if isinstance(v, (list, tuple)): return type(v)([_plain(x, one) for x in v])
    if isinstance(v, dict): return {_plain(a, one): _plain(b, one) for a, b in v.items()}
    import copy
    return copy.deepcopy(v)
def asdict(o, *, dict_factory=dict):
    if not is_dataclass(o) or isinstance(o, type): raise TypeError('asdict() should be called on dataclass instances')
    one = lambda v: dict_factory([(f.name, _plain(getattr(v, f.name), one)) for f in fields(v)])
    return one(o)
def astuple(o, *, tuple_factory=tuple):
    if not is_dataclass(o) or isinstance(o, type): raise TypeError('astuple() should be called on dataclass instances')
    one = lambda v: tuple_factory([_plain(getattr(v, f.name), one) for f in fields(v)])
    return one(o)
def replace(o, /, **changes):
    if not is_dataclass(o) or isinstance(o, type): raise TypeError('replace() should be called on dataclass instances')
    for f in fields(o):
        if not f.init:
            if f.name in changes: raise ValueError('field %s is declared with init=False, it cannot be specified with replace()' % f.name)
        elif f.name not in changes: changes[f.name] = getattr(o, f.name)
    return type(o)(**changes)
def make_dataclass(name, fields, *, bases=(), namespace=None, **k):
    space, notes = dict(namespace or {}), {}
    for f in fields:
        if isinstance(f, str): notes[f] = 'typing.Any'
        else:
            notes[f[0]] = f[1]
            if len(f) > 2: space[f[0]] = f[2]
    space['__annotations__'] = notes
    return dataclass(type(name, tuple(bases) or (object,), space), **k)
`;
