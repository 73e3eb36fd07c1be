/** urllib/parse.py */
export const URLLIB_PARSE = String.raw`
uses_netloc = ['', 'ftp', 'http', 'https', 'ws', 'wss', 'file', 'git', 'redis', 'postgresql', 'postgres', 'mysql', 'amqp']
_SAFE = set(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')
def quote(s, safe='/', encoding=None, errors=None):
    data = s if isinstance(s, (bytes, bytearray)) else s.encode()
    keep = set(safe.encode() if isinstance(safe, str) else safe)
    return ''.join([chr(b) if b in _SAFE or b in keep else '%%%02X' % b for b in data])
def quote_plus(s, safe='', encoding=None, errors=None):
    return quote(s, safe if isinstance(s, bytes) else safe + ' ').replace(' ', '+')
quote_from_bytes = quote
def unquote_to_bytes(s):
    data = s.encode() if isinstance(s, str) else s
    parts = data.split(b'%')
    out = [parts[0]]
    for p in parts[1:]:
        try:
            out.append(bytes([int(p[:2].decode(), 16)]) + p[2:])
        except ValueError:
            out.append(b'%' + p)
    return b''.join(out)
def unquote(s, encoding='utf-8', errors='replace'):
    if '%' not in s: return s
    try:
        return unquote_to_bytes(s).decode()
    except (UnicodeError, ValueError):
        return ''.join([chr(b) if b < 128 else '\ufffd' for b in unquote_to_bytes(s)])
def unquote_plus(s, encoding='utf-8', errors='replace'): return unquote(s.replace('+', ' '))
def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    out = []
    for k, v in (query.items() if hasattr(query, 'items') else query):
        k = quote_via(k if isinstance(k, (str, bytes)) else str(k), safe)
        if doseq and isinstance(v, (list, tuple)):
            for x in v: out.append(k + '=' + quote_via(x if isinstance(x, (str, bytes)) else str(x), safe))
        else: out.append(k + '=' + quote_via(v if isinstance(v, (str, bytes)) else str(v), safe))
    return '&'.join(out)
def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    out = []
    for pair in qs.split(separator):
        if not pair: continue
        k, eq, v = pair.partition('=')
        if not eq and strict_parsing: raise ValueError('bad query field: %r' % pair)
        if v or keep_blank_values: out.append((unquote_plus(k), unquote_plus(v)))
    return out
def parse_qs(qs, keep_blank_values=False, **k):
    d = {}
    for name, v in parse_qsl(qs, keep_blank_values, **k): d.setdefault(name, []).append(v)
    return d

class _Result(tuple):
    def _at(self, name): return self[self._fields.index(name)]
    scheme = property(lambda s: s._at('scheme')); netloc = property(lambda s: s._at('netloc')); path = property(lambda s: s._at('path'))
    query = property(lambda s: s._at('query')); fragment = property(lambda s: s._at('fragment'))
    @property
    def _host(self):
        info, _, host = self.netloc.rpartition('@')
        if host[:1] == '[':
            name, _, rest = host[1:].partition(']')
            return name, rest[1:]
        name, _, port = host.partition(':')
        return name, port
    @property
    def hostname(self): return self._host[0].lower() or None
    @property
    def port(self):
        p = self._host[1]
        if not p: return None
        if not p.isdigit(): raise ValueError('Port could not be cast to integer value as %r' % p)
        if int(p) > 65535: raise ValueError('Port out of range 0-65535')
        return int(p)
    @property
    def username(self):
        info, at, _ = self.netloc.rpartition('@')
        return info.partition(':')[0] if at else None
    @property
    def password(self):
        info, at, _ = self.netloc.rpartition('@')
        user, colon, word = info.partition(':')
        return word if colon else None
    def _asdict(self): return dict(zip(self._fields, tuple(self)))
    def _replace(self, **k): return type(self)([k.get(n, v) for n, v in zip(self._fields, tuple(self))])
    def __str__(self): return self.__repr__()
    def __repr__(self): return '%s(%s)' % (type(self).__name__, ', '.join(['%s=%r' % p for p in zip(self._fields, tuple(self))]))
class SplitResult(_Result):
    _fields = ('scheme', 'netloc', 'path', 'query', 'fragment')
    def geturl(self): return urlunsplit(self)
class ParseResult(_Result):
    _fields = ('scheme', 'netloc', 'path', 'params', 'query', 'fragment')
    params = property(lambda s: s._at('params'))
    def geturl(self): return urlunparse(self)
class DefragResult(_Result):
    _fields = ('url', 'fragment')
    url = property(lambda s: s[0])
def urlsplit(url, scheme='', allow_fragments=True):
    url = url.strip()
    i = url.find(':')
    if i > 0 and url[0].isalpha() and all([c.isalpha() or c.isdigit() or c in '+-.' for c in url[:i]]):
        scheme, url = url[:i].lower(), url[i + 1:]
    netloc = query = fragment = ''
    if url[:2] == '//':
        ends = [j for j in [url.find(c, 2) for c in '/?#'] if j >= 0]
        j = min(ends) if ends else len(url)
        netloc, url = url[2:j], url[j:]
    if allow_fragments: url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    return SplitResult((scheme, netloc, url, query, fragment))
def urlparse(url, scheme='', allow_fragments=True):
    s, n, p, q, f = urlsplit(url, scheme, allow_fragments)
    params = ''
    last = p.rfind('/')
    if ';' in p[last + 1:]:
        j = p.find(';', last + 1)
        p, params = p[:j], p[j + 1:]
    return ParseResult((s, n, p, params, q, f))
def urlunsplit(parts):
    scheme, netloc, url, query, fragment = tuple(parts)
    if netloc or (scheme and scheme in uses_netloc and url[:2] != '//' and scheme == 'file'):
        if url and url[:1] != '/': url = '/' + url
        url = '//' + netloc + url
    if scheme: url = scheme + ':' + url
    return url + ('?' + query if query else '') + ('#' + fragment if fragment else '')
def urlunparse(parts):
    scheme, netloc, url, params, query, fragment = tuple(parts)
    return urlunsplit((scheme, netloc, url + (';' + params if params else ''), query, fragment))
def urljoin(base, url, allow_fragments=True):
    if not base: return url
    if not url: return base
    bs, bn, bp, bq, bf = urlsplit(base)
    s, n, p, q, f = urlsplit(url, bs)
    if s != bs: return url
    if n: return urlunsplit((s, n, p, q, f))
    if not p: return urlunsplit((s, bn, bp, q or bq, f))
    parts = p.split('/') if p[:1] == '/' else bp.split('/')[:-1] + p.split('/')
    out = []
    for c in parts:
        if c == '..':
            if len(out) > 1: out.pop()
        elif c != '.': out.append(c)
    if parts[-1] in ('.', '..'): out.append('')
    path = '/'.join(out)
    if bn and path[:1] != '/': path = '/' + path
    return urlunsplit((s, bn, path, q, f))
def urldefrag(url):
    u, _, f = url.partition('#')
    return DefragResult((u, f))
`;

