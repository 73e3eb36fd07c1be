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
import http.client as _http, socket, sys
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
    h = {'User-Agent': 'Python-urllib/%d.%d' % sys.version_info[:2]}
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
    def __init__(self, handlers): self.addheaders = [('User-agent', 'Python-urllib/%d.%d' % sys.version_info[:2])]
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
