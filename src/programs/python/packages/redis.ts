/** redis-py as programs use it: RESP 2 over a socket, its names of errors. Simplified: a pipeline is no transaction. */
export const REDIS_CLIENT = String.raw`
import socket as _socket
__version__ = '7.1.0'
class RedisError(Exception): pass
class ConnectionError(RedisError): pass
class TimeoutError(RedisError): pass
class BusyLoadingError(ConnectionError): pass
class AuthenticationError(ConnectionError): pass
class ResponseError(RedisError): pass
class DataError(RedisError): pass
class WatchError(RedisError): pass

def _pack(args):
    out = [b'*%d\r\n' % len(args)]
    for a in args:
        if not isinstance(a, bytes):
            if isinstance(a, bool) or not isinstance(a, (str, int, float)):
                raise DataError("Invalid input of type: '%s'. Convert to a bytes, string, int or float first." % type(a).__name__)
            a = str(a).encode()
        out.append(b'$%d\r\n' % len(a) + a + b'\r\n')
    return b''.join(out)

class _Connection:
    def __init__(self, redis): self._r, self._s, self._in = redis, None, b''
    def open(self):
        if self._s:
            return
        r = self._r
        s = _socket.socket()
        s.settimeout(r._connect_timeout)
        try:
            s.connect((r.host, r.port))
        except OSError as e:
            if isinstance(e, _socket.timeout):
                raise TimeoutError('Timeout connecting to server')
            if isinstance(e, _socket.gaierror):
                raise ConnectionError('Error %d connecting to %s:%d. %s.' % (e.args[0], r.host, r.port, e.args[1]))
            raise ConnectionError('Error %s connecting to %s:%d. %s.' % (e.args[0], r.host, r.port, e.args[1] if len(e.args) > 1 else e))
        s.settimeout(r._timeout)
        self._s, self._in = s, b''
        if r._password:
            self.ask(('AUTH', r._password) if not r._username else ('AUTH', r._username, r._password))
        if r.db:
            self.ask(('SELECT', r.db))
    def close(self):
        if self._s:
            self._s.close()
        self._s = None
    def send(self, data):
        try:
            self._s.sendall(data)
        except OSError as e:
            self.close()
            raise ConnectionError('Error %s while writing to socket. %s.' % (e.args[0], e.args[-1]))
    def ask(self, args):
        self.send(_pack(args))
        return self.read()
    def _more(self):
        try:
            got = self._s.recv(65536)
        except OSError as e:
            self.close()
            if isinstance(e, _socket.timeout):
                raise TimeoutError('Timeout reading from socket')
            raise ConnectionError('Error while reading from %s:%d : %s' % (self._r.host, self._r.port, e.args))
        if not got:
            self.close()
            raise ConnectionError('Connection closed by server.')
        self._in += got
    def _line(self):
        while b'\r\n' not in self._in:
            self._more()
        line, _, self._in = self._in.partition(b'\r\n')
        return line
    def read(self):
        line = self._line()
        kind, rest = line[:1], line[1:]
        if kind == b'+':
            return rest
        if kind == b':':
            return int(rest)
        if kind == b'-':
            text = rest.decode()
            if text.startswith('ERR '):
                text = text[4:]
            return AuthenticationError(text) if text.startswith(('NOAUTH', 'WRONGPASS')) else ResponseError(text)
        n = int(rest)
        if n < 0:
            return None
        if kind == b'*':
            return [self.read() for _ in range(n)]
        while len(self._in) < n + 2:
            self._more()
        data, self._in = self._in[:n], self._in[n + 2:]
        return data

def _pairs(l):
    return {l[i]: l[i + 1] for i in range(0, len(l), 2)}
_OK = lambda v: v == b'OK'
_MAKE = {'SET': lambda v: v == b'OK' if v is not None else None, 'HGETALL': _pairs, 'EXPIRE': bool, 'PERSIST': bool, 'SISMEMBER': bool, 'HEXISTS': bool, 'SMEMBERS': set, 'MSET': _OK,
    'FLUSHALL': _OK, 'FLUSHDB': _OK, 'RENAME': _OK, 'SETNX': bool, 'SETEX': _OK, 'LSET': _OK, 'LTRIM': _OK, 'SELECT': _OK, 'HMSET': _OK,
    'ZSCORE': lambda v: None if v is None else float(v), 'ZINCRBY': float, 'INCRBYFLOAT': float, 'PING': lambda v: v == b'PONG'}

class Redis:
    def __init__(self, host='localhost', port=6379, db=0, password=None, username=None, decode_responses=False, socket_timeout=None,
                 socket_connect_timeout=None, charset='utf-8', encoding='utf-8', **k):
        self.host, self.port, self.db, self._password, self._username = host, int(port), int(db), password, username
        self._decode, self._timeout, self._connect_timeout = decode_responses, socket_timeout, socket_connect_timeout or socket_timeout
        self._c = _Connection(self)
    @classmethod
    def from_url(cls, url, **k):
        rest = url.split('://', 1)[1]
        rest, _, db = rest.partition('/')
        who, at, where = rest.rpartition('@')
        host, _, port = where.partition(':')
        user, _, password = who.partition(':')
        return cls(host=host or 'localhost', port=int(port or 6379), db=int(db or 0), username=user or None, password=password or None, **k)
    def _decoded(self, v):
        if isinstance(v, bytes) and self._decode:
            return v.decode()
        if isinstance(v, list):
            return [self._decoded(x) for x in v]
        if isinstance(v, dict):
            return {self._decoded(a): self._decoded(b) for a, b in v.items()}
        return {self._decoded(x) for x in v} if isinstance(v, set) else v
    def _made(self, name, v):
        if isinstance(v, Exception):
            raise v
        if name == 'TYPE':
            return v if not self._decode else v.decode()
        return self._decoded(_MAKE[name](v) if name in _MAKE else v)
    def execute_command(self, *args):
        self._c.open()
        return self._made(args[0].upper(), self._c.ask(args))
    def close(self): self._c.close()
    def pipeline(self, transaction=True): return Pipeline(self)
    def ping(self): return self.execute_command('PING')
    def set(self, name, value, ex=None, px=None, nx=False, xx=False):
        args = ['SET', name, value]
        if ex is not None: args += ['EX', ex]
        if px is not None: args += ['PX', px]
        if nx: args.append('NX')
        if xx: args.append('XX')
        return self.execute_command(*args)
    def incr(self, name, amount=1): return self.execute_command('INCRBY', name, amount)
    incrby = incr
    def decr(self, name, amount=1): return self.execute_command('DECRBY', name, amount)
    def delete(self, *names): return self.execute_command('DEL', *names)
    def mset(self, mapping): return self.execute_command('MSET', *[x for p in mapping.items() for x in p])
    def mget(self, keys, *more): return self.execute_command('MGET', *(list(keys) if isinstance(keys, (list, tuple)) else [keys]) + list(more))
    def keys(self, pattern='*'): return self.execute_command('KEYS', pattern)
    def hset(self, name, key=None, value=None, mapping=None):
        args = [] if key is None else [key, value]
        for k, v in (mapping or {}).items():
            args += [k, v]
        return self.execute_command('HSET', name, *args)
    def lrange(self, name, start, end): return self.execute_command('LRANGE', name, start, end)
    def zadd(self, name, mapping, **k): return self.execute_command('ZADD', name, *[x for m, s in mapping.items() for x in (s, m)])
    def zrange(self, name, start, end, desc=False, withscores=False):
        l = self.execute_command('ZREVRANGE' if desc else 'ZRANGE', name, start, end, *(['WITHSCORES'] if withscores else []))
        return [(l[i], float(l[i + 1])) for i in range(0, len(l), 2)] if withscores else l
    def zrevrange(self, name, start, end, withscores=False): return self.zrange(name, start, end, True, withscores)
    def scan_iter(self, match='*', count=None): return iter(self.keys(match))
    def info(self, section=None):
        text = self.execute_command('INFO', *([section] if section else []))
        text = text if isinstance(text, str) else text.decode()
        return dict([tuple(l.split(':', 1)) for l in text.split('\r\n') if ':' in l])
    def __getattr__(self, name):
        if name.startswith('_') or name not in _PLAIN:
            raise AttributeError("'Redis' object has no attribute '%s'" % name)
        return lambda *a: self.execute_command(name, *a)
_PLAIN = ('get getset getdel append strlen exists expire ttl pttl persist type rename setnx setex incrbyfloat lpush rpush lpop rpop llen lindex lset lrem ltrim '
    'sadd srem smembers sismember scard spop sinter sunion sdiff hget hgetall hdel hkeys hvals hlen hexists hincrby hmget zscore zrem zcard zincrby zrank '
    'dbsize flushall flushdb publish echo time randomkey blpop brpop').split(' ')
StrictRedis = Redis
def from_url(url, **k): return Redis.from_url(url, **k)

class Pipeline(Redis):
    def __init__(self, redis): self._r, self._all, self._decode = redis, [], redis._decode
    def execute_command(self, *args):
        self._all.append(args)
        return self
    def execute(self):
        all, self._all = self._all, []
        c = self._r._c
        c.open()
        c.send(b''.join([_pack(a) for a in all]))
        answers = [c.read() for _ in all]
        for a in answers:
            if isinstance(a, Exception):
                raise a
        return [self._made(a[0].upper(), v) for a, v in zip(all, answers)]
    def __enter__(self): return self
    def __exit__(self, *a): self._all = []
`;
/** redis.exceptions */
export const REDIS_EXCEPTIONS =
  'from redis import RedisError, ConnectionError, TimeoutError, BusyLoadingError, AuthenticationError, ResponseError, DataError, WatchError\n';