/** urllib/error.py */
export const URLLIB_ERROR = String.raw`
class URLError(OSError):
    def __init__(self, reason, filename=None):
        super().__init__(reason)
        self.reason = reason
    def __str__(self): return '<urlopen error %s>' % self.reason
class HTTPError(URLError):
    def __init__(self, url, code, msg, hdrs, fp):
        super().__init__(msg)
        self.url = self.filename = url
        self.code = self.status = code
        self.msg = self.reason = msg
        self.headers = self.hdrs = hdrs
        self.fp = fp
    def read(self, *a): return self.fp.read(*a) if self.fp else b''
    def close(self): pass
    def info(self): return self.headers
    def getcode(self): return self.code
    def geturl(self): return self.url
    def __str__(self): return 'HTTP Error %s: %s' % (self.code, self.msg)
    def __repr__(self): return '<HTTPError %s: %r>' % (self.code, self.msg)
class ContentTooShortError(URLError): pass
`;

/** urllib/request.py */
export const URLLIB_REQUEST = String.raw`
import http.client as _http, socket
from urllib.parse import urlparse as _urlparse, urljoin as _urljoin, quote, unquote
from urllib.error import URLError, HTTPError
class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url, self.data, self.headers, self.method = url, data, {}, method
        for k, v in headers.items(): self.add_header(k, v)
        p = _urlparse(url)
        if not p.scheme: raise ValueError('unknown url type: %r' % url)
        self.type, self.host, self.selector = p.scheme, p.netloc, (p.path or '/') + ('?' + p.query if p.query else '')
    def add_header(self, k, v): self.headers[k.capitalize()] = v
    add_unredirected_header = add_header
    def has_header(self, k): return k in self.headers
    def get_header(self, k, d=None): return self.headers.get(k, d)
    def header_items(self): return list(self.headers.items())
    def get_method(self): return self.method or ('POST' if self.data is not None else 'GET')
    def get_full_url(self): return self.full_url
def urlopen(url, data=None, timeout=None, *, cafile=None, capath=None, cadefault=False, context=None):
    r = url if isinstance(url, Request) else Request(url, data)
    if data is not None: r.data = data
    return _open(r, timeout, 0)
def _open(r, timeout, hops):
    if r.type not in ('http', 'https'): raise URLError('unknown url type: ' + r.type)
    if r.data is not None and not isinstance(r.data, (bytes, bytearray)):
        raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.')
    p = _urlparse(r.full_url)
    c = (_http.HTTPSConnection if r.type == 'https' else _http.HTTPConnection)(p.hostname, p.port, timeout=timeout)
    h = {'User-Agent': 'Python-urllib/3.12'}
    if r.data is not None: h['Content-Type'] = 'application/x-www-form-urlencoded'
    h.update({('-'.join([w.capitalize() for w in k.split('-')])): v for k, v in r.headers.items()})
    h['Connection'] = 'close'
    try:
        c.request(r.get_method(), r.selector, bytes(r.data) if r.data is not None else None, h)
    except OSError as e:
        raise URLError(e)
    a = c.getresponse()
    a.url = r.full_url
    if a.status in (301, 302, 303, 307, 308) and a.headers.get('Location') and (r.get_method() in ('GET', 'HEAD') or a.status < 304):
        if hops >= 10: raise HTTPError(r.full_url, a.status, 'The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error message was:\n' + a.reason, a.headers, a)
        return _open(Request(_urljoin(r.full_url, a.headers['Location']), None, {k: v for k, v in r.headers.items() if not k.lower().startswith('content-')}), timeout, hops + 1)
    if not 200 <= a.status < 300: raise HTTPError(r.full_url, a.status, a.reason, a.headers, a)
    return a
def urlretrieve(url, filename=None, reporthook=None, data=None):
    import tempfile
    r = urlopen(url, data)
    filename = filename or tempfile.mktemp()
    with open(filename, 'wb') as f: f.write(r.read())
    return filename, r.headers
class _Opener:
    def __init__(self, handlers): self.addheaders = [('User-agent', 'Python-urllib/3.12')]
    def open(self, url, data=None, timeout=None):
        r = url if isinstance(url, Request) else Request(url, data)
        for k, v in self.addheaders: r.headers.setdefault(k.capitalize(), v)
        return urlopen(r, data, timeout)
def build_opener(*handlers): return _Opener(handlers)
def install_opener(o): pass
class ProxyHandler:
    def __init__(self, proxies=None): pass
class HTTPHandler(ProxyHandler): pass
class HTTPCookieProcessor(ProxyHandler): pass
`;

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
