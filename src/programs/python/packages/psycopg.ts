/** psycopg2 over PostgreSQL's wire protocol, version 3, with simple queries. @see https://www.postgresql.org/docs/current/protocol.html */
export const PSYCOPG2 = String.raw`
import socket as _socket, struct as _struct, hashlib as _hashlib, hmac as _hmac, base64 as _base64, os as _os
import datetime as _datetime
__version__ = '2.9.11 (dt dec pq3 ext lo64)'
apilevel, threadsafety, paramstyle = '2.0', 2, 'pyformat'
class Warning(Exception): pass
class Error(Exception):
    pgcode = pgerror = diag = cursor = None
class InterfaceError(Error): pass
class DatabaseError(Error): pass
class DataError(DatabaseError): pass
class OperationalError(DatabaseError): pass
class IntegrityError(DatabaseError): pass
class InternalError(DatabaseError): pass
class ProgrammingError(DatabaseError): pass
class NotSupportedError(DatabaseError): pass
_CLASSES = {'08': OperationalError, '0A': NotSupportedError, '21': ProgrammingError, '22': DataError, '23': IntegrityError, '24': InternalError, '25': InternalError, '26': OperationalError, '28': OperationalError,
    '34': OperationalError, '3D': OperationalError, '3F': ProgrammingError, '40': OperationalError, '42': ProgrammingError, '44': ProgrammingError, '53': OperationalError, '54': OperationalError, '55': OperationalError, '57': OperationalError}
class Diagnostics:
    def __init__(self, f):
        self.severity, self.sqlstate, self.message_primary, self.message_detail, self.message_hint, self.statement_position = [f.get(k) for k in 'SCMDHP']
        self.schema_name, self.table_name, self.column_name, self.constraint_name = [f.get(k) for k in 'stcn']
def _error(f, query=None):
    code = f.get('C', '')
    from psycopg2 import errors
    kind = errors._BY.get(code) or _CLASSES.get(code[:2], DatabaseError)
    text = '%s\n' % f.get('M', '')
    if 'P' in f and query:
        at = int(f['P']) - 1
        before = query[:at].split('\n')
        line = query.split('\n')[len(before) - 1]
        lead = 'LINE %d: ' % len(before)
        text += lead + line + '\n' + ' ' * (len(lead) + len(before[-1])) + '^\n'
    if 'D' in f: text += 'DETAIL:  %s\n' % f['D']
    if 'H' in f: text += 'HINT:  %s\n' % f['H']
    e = kind(text)
    e.pgcode, e.pgerror, e.diag = code, 'ERROR:  ' + text, Diagnostics(f)
    return e
def _int(v): return int(v)
def _numeric(v):
    from decimal import Decimal
    return Decimal(v)
def _stamp(v):
    sign = max(v.rfind('+'), v.rfind('-', 11))
    if sign > 0 and len(v) - sign == 3: v += ':00'
    return _datetime.datetime.fromisoformat(v)
def _load_json(v):
    import json
    return json.loads(v)
def _array(kind):
    def read(v):
        out, word, quote, i, stack = [], None, False, 1, []
        here = out
        while i < len(v):
            c = v[i]
            if quote:
                if c == '\\':
                    i += 1
                    word += v[i]
                elif c == '"': quote = None
                else: word += c
            elif c == '"': quote, word = True, ''
            elif c == '{':
                stack.append(here)
                here.append([])
                here = here[-1]
            elif c in ',}':
                if word is not None: here.append(None if word == 'NULL' and quote is False else kind(word))
                word, quote = None, False
                if c == '}' and stack: here = stack.pop()
            else: word = (word or '') + c
            i += 1
        return out
    return read
_text = lambda v: v
_READ = {16: lambda v: v == 't', 20: _int, 21: _int, 23: _int, 26: _int, 700: float, 701: float, 1700: _numeric, 1082: lambda v: _datetime.date.fromisoformat(v), 1114: _stamp, 1184: _stamp,
    1083: lambda v: _datetime.time.fromisoformat(v), 114: _load_json, 3802: _load_json, 17: lambda v: bytes.fromhex(v[2:]), 1007: _array(_int), 1016: _array(_int), 1005: _array(_int), 1009: _array(_text), 1015: _array(_text), 1000: _array(lambda v: v == 't'), 1022: _array(float)}
def _quote(v):
    if v is None: return 'NULL'
    if v is True or v is False: return 'true' if v else 'false'
    if hasattr(v, 'getquoted'): return v.getquoted()
    if isinstance(v, int): return str(v) if v >= 0 else ' %d' % v
    if isinstance(v, float): return "'NaN'::float" if v != v else "'Infinity'::float" if v == float('inf') else repr(v)
    if isinstance(v, (bytes, bytearray, memoryview)): return "'\\x%s'::bytea" % bytes(v).hex()
    if isinstance(v, str):
        s = v.replace("'", "''")
        return " E'" + s.replace('\\', '\\\\') + "'" if '\\' in s else "'" + s + "'"
    if isinstance(v, _datetime.datetime): return "'%s'::timestamp%s" % (v.isoformat(), 'tz' if v.tzinfo else '')
    if isinstance(v, _datetime.date): return "'%s'::date" % v.isoformat()
    if isinstance(v, _datetime.time): return "'%s'::time" % v.isoformat()
    if isinstance(v, list): return 'ARRAY[' + ', '.join([_quote(x) for x in v]) + ']' if v else "'{}'"
    if isinstance(v, tuple): return '(' + ', '.join([_quote(x) for x in v]) + ')'
    if type(v).__name__ == 'Decimal': return str(v)
    if type(v).__name__ == 'UUID': return "'%s'::uuid" % v
    if isinstance(v, dict): raise ProgrammingError("can't adapt type 'dict'")
    raise ProgrammingError("can't adapt type '%s'" % type(v).__name__)
def _merge(sql, args):
    if args is None: return sql
    out, i, n = [], 0, 0
    while True:
        j = sql.find('%', i)
        if j < 0: break
        out.append(sql[i:j])
        c = sql[j + 1:j + 2]
        if c == '%':
            out.append('%')
            i = j + 2
        elif c == '(':
            k = sql.find(')', j)
            out.append(_quote(args[sql[j + 2:k]]))
            i = k + 2
        elif c == 's':
            if isinstance(args, dict): raise TypeError('dict is not a sequence')
            if n >= len(args): raise IndexError('tuple index out of range')
            out.append(_quote(args[n]))
            n, i = n + 1, j + 2
        else: raise ValueError("unsupported format character '%s' (0x%x) at index %d" % (c, ord(c or '\0'), j + 1))
    if not isinstance(args, dict) and n < len(args): raise TypeError('not all arguments converted during string formatting')
    return ''.join(out) + sql[i:]
class Column(tuple):
    name = property(lambda s: s[0]); type_code = property(lambda s: s[1])
    def __str__(self): return self.__repr__()
    def __repr__(self): return 'Column(name=%r, type_code=%r)' % (self[0], self[1])
class _Wire:
    def __init__(self, o):
        self._o, self._in = o, b''
        host = o['host'] or 'localhost'
        if host[:1] == '/':
            raise OperationalError('connection to server on socket "%s/.s.PGSQL.%s" failed: No such file or directory\n\tIs the server running locally and accepting connections on that socket?\n' % (host, o['port']))
        try:
            address = _socket.gethostbyname(host)
        except _socket.gaierror:
            raise OperationalError('could not translate host name "%s" to address: Name or service not known\n' % host)
        self._at = 'connection to server at "%s"%s, port %s failed: ' % (host, '' if host == address else ' (%s)' % address, o['port'])
        self._s = _socket.socket()
        t = o.get('connect_timeout')
        self._s.settimeout(float(t) if t else None)
        try:
            self._s.connect((address, int(o['port'])))
        except _socket.timeout:
            raise OperationalError(self._at + 'timeout expired\n')
        except OSError as e:
            raise OperationalError(self._at + '%s\n\tIs the server running on that host and accepting TCP/IP connections?\n' % e.args[1])
        self._s.settimeout(None)
        self.status, self.parameters, self.notices = 'I', {}, []
        pairs = [('user', o['user']), ('database', o['dbname'] or o['user']), ('client_encoding', 'UTF8'), ('application_name', o.get('application_name') or '')]
        self.send(b'', _struct.pack('!i', 196608) + b''.join([(k + '\0' + v + '\0').encode() for k, v in pairs if v]) + b'\0')
        self._start()
    def send(self, kind, body): self._s.sendall(kind + _struct.pack('!i', len(body) + 4) + body)
    def _need(self, n):
        while len(self._in) < n:
            try:
                got = self._s.recv(65536)
            except OSError:
                got = b''
            if not got: raise OperationalError('server closed the connection unexpectedly\n\tThis probably means the server terminated abnormally\n\tbefore or while processing the request.\n')
            self._in += got
    def read(self):
        self._need(5)
        n = _struct.unpack('!i', self._in[1:5])[0]
        self._need(n + 1)
        kind, body = self._in[:1], self._in[5:n + 1]
        self._in = self._in[n + 1:]
        return kind, body
    def fields(self, body):
        d = {}
        for p in body.split(b'\0'):
            if p: d[p[:1].decode()] = p[1:].decode()
        return d
    def _start(self):
        o = self._o
        password = o['password'] or ''
        while True:
            kind, body = self.read()
            if kind == b'E':
                f = self.fields(body)
                raise OperationalError('%sFATAL:  %s\n' % (self._at, f.get('M', '')))
            if kind == b'R':
                n = _struct.unpack('!i', body[:4])[0]
                if n in (3, 5, 10) and not o['password']: raise OperationalError(self._at + 'fe_sendauth: no password supplied\n')
                if n == 3: self.send(b'p', password.encode() + b'\0')
                elif n == 5:
                    inner = _hashlib.md5((password + o['user']).encode()).hexdigest()
                    self.send(b'p', b'md5' + _hashlib.md5(inner.encode() + body[4:8]).hexdigest().encode() + b'\0')
                elif n == 10: self._scram(password)
            elif kind == b'S':
                k, v = body.split(b'\0')[:2]
                self.parameters[k.decode()] = v.decode()
            elif kind == b'K': self.pid = _struct.unpack('!i', body[:4])[0]
            elif kind == b'Z': return
    def _scram(self, password):
        nonce = _base64.b64encode(_os.urandom(18)).decode()
        first = 'n=,r=' + nonce
        body = b'SCRAM-SHA-256\0'
        self.send(b'p', body + _struct.pack('!i', len(first) + 3) + b'n,,' + first.encode())
        kind, body = self.read()
        if kind == b'E': raise OperationalError('%sFATAL:  %s\n' % (self._at, self.fields(body).get('M', '')))
        server = body[4:].decode()
        d = dict([p.split('=', 1) for p in server.split(',')])
        salted = _hashlib.pbkdf2_hmac('sha256', password.encode(), _base64.b64decode(d['s']), int(d['i']))
        key = _hmac.new(salted, b'Client Key', 'sha256').digest()
        bare = 'c=biws,r=' + d['r']
        signed = _hmac.new(_hashlib.sha256(key).digest(), (first + ',' + server + ',' + bare).encode(), 'sha256').digest()
        self.send(b'p', (bare + ',p=' + _base64.b64encode(bytes([a ^ b for a, b in zip(key, signed)])).decode()).encode())
    def query(self, sql):
        self.send(b'Q', sql.encode() + b'\0')
        result, error = {'tag': '', 'columns': None, 'rows': []}, None
        while True:
            kind, body = self.read()
            if kind == b'T':
                n, at, columns = _struct.unpack('!h', body[:2])[0], 2, []
                for _ in range(n):
                    end = body.find(b'\0', at)
                    columns.append(Column((body[at:end].decode(), _struct.unpack('!i', body[end + 7:end + 11])[0], None, None, None, None, None)))
                    at = end + 19
                result = {'tag': '', 'columns': columns, 'rows': []}
            elif kind == b'D':
                n, at, row = _struct.unpack('!h', body[:2])[0], 2, []
                for i in range(n):
                    size = _struct.unpack('!i', body[at:at + 4])[0]
                    at += 4
                    if size < 0: row.append(None)
                    else:
                        row.append(_READ.get(result['columns'][i][1], _text)(body[at:at + size].decode()))
                        at += size
                result['rows'].append(tuple(row))
            elif kind == b'C':
                result['tag'] = body[:-1].decode()
                if result['columns'] is not None and not result['tag'].startswith(('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'SHOW', 'FETCH', 'EXPLAIN', 'WITH', 'VALUES', 'MERGE')): result = {'tag': result['tag'], 'columns': None, 'rows': []}
            elif kind == b'E': error = _error(self.fields(body), sql)
            elif kind == b'N': self.notices.append('%(S)s:  %(M)s\n' % self.fields(body))
            elif kind == b'Z':
                self.status = body.decode()
                if error: raise error
                return result
    def close(self):
        try:
            self.send(b'X', b'')
        except OSError: pass
        self._s.close()
class cursor:
    arraysize, itersize, name, row_factory = 1, 2000, None, None
    def __init__(self, connection): self.connection, self.description, self.rowcount, self.query, self.statusmessage, self._rows, self._at, self.closed = connection, None, -1, None, None, None, 0, False
    def _make(self, row): return row
    def mogrify(self, sql, args=None): return _merge(_plain(sql, self.connection), args).encode()
    def execute(self, sql, args=None):
        if self.closed: raise InterfaceError('cursor already closed')
        sql = _merge(_plain(sql, self.connection), args)
        if not sql.strip(): raise ProgrammingError("can't execute an empty query")
        self.query = sql.encode()
        r = self.connection._run(sql)
        self.statusmessage, self.description, self._at = r['tag'], r['columns'], 0
        self._rows = r['rows'] if r['columns'] is not None else None
        last = r['tag'].split(' ')[-1]
        self.rowcount = int(last) if last.isdigit() else -1
    def executemany(self, sql, all):
        for a in all: self.execute(sql, a)
    def callproc(self, name, args=()):
        self.execute('SELECT * FROM %s(%s)' % (name, ', '.join(['%s'] * len(args))), args)
    def _have(self):
        if self._rows is None: raise ProgrammingError('no results to fetch')
    def fetchone(self):
        self._have()
        if self._at >= len(self._rows): return None
        self._at += 1
        return self._make(self._rows[self._at - 1])
    def fetchmany(self, size=None):
        self._have()
        rows = self._rows[self._at:self._at + (size or self.arraysize)]
        self._at += len(rows)
        return [self._make(r) for r in rows]
    def fetchall(self):
        self._have()
        rows, self._at = self._rows[self._at:], len(self._rows)
        return [self._make(r) for r in rows]
    rownumber = property(lambda s: s._at)
    def __iter__(self): return self
    def __next__(self):
        r = self.fetchone()
        if r is None: raise StopIteration
        return r
    def close(self): self.closed = True
    def __enter__(self): return self
    def __exit__(self, *a): self.close()
def _plain(sql, c): return sql.as_string(c) if hasattr(sql, 'as_string') else sql.decode() if isinstance(sql, bytes) else sql
class connection:
    Error, Warning, InterfaceError, DatabaseError, OperationalError, IntegrityError, ProgrammingError = Error, Warning, InterfaceError, DatabaseError, OperationalError, IntegrityError, ProgrammingError
    def __init__(self, o, factory=None): self._wire, self.autocommit, self.closed, self.cursor_factory, self._o = _Wire(o), False, 0, factory, o
    dsn = property(lambda s: ' '.join(['%s=%s' % (k, 'xxx' if k == 'password' else v) for k, v in s._o.items() if v]))
    server_version = property(lambda s: int(s._wire.parameters.get('server_version', '0').split('.')[0].split(' ')[0]) * 10000)
    notices = property(lambda s: s._wire.notices)
    status = property(lambda s: 1 if s._wire.status == 'I' else 2)
    @property
    def info(self): return self
    def get_dsn_parameters(self): return {k: str(v) for k, v in self._o.items() if v and k != 'password'}
    def get_parameter_status(self, n): return self._wire.parameters.get(n)
    def get_backend_pid(self): return self._wire.pid
    def set_session(self, isolation_level=None, readonly=None, deferrable=None, autocommit=None):
        if autocommit is not None: self.autocommit = autocommit
    def set_isolation_level(self, n): self.autocommit = n == 0
    def set_client_encoding(self, e): pass
    def _check(self):
        if self.closed: raise InterfaceError('connection already closed')
    def _run(self, sql):
        self._check()
        try:
            if not self.autocommit and self._wire.status == 'I': self._wire.query('BEGIN')
            return self._wire.query(sql)
        except OperationalError as e:
            if 'closed the connection' in str(e): self.closed = 2
            raise
    def cursor(self, name=None, cursor_factory=None, **k):
        self._check()
        return (cursor_factory or self.cursor_factory or cursor)(self)
    def commit(self):
        self._check()
        if self._wire.status != 'I': self._wire.query('COMMIT')
    def rollback(self):
        self._check()
        if self._wire.status != 'I': self._wire.query('ROLLBACK')
    def close(self):
        if not self.closed: self._wire.close()
        self.closed = 1
    def __enter__(self): return self
    def __exit__(self, kind, e, tb): self.rollback() if kind else self.commit()
    def __repr__(self): return "<connection object at 0x7f0000000000; dsn: '%s', closed: %d>" % (self.dsn, self.closed)
def _options(dsn, k):
    from urllib.parse import urlparse, unquote, parse_qsl
    o = {'host': _os.environ.get('PGHOST'), 'port': _os.environ.get('PGPORT', '5432'), 'user': _os.environ.get('PGUSER'), 'password': _os.environ.get('PGPASSWORD'), 'dbname': _os.environ.get('PGDATABASE')}
    if dsn and '://' in dsn:
        p = urlparse(dsn)
        for n, v in (('host', p.hostname), ('port', p.port), ('user', p.username), ('password', p.password), ('dbname', p.path[1:])):
            if v: o[n] = unquote(str(v))
        o.update(dict(parse_qsl(p.query)))
    elif dsn:
        import shlex
        for w in shlex.split(dsn.replace(' = ', '=')):
            n, eq, v = w.partition('=')
            if not eq: raise ProgrammingError('invalid dsn: missing "=" after "%s" in connection info string\n' % w)
            o[n] = v
    if 'database' in k: k['dbname'] = k.pop('database')
    for n, v in k.items():
        if v is not None: o[n] = str(v)
    o['user'] = o['user'] or 'root'
    o['host'] = o['host'] or '/var/run/postgresql'
    return o
def connect(dsn=None, connection_factory=None, cursor_factory=None, **k):
    if not dsn and not k: raise TypeError('missing dsn and no parameters')
    return (connection_factory or connection)(_options(dsn, k), cursor_factory)
def Binary(v): return bytes(v)
Date, Time, Timestamp = _datetime.date, _datetime.time, _datetime.datetime
from psycopg2 import errors, extensions
`;
