/** redis.connection: one connection that speaks RESP2, and the pool that keeps them. */
export const REDIS_CONNECTION = String.raw`
import socket
from urllib.parse import urlparse, unquote, parse_qs
from redis.backoff import NoBackoff
from redis.exceptions import *
from redis.retry import Retry

_NUMBERS = (int, float)
class Encoder:
    def __init__(self, encoding='utf-8', encoding_errors='strict', decode_responses=False):
        self.encoding, self.encoding_errors, self.decode_responses = encoding, encoding_errors, decode_responses
    def encode(self, value):
        if isinstance(value, (bytes, bytearray)):
            return bytes(value)
        if isinstance(value, bool):
            raise DataError("Invalid input of type: 'bool'. Convert to a bytes, string, int or float first.")
        if isinstance(value, _NUMBERS):
            return repr(value).encode()
        if not isinstance(value, str):
            raise DataError("Invalid input of type: '%s'. Convert to a bytes, string, int or float first." % type(value).__name__)
        return value.encode(self.encoding, self.encoding_errors)
    def decode(self, value, force=False):
        return value.decode(self.encoding, self.encoding_errors) if isinstance(value, bytes) and (self.decode_responses or force) else value

def _pack(encoder, args):
    words = []
    for a in args:
        words += [a] if not isinstance(a, str) or len(words) else a.split(' ')
    out = [b'*%d\r\n' % len(words)]
    for a in words:
        a = encoder.encode(a)
        out.append(b'$%d\r\n' % len(a) + a + b'\r\n')
    return b''.join(out)

_CODES = {'ERR': ResponseError, 'EXECABORT': ExecAbortError, 'LOADING': BusyLoadingError, 'NOSCRIPT': NoScriptError, 'READONLY': ReadOnlyError, 'NOAUTH': AuthenticationError,
    'NOPERM': NoPermissionError, 'OOM': OutOfMemoryError, 'WRONGPASS': AuthenticationError}
def _error(text):
    code, _, rest = text.partition(' ')
    if code == 'ERR':
        if rest == 'Client sent AUTH, but no password is set' or rest.startswith('AUTH <password> called without any password configured'): return AuthenticationError(rest)
        if rest.startswith("wrong number of arguments for 'auth' command"): return AuthenticationWrongNumberOfArgsError(rest)
        if rest == 'max number of clients reached': return ConnectionError(rest)
        return ResponseError(rest)
    if code in _CODES:
        return _CODES[code](rest)
    return ResponseError(text)

class Connection:
    def __init__(self, host='localhost', port=6379, db=0, username=None, password=None, socket_timeout=None, socket_connect_timeout=None, socket_keepalive=False,
                 socket_keepalive_options=None, retry_on_timeout=False, retry_on_error=None, encoding='utf-8', encoding_errors='strict', decode_responses=False,
                 health_check_interval=0, client_name=None, lib_name='redis-py', lib_version=None, retry=None, protocol=2, path=None, **k):
        self.host, self.port, self.db, self.username, self.password = host, int(port), db, username, password
        self.socket_timeout, self.socket_connect_timeout = socket_timeout, socket_connect_timeout if socket_connect_timeout is not None else socket_timeout
        self.client_name, self.health_check_interval, self.path = client_name, health_check_interval, path
        self.encoder = Encoder(encoding, encoding_errors, decode_responses)
        errors = list(retry_on_error or []) + ([TimeoutError] if retry_on_timeout else [])
        self.retry = retry or Retry(NoBackoff(), 1 if errors else 0)
        if errors: self.retry.update_supported_errors(errors)
        self._sock, self._buffer = None, b''
        self.queued = False
    def __repr__(self): return '<redis.connection.Connection(host=%s,port=%s,db=%s)>' % (self.host, self.port, self.db)
    @property
    def is_connected(self): return self._sock is not None
    def connect(self):
        if self._sock:
            return
        try:
            sock = socket.socket()
            sock.settimeout(self.socket_connect_timeout)
            sock.connect((self.host, self.port))
        except socket.timeout:
            raise TimeoutError('Timeout connecting to server')
        except OSError as e:
            if len(e.args) == 1:
                raise ConnectionError('Error %s connecting to %s:%s.' % (e.args[0], self.host, self.port))
            raise ConnectionError('Error %s connecting to %s:%s. %s.' % (e.args[0], self.host, self.port, e.args[1]))
        sock.settimeout(self.socket_timeout)
        self._sock, self._buffer = sock, b''
        try:
            self.on_connect()
        except RedisError:
            self.disconnect()
            raise
    def on_connect(self):
        if self.username or self.password:
            self.ask('AUTH', *([self.username] if self.username else []), self.password or '')
        if self.client_name:
            self.ask('CLIENT', 'SETNAME', self.client_name)
        if self.db:
            self.ask('SELECT', self.db)
    def disconnect(self, *args):
        if self._sock:
            self._sock.close()
        self._sock = None
    def ask(self, *args):
        self.send_command(*args)
        return self.read_response()
    def send_packed_command(self, data):
        self.connect()
        try:
            self._sock.sendall(data)
        except socket.timeout:
            self.disconnect()
            raise TimeoutError('Timeout writing to socket')
        except OSError as e:
            self.disconnect()
            raise ConnectionError('Error %s while writing to socket. %s.' % (e.args[0], e.args[-1]))
    def send_command(self, *args): self.send_packed_command(_pack(self.encoder, args))
    def _more(self):
        try:
            got = self._sock.recv(65536)
        except socket.timeout:
            self.disconnect()
            raise TimeoutError('Timeout reading from socket')
        except OSError as e:
            self.disconnect()
            raise ConnectionError('Error while reading from %s:%s : %s' % (self.host, self.port, e.args))
        if not got:
            self.disconnect()
            raise ConnectionError('Connection closed by server.')
        self._buffer += got
    # True once something is there to be read, the end of the connection too.
    def can_read(self, timeout=0):
        if self._buffer:
            return True
        self.connect()
        try:
            self._sock.settimeout(timeout)
            got = self._sock.recv(65536)
            if not got:
                self.disconnect()
                raise ConnectionError('Connection closed by server.')
            self._buffer += got
            return True
        except (BlockingIOError, socket.timeout):
            return False
        except OSError as e:
            self.disconnect()
            raise ConnectionError('Error while reading from %s:%s : %s' % (self.host, self.port, e.args))
        finally:
            if self._sock: self._sock.settimeout(self.socket_timeout)
    def _line(self):
        while b'\r\n' not in self._buffer:
            self._more()
        line, _, self._buffer = self._buffer.partition(b'\r\n')
        return line
    def read_response(self, disable_decoding=False):
        value = self._read(disable_decoding)
        if isinstance(value, Exception):
            raise value
        return value
    def _read(self, plain=False):
        line = self._line()
        kind, rest = line[:1], line[1:]
        if kind == b'+':
            return rest if plain else self.encoder.decode(rest)
        if kind == b':':
            return int(rest)
        if kind == b'-':
            return _error(rest.decode('utf-8', 'replace'))
        n = int(rest)
        if n < 0:
            return None
        if kind == b'*':
            return [self._read(plain) for _ in range(n)]
        while len(self._buffer) < n + 2:
            self._more()
        data, self._buffer = self._buffer[:n], self._buffer[n + 2:]
        return data if plain else self.encoder.decode(data)

def parse_url(url):
    if not url.startswith(('redis://', 'rediss://', 'unix://')):
        raise ValueError('Redis URL must specify one of the following schemes (redis://, rediss://, unix://)')
    u = urlparse(url)
    out = {}
    for k, v in parse_qs(u.query).items():
        v = v[0]
        out[k] = int(v) if k in ('db', 'max_connections', 'health_check_interval') else float(v) if k in ('socket_timeout', 'socket_connect_timeout', 'timeout') \
            else v.lower() in ('true', '1', 'yes', 't', 'y', 'on') if k in ('decode_responses', 'socket_keepalive', 'retry_on_timeout') else v
    if u.username: out['username'] = unquote(u.username)
    if u.password: out['password'] = unquote(u.password)
    if u.hostname: out['host'] = unquote(u.hostname)
    if u.port: out['port'] = int(u.port)
    if u.path and 'db' not in out:
        try:
            out['db'] = int(unquote(u.path).replace('/', ''))
        except (AttributeError, ValueError): pass
    return out

class ConnectionPool:
    def __init__(self, connection_class=Connection, max_connections=None, **connection_kwargs):
        max_connections = max_connections or 2 ** 31
        if not isinstance(max_connections, int) or max_connections < 0:
            raise ValueError('"max_connections" must be a positive integer')
        self.connection_class, self.connection_kwargs, self.max_connections = connection_class, connection_kwargs, max_connections
        self._free, self._used = [], []
    @classmethod
    def from_url(cls, url, **kwargs):
        kwargs.update(parse_url(url))
        return cls(**kwargs)
    def __repr__(self):
        k = self.connection_kwargs
        return '<redis.connection.ConnectionPool(<redis.connection.Connection(host=%s,port=%s,db=%s)>)>' % (k.get('host', 'localhost'), k.get('port', 6379), k.get('db', 0))
    def get_encoder(self):
        k = self.connection_kwargs
        return Encoder(k.get('encoding', 'utf-8'), k.get('encoding_errors', 'strict'), k.get('decode_responses', False))
    def get_connection(self, *args):
        if self._free:
            c = self._free.pop()
        elif len(self._used) >= self.max_connections:
            raise MaxConnectionsError('Too many connections')
        else:
            c = self.connection_class(**self.connection_kwargs)
        self._used.append(c)
        try:
            c.retry.call_with_retry(c.connect, c.disconnect)
            try:
                if c.can_read(): raise ConnectionError('Connection has data')
            except (ConnectionError, OSError):
                c.disconnect()
                c.connect()
        except Exception:
            self.release(c)
            raise
        return c
    def release(self, connection):
        if connection in self._used:
            self._used.remove(connection)
            self._free.append(connection)
    def disconnect(self, inuse_connections=True):
        for c in self._free + (self._used if inuse_connections else []): c.disconnect()
    def close(self): self.disconnect()
    def reset(self): self._free, self._used = [], []
class BlockingConnectionPool(ConnectionPool):
    def __init__(self, max_connections=50, timeout=20, **k):
        super().__init__(max_connections=max_connections, **k)
        self.timeout = timeout
`;
