/** http/client.py. Simplified: https travels in plain text; the simulated network has no TLS of its own. */
export const HTTP_CLIENT = String.raw`
import socket as _socket
from http import HTTPStatus
HTTP_PORT, HTTPS_PORT = 80, 443
responses = {s.value: s.phrase for s in HTTPStatus._all}
class HTTPException(Exception): pass
class NotConnected(HTTPException): pass
class InvalidURL(HTTPException): pass
class ResponseNotReady(HTTPException): pass
class BadStatusLine(HTTPException):
    def __init__(self, line):
        super().__init__(line)
        self.line = line
class RemoteDisconnected(ConnectionResetError):
    def __str__(self): return str(self.args[0])
class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        super().__init__(partial)
        self.partial, self.expected = partial, expected
    def __str__(self): return 'IncompleteRead(%d bytes read%s)' % (len(self.partial), '' if self.expected is None else ', %d more expected' % self.expected)
class HTTPMessage:
    def __init__(self, pairs=()): self._all = list(pairs)
    def get(self, k, d=None):
        for n, v in self._all:
            if n.lower() == k.lower(): return v
        return d
    def get_all(self, k, d=None): return [v for n, v in self._all if n.lower() == k.lower()] or d
    def __getitem__(self, k): return self.get(k)
    def __contains__(self, k): return self.get(k) is not None
    def keys(self): return [n for n, v in self._all]
    def values(self): return [v for n, v in self._all]
    def items(self): return list(self._all)
    def __iter__(self): return iter(self.keys())
    def __len__(self): return len(self._all)
    def get_content_type(self): return (self.get('Content-Type') or 'text/plain').split(';')[0].strip()
    def get_content_charset(self, failobj=None):
        for p in (self.get('Content-Type') or '').split(';')[1:]:
            k, _, v = p.strip().partition('=')
            if k.lower() == 'charset': return v.strip('"').lower()
        return failobj
    def __str__(self): return ''.join(['%s: %s\n' % p for p in self._all]) + '\n'
    as_string = __str__
class HTTPResponse:
    def __init__(self, sock, method='GET'):
        self._f, self._s, self._method, self.closed = sock.makefile('rb'), sock, method, False
    def begin(self):
        while True:
            line = self._f.readline().decode()
            if not line: raise RemoteDisconnected('Remote end closed connection without response')
            parts = line.rstrip('\r\n').split(' ', 2)
            if not parts[0].startswith('HTTP/') or len(parts) < 2: raise BadStatusLine(line)
            pairs = []
            while True:
                l = self._f.readline().decode().rstrip('\r\n')
                if not l: break
                k, _, v = l.partition(':')
                pairs.append((k, v.strip()))
            if parts[1] != '100': break
        self.version = 10 if parts[0] == 'HTTP/1.0' else 11
        self.status = self.code = int(parts[1])
        self.reason = self.msg_text = parts[2] if len(parts) > 2 else ''
        self.headers = self.msg = HTTPMessage(pairs)
        self.chunked = (self.headers.get('Transfer-Encoding') or '').lower() == 'chunked'
        n = self.headers.get('Content-Length')
        self.length = 0 if self._method == 'HEAD' or self.status in (204, 304) else None if self.chunked or n is None else int(n)
        self._left, self._done = b'', self.length == 0
    def _chunk(self):
        line = self._f.readline().decode().strip()
        n = int(line.split(';')[0], 16) if line else 0
        data = self._f.read(n)
        self._f.readline()
        if n == 0: self._done = True
        return data
    def read(self, amt=None):
        if self.chunked:
            while not self._done and (amt is None or len(self._left) < amt): self._left += self._chunk()
            n = len(self._left) if amt is None else amt
            data, self._left = self._left[:n], self._left[n:]
            return data
        if self._done: return b''
        want = amt if self.length is None else self.length if amt is None else min(amt, self.length)
        data = self._f.read(-1 if want is None else want)
        if self.length is not None:
            self.length -= len(data)
            if amt is None and self.length: raise IncompleteRead(data, self.length)
            self._done = self.length == 0
        return data
    def readline(self):
        data = self.read() if not hasattr(self, '_lines') else b''
        if not hasattr(self, '_lines'): self._lines = data
        i = self._lines.find(b'\n') + 1 or len(self._lines)
        l, self._lines = self._lines[:i], self._lines[i:]
        return l
    def __iter__(self): return self
    def __next__(self):
        l = self.readline()
        if not l: raise StopIteration
        return l
    def getheader(self, k, d=None): return self.headers.get(k, d)
    def getheaders(self): return self.headers.items()
    def info(self): return self.headers
    def geturl(self): return self.url
    def getcode(self): return self.status
    def isclosed(self): return self._done
    def readable(self): return True
    def close(self): self.closed = True
    def __enter__(self): return self
    def __exit__(self, *a): self.close()
class HTTPConnection:
    default_port = 80
    def __init__(self, host, port=None, timeout=None, source_address=None, blocksize=16384):
        if port is None and ':' in host and host[-1:] != ']':
            host, _, p = host.rpartition(':')
            if not p.isdigit(): raise InvalidURL("nonnumeric port: '%s'" % p)
            port = int(p)
        self.host, self.port, self.timeout, self.sock = host, port or self.default_port, timeout, None
        self._pending = None
    def connect(self): self.sock = _socket.create_connection((self.host, self.port), self.timeout)
    def set_debuglevel(self, n): pass
    def close(self):
        if self.sock: self.sock.close()
        self.sock = None
    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        self._method = method
        self._head = ['%s %s HTTP/1.1' % (method, url or '/')]
        if not skip_host: self._head.append('Host: ' + self.host + ('' if self.port == self.default_port else ':%d' % self.port))
        if not skip_accept_encoding: self._head.append('Accept-Encoding: identity')
    def putheader(self, k, *v): self._head.append('%s: %s' % (k, ', '.join([x.decode() if isinstance(x, bytes) else str(x) for x in v])))
    def endheaders(self, body=None):
        if self.sock is None: self.connect()
        self.sock.sendall(('\r\n'.join(self._head) + '\r\n\r\n').encode() + (body or b''))
    def send(self, data):
        if self.sock is None: self.connect()
        self.sock.sendall(data)
    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        names = [k.lower() for k in headers]
        self.putrequest(method, url, 'host' in names, 'accept-encoding' in names)
        if isinstance(body, str): body = body.encode()
        elif body is not None and hasattr(body, 'read'): body = body.read()
        if 'content-length' not in names and (body is not None or method in ('POST', 'PUT', 'PATCH')): self.putheader('Content-Length', str(len(body or b'')))
        for k, v in headers.items(): self.putheader(k, v)
        self.endheaders(body)
    def getresponse(self):
        if self.sock is None: raise ResponseNotReady('Idle')
        r = HTTPResponse(self.sock, self._method)
        r.begin()
        if (r.headers.get('Connection') or '').lower() == 'close' or r.version == 10: self.sock = None
        return r
    def __enter__(self): return self
    def __exit__(self, *a): self.close()
class HTTPSConnection(HTTPConnection):
    default_port = 443
    def __init__(self, host, port=None, *, timeout=None, context=None, **k): super().__init__(host, port, timeout)
`;

