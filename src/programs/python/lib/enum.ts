/** enum.py */
export const ENUM = String.raw`
class auto:
    def __init__(self, value=None): self.value = value
class EnumType(type): pass
EnumMeta = EnumType
class nonmember:
    def __init__(self, value): self.value = value
class member:
    def __init__(self, value): self.value = value

# StrEnum, member and nonmember came with 3.11: what uses them here does so by names of its own.
_member, _nonmember = member, nonmember
def _is_member(name, v):
    if name[:2] == '__' or name[:1] == '_' and name[-1:] == '_' or callable(v) and not isinstance(v, (int, str, float)) or isinstance(v, (property, classmethod, staticmethod, _nonmember)):
        return False
    return not hasattr(type(v), '__get__')

class Enum:
    _members = {}
    def __init_subclass__(cls, **k):
        found = [(n, v) for n, v in cls.__dict__.items() if _is_member(n, v) and n != '_ignore_']
        if not found:
            return
        base = None
        for b in (int, str, float):
            if issubclass(cls, b):
                base = b
        # What comes from int or str is found before what comes from Enum.
        if base:
            cls.__eq__, cls.__hash__ = IntEnum.__dict__['__eq__'], IntEnum.__dict__['__hash__']
        for n in ('__repr__', '__str__', '__format__'):
            if base and n not in cls.__dict__:
                setattr(cls, n, next(b for b in (IntEnum, _StrEnum, IntFlag, Enum) if issubclass(cls, b) and n in b.__dict__).__dict__[n])
        if base:
            cls.__new__ = Enum.__dict__['__new__']
        cls._members, cls._values, last = {}, [], []
        cls.__members__ = cls._members
        flag, seen = issubclass(cls, Flag), {}
        for name, v in found:
            if isinstance(v, _member):
                v = v.value
            if isinstance(v, auto):
                if hasattr(cls, '_generate_next_value_'):
                    make = cls.__dict__.get('_generate_next_value_') or getattr(cls, '_generate_next_value_')
                    make = getattr(make, '__func__', make)
                    v = make(name, 1, len(last), list(last))
                elif flag:
                    v = 1
                    while last and v <= max([x for x in last if isinstance(x, int)] or [0]):
                        v <<= 1
                elif issubclass(cls, _StrEnum):
                    v = name.lower()
                else:
                    v = max([x for x in last if isinstance(x, int)] or [0]) + 1
            args = v if isinstance(v, tuple) else (v,)
            alias = [m for m in cls._values if m._value_ == v]
            if alias:
                m = alias[0]
            else:
                m = object.__new__(cls)
                if base:
                    super(cls, m).__init__(*args)
                m._value_ = args[0] if base and len(args) == 1 else v
                m._name_ = name
                if '__init__' in cls.__dict__ or [b for b in cls.__bases__ if '__init__' in b.__dict__ and b not in (Enum, IntEnum, _StrEnum, Flag, IntFlag, object, int, str)]:
                    m.__init__(*args)
                cls._values.append(m)
            last.append(v)
            cls._members[name] = m
            setattr(cls, name, m)
    def __new__(cls, value):
        for m in cls._values:
            if m._value_ == value:
                return m
        if issubclass(cls, Flag) and isinstance(value, int):
            return cls._combined(value)
        made = cls._missing_(value)
        if made is None:
            raise ValueError('%r is not a valid %s' % (value, cls.__name__))
        return made
    @classmethod
    def _missing_(cls, value): return None
    name = property(lambda s: s._name_)
    value = property(lambda s: s._value_)
    def __setattr__(self, n, v):
        if n in ('name', 'value'):
            raise AttributeError("<enum 'Enum'> cannot set attribute '%s'" % n)
        object.__setattr__(self, n, v)
    def __str__(self): return '%s.%s' % (type(self).__name__, self._name_)
    def __repr__(self): return '<%s.%s: %r>' % (type(self).__name__, self._name_, self._value_)
    def __hash__(self): return hash(self._name_)
    def __eq__(self, o): return self is o
    def __format__(self, spec): return format(self._value_ if _OLD and isinstance(self, (int, str, float)) else str(self), spec)
    def __copy__(self): return self
    def __deepcopy__(self, memo): return self
class IntEnum(int, Enum):
    def __lt__(self, o): return self._value_ < int(o)
    def __le__(self, o): return self._value_ <= int(o)
    def __gt__(self, o): return self._value_ > int(o)
    def __ge__(self, o): return self._value_ >= int(o)
    def __int__(self): return self._value_
    def __str__(self): return str(self._value_)
    def __format__(self, spec): return format(self._value_, spec)
    def __eq__(self, o): return self._value_ == (o._value_ if isinstance(o, Enum) else o)
    def __hash__(self): return hash(self._value_)
class StrEnum(str, Enum):
    def __str__(self): return self._value_
    def __eq__(self, o): return self._value_ == (o._value_ if isinstance(o, Enum) else o)
    def __hash__(self): return hash(self._value_)
_StrEnum = StrEnum
import sys as _sys
_OLD = _sys.version_info < (3, 11)
if _OLD:
    IntEnum.__str__ = Enum.__dict__['__str__']
class Flag(Enum):
    @classmethod
    def _combined(cls, value):
        m = object.__new__(cls)
        m._value_ = value
        m._name_ = '|'.join([x._name_ for x in cls._values if x._value_ and x._value_ & value == x._value_]) or None
        return m
    def _with(self, o, f): return type(self)(f(self._value_, o._value_ if isinstance(o, Enum) else o))
    def __or__(self, o): return self._with(o, lambda a, b: a | b)
    def __and__(self, o): return self._with(o, lambda a, b: a & b)
    def __xor__(self, o): return self._with(o, lambda a, b: a ^ b)
    def __invert__(self):
        all = 0
        for m in type(self)._values: all |= m._value_
        return type(self)(all & ~self._value_)
    def __contains__(self, o): return o._value_ & self._value_ == o._value_
    def __bool__(self): return self._value_ != 0
    def __iter__(self): return iter([m for m in type(self)._values if m._value_ & self._value_])
    def __eq__(self, o): return type(o) is type(self) and o._value_ == self._value_
    def __hash__(self): return hash(self._value_)
    def __repr__(self): return '<%s.%s: %r>' % (type(self).__name__, self._name_, self._value_) if self._name_ else '<%s: %r>' % (type(self).__name__, self._value_)
    def __str__(self): return '%s.%s' % (type(self).__name__, self._name_) if self._name_ else '%s(%r)' % (type(self).__name__, self._value_)
class IntFlag(int, Flag): pass
def unique(cls):
    doubles = [(n, m._name_) for n, m in cls._members.items() if n != m._name_]
    if doubles:
        raise ValueError('duplicate values found in %r: %s' % (cls, ', '.join(['%s -> %s' % p for p in doubles])))
    return cls
`;
