export const PSYCOPG2_ERRORS = String.raw`
import psycopg2 as _p
_BY = {}
for _line in '''23502 NotNullViolation I,23503 ForeignKeyViolation I,23505 UniqueViolation I,23514 CheckViolation I,42P01 UndefinedTable P,42703 UndefinedColumn P,42P07 DuplicateTable P,42701 DuplicateColumn P,
42601 SyntaxError P,42883 UndefinedFunction P,42P04 DuplicateDatabase P,42710 DuplicateObject P,42704 UndefinedObject P,42501 InsufficientPrivilege P,42804 DatatypeMismatch P,42702 AmbiguousColumn P,42803 GroupingError P,
3D000 InvalidCatalogName O,28P01 InvalidPassword O,25P02 InFailedSqlTransaction N,22P02 InvalidTextRepresentation D,22012 DivisionByZero D,22001 StringDataRightTruncation D,22003 NumericValueOutOfRange D,
22007 InvalidDatetimeFormat D,40001 SerializationFailure O,40P01 DeadlockDetected O,57P01 AdminShutdown O,57014 QueryCanceled O,0A000 FeatureNotSupported S,2BP01 DependentObjectsStillExist N,3F000 InvalidSchemaName P,55P03 LockNotAvailable O'''.replace('\n', '').split(','):
    _code, _name, _k = _line.split(' ')
    _base = {'I': _p.IntegrityError, 'P': _p.ProgrammingError, 'O': _p.OperationalError, 'N': _p.InternalError, 'D': _p.DataError, 'S': _p.NotSupportedError}[_k]
    _BY[_code] = globals()[_name] = type(_name, (_base,), {'__module__': 'psycopg2.errors'})
def lookup(code): return _BY[code]
`;

export const PSYCOPG2_EXTRAS = String.raw`
import json as _json
from psycopg2 import cursor, connection, _quote
class DictRow(list):
    def __init__(self, names, values):
        super().__init__(values)
        self._names = names
    def __getitem__(self, k): return list.__getitem__(self, self._names.index(k) if isinstance(k, str) else k) if not isinstance(k, str) or k in self._names else self._missing(k)
    def _missing(self, k): raise KeyError(k)
    def get(self, k, d=None): return self[k] if k in self._names else d
    def keys(self): return iter(self._names)
    def items(self): return [(n, self[n]) for n in self._names]
    def __contains__(self, k): return k in self._names
class DictCursor(cursor):
    def _make(self, row): return DictRow([c[0] for c in self.description], row)
class RealDictRow(dict):
    def __str__(self): return self.__repr__()
    def __repr__(self): return 'RealDictRow(%s)' % ('{' + ', '.join(['%r: %r' % p for p in self.items()]) + '}')
class RealDictCursor(cursor):
    def _make(self, row): return RealDictRow(zip([c[0] for c in self.description], row))
class NamedTupleCursor(cursor):
    def _make(self, row):
        from collections import namedtuple
        return namedtuple('Record', [c[0] for c in self.description])(*row)
class Json:
    def __init__(self, adapted, dumps=None): self.adapted, self._dumps = adapted, dumps or _json.dumps
    def getquoted(self): return _quote(self._dumps(self.adapted))
def execute_values(cur, sql, argslist, template=None, page_size=100, fetch=False):
    argslist = list(argslist)
    out = []
    for i in range(0, len(argslist), page_size):
        parts = [cur.mogrify(template, a).decode() if template else _quote(tuple(a)) for a in argslist[i:i + page_size]]
        cur.execute(sql.replace('%s', ', '.join(parts), 1))
        if fetch: out += cur.fetchall()
    return out if fetch else None
def execute_batch(cur, sql, argslist, page_size=100):
    for a in argslist: cur.execute(sql, a)
def register_uuid(*a, **k): pass
def register_default_jsonb(*a, **k): pass
`;