/** http/__init__.py */
export const HTTP = String.raw`
class _Status(int):
    def __str__(self): return str(int(self))
    def __repr__(self): return '<HTTPStatus.%s: %d>' % (self.name, self.value)
    is_success = property(lambda s: 200 <= s.value < 300)
    is_client_error = property(lambda s: 400 <= s.value < 500)
    is_server_error = property(lambda s: 500 <= s.value < 600)
class _Statuses:
    def __init__(self): self._all, self._by = [], {}
    def __call__(self, value):
        if int(value) not in self._by: raise ValueError('%r is not a valid HTTPStatus' % value)
        return self._by[int(value)]
    def __iter__(self): return iter(self._all)
    def _of(self, value, name, phrase):
        s = _Status(value)
        s.value, s.name, s.phrase = value, name, phrase
        self._all.append(s)
        self._by[value] = s
        setattr(self, name, s)
HTTPStatus = _Statuses()
for _line in '''100 Continue,101 Switching Protocols,200 OK,201 Created,202 Accepted,203 Non-Authoritative Information,204 No Content,205 Reset Content,206 Partial Content,
300 Multiple Choices,301 Moved Permanently,302 Found,303 See Other,304 Not Modified,307 Temporary Redirect,308 Permanent Redirect,400 Bad Request,401 Unauthorized,402 Payment Required,
403 Forbidden,404 Not Found,405 Method Not Allowed,406 Not Acceptable,407 Proxy Authentication Required,408 Request Timeout,409 Conflict,410 Gone,411 Length Required,412 Precondition Failed,
413 Request Entity Too Large,414 Request-URI Too Long,415 Unsupported Media Type,416 Requested Range Not Satisfiable,417 Expectation Failed,418 I'm a Teapot,422 Unprocessable Entity,
425 Too Early,429 Too Many Requests,500 Internal Server Error,501 Not Implemented,502 Bad Gateway,503 Service Unavailable,504 Gateway Timeout,505 HTTP Version Not Supported'''.replace('\n', '').split(','):
    _n, _, _p = _line.partition(' ')
    HTTPStatus._of(int(_n), _p.upper().replace(' ', '_').replace('-', '_').replace("'", ''), _p)
class HTTPMethod:
    GET, POST, PUT, DELETE, PATCH, HEAD, OPTIONS = 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'
`;
