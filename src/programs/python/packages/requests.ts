/** requests over http.client. Simplified: no streaming of uploads, no proxies, no client certificates. */
export const REQUESTS = String.raw`
import http.client as _http, json as _json, socket as _socket, time as _time, base64 as _base64
from urllib.parse import urlparse as _urlparse, urljoin as _urljoin, urlencode as _urlencode, quote as _quote
from requests.exceptions import *
from requests import exceptions
__version__ = '2.32.5'
class CaseInsensitiveDict:
    def __init__(self, data=None, **k):
        self._d = {}
        self.update(data or {}, **k)
    def __setitem__(self, k, v): self._d[k.lower()] = (k, v)
    def __getitem__(self, k): return self._d[k.lower()][1]
    def __delitem__(self, k): del self._d[k.lower()]
    def __contains__(self, k): return k.lower() in self._d
    def get(self, k, d=None): return self._d[k.lower()][1] if k.lower() in self._d else d
    def pop(self, k, *d): return self._d.pop(k.lower(), *d)
    def setdefault(self, k, d=None):
        if k not in self: self[k] = d
        return self[k]
    def update(self, data=(), **k):
        for n, v in list(data.items() if hasattr(data, 'items') else data) + list(k.items()): self[n] = v
    def keys(self): return [k for k, v in self._d.values()]
    def values(self): return [v for k, v in self._d.values()]
    def items(self): return list(self._d.values())
    def copy(self): return CaseInsensitiveDict(self.items())
    def __iter__(self): return iter(self.keys())
    def __len__(self): return len(self._d)
    def __eq__(self, o): return dict(self.items()) == dict(o.items())
    def __repr__(self): return repr(dict(self.items()))
class _Codes: pass
codes = _Codes()
for _c, _p in _http.responses.items():
    setattr(codes, _p.lower().replace(' ', '_').replace('-', '_').replace("'", ''), _c)
codes.all_good = codes.ok
class RequestsCookieJar(dict):
    def set(self, k, v, **x): self[k] = v
    def get_dict(self, *a, **k): return dict(self.items())
class _Timedelta: pass
class PreparedRequest:
    def __init__(self, method, url, headers, body): self.method, self.url, self.headers, self.body = method, url, headers, body
    path_url = property(lambda s: (_urlparse(s.url).path or '/') + ('?' + _urlparse(s.url).query if _urlparse(s.url).query else ''))
    def __repr__(self): return '<PreparedRequest [%s]>' % self.method
class Response:
    def __init__(self): self.status_code, self.headers, self.url, self.reason, self.encoding, self.history, self.cookies, self.elapsed, self.request, self._body, self._raw = None, CaseInsensitiveDict(), None, None, None, [], RequestsCookieJar(), None, None, None, None
    @property
    def content(self):
        if self._body is None:
            try:
                self._body = self._raw.read()
            except _http.IncompleteRead as e: raise ChunkedEncodingError(e)
        return self._body
    @property
    def text(self):
        try:
            return self.content.decode()
        except UnicodeError: return ''.join([chr(b) for b in self.content])
    apparent_encoding = 'utf-8'
    @property
    def raw(self): return self._raw
    def json(self, **k):
        try:
            return _json.loads(self.text, **k)
        except ValueError as e:
            raise JSONDecodeError(e.msg, e.doc, e.pos)
    ok = property(lambda s: s.status_code < 400)
    is_redirect = property(lambda s: 'Location' in s.headers and s.status_code in (301, 302, 303, 307, 308))
    links = property(lambda s: {})
    def __bool__(self): return self.ok
    def raise_for_status(self):
        if 400 <= self.status_code < 600:
            raise HTTPError('%s %s Error: %s for url: %s' % (self.status_code, 'Client' if self.status_code < 500 else 'Server', self.reason, self.url), response=self)
    def iter_content(self, chunk_size=1, decode_unicode=False):
        d = self.content
        for i in range(0, len(d), chunk_size or len(d) or 1): yield d[i:i + (chunk_size or len(d))].decode() if decode_unicode else d[i:i + (chunk_size or len(d))]
    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        for l in self.content.split(b'\n'):
            l = l.rstrip(b'\r')
            if l: yield l.decode() if decode_unicode else l
    def __iter__(self): return self.iter_content(128)
    def close(self): pass
    def __enter__(self): return self
    def __exit__(self, *a): pass
    def __repr__(self): return '<Response [%s]>' % self.status_code
def _where(e, p, url, timeout, https):
    pool = 'HTTP%sConnectionPool(host=%r, port=%d)' % ('S' if https else '', p.hostname, p.port or (443 if https else 80))
    target = (p.path or '/') + ('?' + p.query if p.query else '')
    if isinstance(e, _socket.timeout):
        return pool, target, 'timeout'
    n = 'HTTP%sConnection' % ('S' if https else '')
    host = '(host=%r, port=%d)' % (p.hostname, p.port or (443 if https else 80))
    if isinstance(e, _socket.gaierror):
        return pool, target, 'NameResolutionError("%s%s: Failed to resolve %r ([Errno %d] %s)")' % (n, host, p.hostname, e.args[0], e.args[1])
    return pool, target, "NewConnectionError('<urllib3.connection.%s object at 0x7f%010x>: Failed to establish a new connection: [Errno %s] %s')" % (n, __hostcall('random') & 0xfffffff0, e.args[0], e.args[1] if len(e.args) > 1 else e)
class HTTPBasicAuth:
    def __init__(self, username, password): self.username, self.password = username, password
class Session:
    def __init__(self):
        self.headers = CaseInsensitiveDict([('User-Agent', 'python-requests/' + __version__), ('Accept-Encoding', 'gzip, deflate'), ('Accept', '*/*'), ('Connection', 'keep-alive')])
        self.cookies, self.auth, self.params, self.verify, self.max_redirects, self.proxies, self.trust_env = RequestsCookieJar(), None, {}, True, 30, {}, True
    def mount(self, prefix, adapter): pass
    def close(self): pass
    def __enter__(self): return self
    def __exit__(self, *a): pass
    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):
        url = url.decode() if isinstance(url, bytes) else str(url)
        p = _urlparse(url)
        if not p.scheme: raise MissingSchema("Invalid URL %r: No scheme supplied. Perhaps you meant https://%s?" % (url, url))
        if p.scheme not in ('http', 'https'): raise InvalidSchema('No connection adapters were found for %r' % url)
        if not p.hostname: raise InvalidURL("Invalid URL %r: No host supplied" % url)
        query = dict(self.params)
        if isinstance(params, (str, bytes)): extra = params if isinstance(params, str) else params.decode()
        else:
            pairs = list(query.items()) + [(k, v) for k, v in (params.items() if hasattr(params, 'items') else params or ()) if v is not None]
            extra = _urlencode(pairs, doseq=True)
        if extra: p = p._replace(query=p.query + '&' + extra if p.query else extra)
        p = p._replace(path=_quote(p.path or '/', safe="!#$%&'()*+,/:;=?@[]~"), fragment=p.fragment)
        url = p.geturl()
        h = self.headers.copy()
        for k, v in (headers or {}).items():
            if v is None: h.pop(k, None)
            else: h[k] = v
        body = None
        if files:
            mark, parts = '%032x' % (__hostcall('random') & 0x7fffffff), []
            for k, v in (data.items() if data else ()): parts.append(('--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (mark, k, v)).encode())
            for k, v in (files.items() if hasattr(files, 'items') else files):
                name, f = (v[0], v[1]) if isinstance(v, tuple) else (getattr(v, 'name', k).rsplit('/', 1)[-1] if not isinstance(v, (str, bytes)) else k, v)
                d = f.read() if hasattr(f, 'read') else f
                kind = '\r\nContent-Type: ' + v[2] if isinstance(v, tuple) and len(v) > 2 else ''
                parts.append(('--%s\r\nContent-Disposition: form-data; name="%s"; filename="%s"%s\r\n\r\n' % (mark, k, name, kind)).encode() + (d.encode() if isinstance(d, str) else d) + b'\r\n')
            body = b''.join(parts) + ('--%s--\r\n' % mark).encode()
            h['Content-Type'] = 'multipart/form-data; boundary=' + mark
        elif data:
            if isinstance(data, (str, bytes)): body = data.encode() if isinstance(data, str) else data
            elif hasattr(data, 'read'): body = data.read()
            else:
                body = _urlencode(data, doseq=True).encode()
                h.setdefault('Content-Type', 'application/x-www-form-urlencoded')
        elif json is not None:
            body = _json.dumps(json).encode()
            h.setdefault('Content-Type', 'application/json')
        auth = auth or self.auth or ((p.username, p.password) if p.username else None)
        if isinstance(auth, HTTPBasicAuth): auth = (auth.username, auth.password)
        if isinstance(auth, tuple): h['Authorization'] = 'Basic ' + _base64.b64encode(('%s:%s' % auth).encode()).decode()
        jar = dict(self.cookies.items())
        jar.update(cookies or {})
        if jar: h['Cookie'] = '; '.join(['%s=%s' % c for c in jar.items()])
        history = []
        while True:
            r = self._once(method.upper(), url, p, h, body, timeout)
            r.history = list(history)
            if not (allow_redirects and r.is_redirect): return r
            if len(history) >= self.max_redirects: raise TooManyRedirects('Exceeded %d redirects.' % self.max_redirects, response=r)
            history.append(r)
            url = _urljoin(url, r.headers['Location'])
            p = _urlparse(url)
            if r.status_code in (301, 302, 303) and method.upper() != 'HEAD' and not (r.status_code == 301 and method.upper() == 'GET'):
                method, body = 'GET', None
                h.pop('Content-Type', None), h.pop('Content-Length', None)
    def _once(self, method, url, p, h, body, timeout):
        start, https = _time.time(), p.scheme == 'https'
        connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        c = (_http.HTTPSConnection if https else _http.HTTPConnection)(p.hostname, p.port, timeout=connect)
        try:
            c.connect()
        except OSError as e:
            pool, target, why = _where(e, p, url, timeout, https)
            if why == 'timeout':
                raise ConnectTimeout("%s: Max retries exceeded with url: %s (Caused by ConnectTimeoutError(<urllib3.connection.HTTPConnection object at 0x7f%010x>, 'Connection to %s timed out. (connect timeout=%s)'))" % (pool, target, __hostcall('random') & 0xfffffff0, p.hostname, connect))
            raise ConnectionError('%s: Max retries exceeded with url: %s (Caused by %s)' % (pool, target, why))
        c.sock.settimeout(read)
        sent = dict(h.items())
        try:
            c.request(method, (p.path or '/') + ('?' + p.query if p.query else ''), body, sent)
            a = c.getresponse()
        except _socket.timeout:
            raise ReadTimeout('%s: Read timed out. (read timeout=%s)' % (_where(OSError(0, ''), p, url, 0, https)[0], read))
        except _http.RemoteDisconnected as e:
            raise ConnectionError(('Connection aborted.', e))
        except OSError as e:
            raise ConnectionError(('Connection aborted.', e))
        r = Response()
        r.status_code, r.reason, r.url, r._raw = a.status, a.reason, url, a
        for k, v in a.headers.items(): r.headers[k] = r.headers[k] + ', ' + v if k in r.headers else v
        for v in a.headers.get_all('Set-Cookie') or []:
            n, _, x = v.split(';')[0].partition('=')
            r.cookies[n] = self.cookies[n] = x
        charset = a.headers.get_content_charset()
        r.encoding = charset or ('utf-8' if 'json' in (r.headers.get('Content-Type') or '') else 'ISO-8859-1' if (r.headers.get('Content-Type') or '').startswith('text/') else None)
        r.request = PreparedRequest(method, url, CaseInsensitiveDict(sent), body)
        r.content
        import datetime
        r.elapsed = datetime.timedelta(seconds=_time.time() - start)
        return r
    def get(self, url, **k): return self.request('GET', url, **k)
    def options(self, url, **k): return self.request('OPTIONS', url, **k)
    def head(self, url, **k):
        k.setdefault('allow_redirects', False)
        return self.request('HEAD', url, **k)
    def post(self, url, data=None, json=None, **k): return self.request('POST', url, data=data, json=json, **k)
    def put(self, url, data=None, **k): return self.request('PUT', url, data=data, **k)
    def patch(self, url, data=None, **k): return self.request('PATCH', url, data=data, **k)
    def delete(self, url, **k): return self.request('DELETE', url, **k)
def session(): return Session()
def request(method, url, **k): return Session().request(method, url, **k)
def get(url, params=None, **k): return request('GET', url, params=params, **k)
def options(url, **k): return request('OPTIONS', url, **k)
def head(url, **k):
    k.setdefault('allow_redirects', False)
    return request('HEAD', url, **k)
def post(url, data=None, json=None, **k): return request('POST', url, data=data, json=json, **k)
def put(url, data=None, **k): return request('PUT', url, data=data, **k)
def patch(url, data=None, **k): return request('PATCH', url, data=data, **k)
def delete(url, **k): return request('DELETE', url, **k)
`;