/** psycopg2/sql.py and psycopg2/pool.py */
export const PSYCOPG2_SQL = String.raw`
from psycopg2 import _quote
class Composable:
    def __add__(self, o): return Composed([self, o])
class Composed(Composable):
    def __init__(self, parts): self._parts = list(parts)
    def as_string(self, c): return ''.join([p.as_string(c) for p in self._parts])
    def join(self, sep): return SQL(sep if isinstance(sep, str) else sep._s).join(self._parts)
class SQL(Composable):
    def __init__(self, s): self._s = s
    def as_string(self, c): return self._s
    def format(self, *a, **k):
        out, rest, n = [], self._s, 0
        while '{' in rest:
            before, _, rest = rest.partition('{')
            name, _, rest = rest.partition('}')
            out.append(SQL(before))
            if name and not name.isdigit(): out.append(k[name])
            else:
                out.append(a[int(name) if name else n])
                n += 1
        return Composed(out + [SQL(rest)])
    def join(self, parts):
        out = []
        for p in parts: out += [self, p] if out else [p]
        return Composed(out)
class Identifier(Composable):
    def __init__(self, *names): self._n = names
    def as_string(self, c): return '.'.join(['"' + n.replace('"', '""') + '"' for n in self._n])
class Literal(Composable):
    def __init__(self, v): self._v = v
    def as_string(self, c): return _quote(self._v)
class Placeholder(Composable):
    def __init__(self, name=None): self._n = name
    def as_string(self, c): return '%s' if self._n is None else '%(' + self._n + ')s'
    def __mul__(self, n): return [self] * n
`;

export const PSYCOPG2_POOL = String.raw`
import psycopg2
class PoolError(psycopg2.Error): pass
class SimpleConnectionPool:
    def __init__(self, minconn, maxconn, *a, **k):
        self._make, self._max, self.closed, self._used = (lambda: psycopg2.connect(*a, **k)), maxconn, False, []
        self._free = [self._make() for _ in range(minconn)]
    def getconn(self, key=None):
        if self.closed: raise PoolError('connection pool is closed')
        if not self._free:
            if len(self._used) >= self._max: raise PoolError('connection pool exhausted')
            self._free.append(self._make())
        c = self._free.pop()
        self._used.append(c)
        return c
    def putconn(self, c, key=None, close=False):
        self._used.remove(c)
        if close or c.closed: c.close()
        else:
            c.rollback()
            self._free.append(c)
    def closeall(self):
        for c in self._free + self._used: c.close()
        self.closed = True
ThreadedConnectionPool = SimpleConnectionPool
`;

/** psycopg 3, on the same connection. */
export const PSYCOPG = String.raw`
from psycopg._core import *
from psycopg import _core
from psycopg import errors
__version__ = '3.2.13'
def tuple_row(cur): return lambda row: row
def dict_row(cur): return lambda row: dict(zip([c[0] for c in cur.description], row))
class Cursor(_core.cursor):
    def _make(self, row):
        f = self.row_factory or self.connection.row_factory
        return f(self)(row) if f else row
    def execute(self, sql, args=None):
        super().execute(sql, args)
        return self
class Connection(_core.connection):
    row_factory = None
    def cursor(self, name=None, row_factory=None, **k):
        self._check()
        c = Cursor(self)
        c.row_factory = row_factory
        return c
    def execute(self, sql, args=None): return self.cursor().execute(sql, args)
    def transaction(self): return _Transaction(self)
    @classmethod
    def connect(cls, conninfo='', **k): return connect(conninfo, **k)
    def __exit__(self, kind, e, tb):
        if not self.closed:
            self.rollback() if kind else self.commit()
            self.close()
class _Transaction:
    def __init__(self, c): self._c = c
    def __enter__(self): return self
    def __exit__(self, kind, e, tb): self._c.rollback() if kind else self._c.commit()
def connect(conninfo='', autocommit=False, row_factory=None, **k):
    c = Connection(_core._options(conninfo or None, k))
    c.autocommit, c.row_factory = autocommit, row_factory
    return c
`;