export const REQUESTS_EXCEPTIONS = String.raw`
import json as _json
class RequestException(OSError):
    def __init__(self, *a, response=None, request=None):
        super().__init__(*a)
        self.response, self.request = response, request
    def __str__(self): return str(self.args[0]) if len(self.args) == 1 else str(self.args) if self.args else ''
class InvalidJSONError(RequestException): pass
class JSONDecodeError(InvalidJSONError):
    def __init__(self, msg, doc, pos):
        line, col = doc.count('\n', 0, pos) + 1, pos - doc.rfind('\n', 0, pos)
        super().__init__('%s: line %d column %d (char %d)' % (msg, line, col, pos))
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, line, col
class HTTPError(RequestException): pass
class ConnectionError(RequestException): pass
class ProxyError(ConnectionError): pass
class SSLError(ConnectionError): pass
class Timeout(RequestException): pass
class ConnectTimeout(Timeout): pass
class ReadTimeout(Timeout): pass
class URLRequired(RequestException): pass
class TooManyRedirects(RequestException): pass
class MissingSchema(RequestException): pass
class InvalidSchema(RequestException): pass
class InvalidURL(RequestException): pass
class InvalidHeader(RequestException): pass
class ChunkedEncodingError(RequestException): pass
class ContentDecodingError(RequestException): pass
class RetryError(RequestException): pass
`;
