/** werkzeug: errors, headers, forms, requests and responses. Simplified: bodies are held whole. */
export const WERKZEUG_EXCEPTIONS = String.raw`
from markupsafe import escape as _escape
_TEXTS = {400: ('Bad Request', 'The browser (or proxy) sent a request that this server could not understand.'),
    401: ('Unauthorized', "The server could not verify that you are authorized to access the URL requested. You either supplied the wrong credentials (e.g. a bad password), or your browser doesn't understand how to supply the credentials required."),
    403: ('Forbidden', "You don't have the permission to access the requested resource. It is either read-protected or not readable by the server."),
    404: ('Not Found', 'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.'),
    405: ('Method Not Allowed', 'The method is not allowed for the requested URL.'),
    406: ('Not Acceptable', 'The resource identified by the request is only capable of generating response entities which have content characteristics not acceptable according to the accept headers sent in the request.'),
    408: ('Request Timeout', "The server closed the network connection because the browser didn't finish the request within the specified time."),
    409: ('Conflict', 'A conflict happened while processing the request. The resource might have been modified while the request was being processed.'),
    410: ('Gone', 'The requested URL is no longer available on this server and there is no forwarding address. If you followed a link from a foreign page, please contact the author of this page.'),
    411: ('Length Required', 'A request with this method requires a valid <code>Content-Length</code> header.'),
    413: ('Request Entity Too Large', 'The data value transmitted exceeds the capacity limit.'),
    415: ('Unsupported Media Type', 'The server does not support the media type transmitted in the request.'),
    418: ("I'm a teapot", 'This server is a teapot, not a coffee machine'),
    422: ('Unprocessable Entity', 'The request was well-formed but was unable to be followed due to semantic errors.'),
    429: ('Too Many Requests', 'This user has exceeded an allotted request count. Try again later.'),
    500: ('Internal Server Error', 'The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.'),
    501: ('Not Implemented', 'The server does not support the action requested by the browser.'),
    502: ('Bad Gateway', 'The proxy server received an invalid response from an upstream server.'),
    503: ('Service Unavailable', 'The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.'),
    504: ('Gateway Timeout', 'The connection to an upstream server timed out.')}
class HTTPException(Exception):
    code = None
    description = None
    def __init__(self, description=None, response=None):
        super().__init__()
        if description is not None: self.description = description
        self.response = response
    @property
    def name(self): return _TEXTS.get(self.code, ('Unknown Error', ''))[0]
    def __str__(self): return '%s %s: %s' % (self.code if self.code is not None else '???', self.name, self.description)
    def __repr__(self): return "<%s '%s: %s'>" % (type(self).__name__, self.code, self.name)
    def get_description(self, *a): return '<p>%s</p>' % _escape(self.description or '').replace('\n', '<br>')
    def get_headers(self, *a): return [('Content-Type', 'text/html; charset=utf-8')]
    def get_body(self, *a):
        return '<!doctype html>\n<html lang=en>\n<title>%s %s</title>\n<h1>%s</h1>\n%s\n' % (self.code, _escape(self.name), _escape(self.name), self.get_description())
    def get_response(self, environ=None, scope=None):
        if self.response is not None: return self.response
        from werkzeug.wrappers import Response
        return Response(self.get_body(), self.code, self.get_headers())
default_exceptions = {}
for _code, (_title, _text) in _TEXTS.items():
    _n = {404: 'NotFound', 418: 'ImATeapot', 413: 'RequestEntityTooLarge'}.get(_code, _title.replace(' ', ''))
    default_exceptions[_code] = globals()[_n] = type(_n, (HTTPException,), {'code': _code, 'description': _text})
class BadRequestKeyError(default_exceptions[400]): pass
class MethodNotAllowed(default_exceptions[405]):
    def __init__(self, valid_methods=None, description=None, response=None):
        super().__init__(description, response)
        self.valid_methods = valid_methods
    def get_headers(self, *a): return super().get_headers() + ([('Allow', ', '.join(self.valid_methods))] if self.valid_methods else [])
default_exceptions[405] = MethodNotAllowed
def abort(status, *args, **k):
    if hasattr(status, 'get_headers') or hasattr(status, 'status_code'):
        raise HTTPException(response=status)
    if status not in default_exceptions:
        raise LookupError('no exception for %r' % (status,))
    raise default_exceptions[status](*args, **k)
`;

export const WERKZEUG_DATASTRUCTURES = String.raw`
class Headers:
    def __init__(self, defaults=None):
        self._list = []
        if defaults is not None: self.extend(defaults)
    def extend(self, other):
        for k, v in (other.items() if hasattr(other, 'items') else other):
            for x in (v if isinstance(v, (list, tuple)) else [v]): self.add(k, x)
    def get(self, key, default=None, type=None):
        for k, v in self._list:
            if k.lower() == key.lower():
                try:
                    return type(v) if type else v
                except ValueError:
                    return default
        return default
    def getlist(self, key): return [v for k, v in self._list if k.lower() == key.lower()]
    get_all = getlist
    def __getitem__(self, key):
        v = self.get(key)
        if v is None: raise KeyError(key)
        return v
    def __setitem__(self, key, value):
        for i, (k, v) in enumerate(self._list):
            if k.lower() == key.lower():
                self._list[i:] = [(key, str(value))] + [p for p in self._list[i + 1:] if p[0].lower() != key.lower()]
                return
        self._list.append((key, str(value)))
    set = __setitem__
    def __delitem__(self, key): self._list = [p for p in self._list if p[0].lower() != key.lower()]
    def remove(self, key): self.__delitem__(key)
    def pop(self, key, default=None):
        v = self.get(key, default)
        self.__delitem__(key)
        return v
    def setdefault(self, key, v):
        if key not in self: self[key] = v
        return self[key]
    def update(self, other=(), **k):
        for n, v in (other.items() if hasattr(other, 'items') else other): self[n] = v
    def add(self, key, value, **k): self._list.append((key, str(value)))
    def __contains__(self, key): return self.get(key) is not None
    def items(self): return list(self._list)
    def keys(self): return [k for k, v in self._list]
    def values(self): return [v for k, v in self._list]
    def __iter__(self): return iter(self._list)
    def __len__(self): return len(self._list)
    def __str__(self): return ''.join(['%s: %s\r\n' % p for p in self._list]) + '\r\n'
    def __repr__(self): return 'Headers(%r)' % self._list
class MultiDict:
    def __init__(self, pairs=()):
        self._d = {}
        for k, v in (pairs.items() if hasattr(pairs, 'items') else pairs): self._d.setdefault(k, []).append(v)
    def get(self, key, default=None, type=None):
        if key not in self._d: return default
        v = self._d[key][0]
        try:
            return type(v) if type else v
        except (ValueError, TypeError):
            return default
    def getlist(self, key, type=None): return [type(v) if type else v for v in self._d.get(key, [])]
    def __getitem__(self, key):
        if key in self._d: return self._d[key][0]
        from werkzeug.exceptions import BadRequestKeyError
        e = BadRequestKeyError()
        raise e
    def __contains__(self, key): return key in self._d
    def __iter__(self): return iter(self._d)
    def __len__(self): return len(self._d)
    def __bool__(self): return bool(self._d)
    def keys(self): return self._d.keys()
    def values(self): return [v[0] for v in self._d.values()]
    def items(self, multi=False): return [(k, v) for k, l in self._d.items() for v in (l if multi else l[:1])]
    def lists(self): return list(self._d.items())
    def to_dict(self, flat=True): return {k: v[0] for k, v in self._d.items()} if flat else dict(self._d)
    def __repr__(self): return '%s(%r)' % (type(self).__name__, [(k, v) for k, l in self._d.items() for v in l])
class ImmutableMultiDict(MultiDict): pass
class FileStorage:
    def __init__(self, stream=None, filename=None, name=None, content_type=None, data=b''): self._data, self.filename, self.name, self.content_type, self._at = data, filename, name, content_type, 0
    mimetype = property(lambda s: (s.content_type or '').split(';')[0])
    stream = property(lambda s: s)
    content_length = property(lambda s: len(s._data))
    def read(self, n=-1):
        d = self._data[self._at:] if n < 0 else self._data[self._at:self._at + n]
        self._at += len(d)
        return d
    def seek(self, n, whence=0): self._at = n if whence == 0 else len(self._data)
    def tell(self): return self._at
    def save(self, dst, buffer_size=0):
        if hasattr(dst, 'write'): dst.write(self._data)
        else:
            with open(dst, 'wb') as f: f.write(self._data)
    def close(self): pass
    def __bool__(self): return bool(self.filename)
    def __repr__(self): return '<FileStorage: %r (%r)>' % (self.filename, self.content_type)
def parse_multipart(data, content_type):
    form, files = [], []
    mark = b'--' + content_type.split('boundary=')[1].strip('"').encode()
    for part in data.split(mark)[1:-1]:
        head, _, body = part[2:].partition(b'\r\n\r\n')
        body = body[:-2]
        name = filename = kind = None
        for line in head.decode().split('\r\n'):
            k, _, v = line.partition(':')
            if k.lower() == 'content-type': kind = v.strip()
            elif k.lower() == 'content-disposition':
                for p in v.split(';')[1:]:
                    n, _, x = p.strip().partition('=')
                    if n == 'name': name = x.strip('"')
                    elif n == 'filename': filename = x.strip('"')
        if filename is None: form.append((name, body.decode()))
        else: files.append((name, FileStorage(None, filename, name, kind, body)))
    return form, files
`;

export const WERKZEUG_WRAPPERS = String.raw`
import json as _json, time as _time
from urllib.parse import parse_qsl, unquote, quote
from http import HTTPStatus as _HTTPStatus
_phrases = {s.value: s.phrase for s in _HTTPStatus._all}
from werkzeug.datastructures import Headers, MultiDict, ImmutableMultiDict, parse_multipart
from werkzeug.exceptions import BadRequest, UnsupportedMediaType, RequestEntityTooLarge
class _UserAgent(str):
    string = property(lambda s: str(s))
class _Authorization:
    def __init__(self, text):
        self.type, _, rest = text.partition(' ')
        self.type, self.token, self.username, self.password = self.type.lower(), rest, None, None
        if self.type == 'basic':
            import base64
            self.username, _, self.password = base64.b64decode(rest).decode().partition(':')
class _Accept:
    def __init__(self, text): self._all = [p.split(';')[0].strip() for p in text.split(',') if p.strip()]
    def best_match(self, kinds, default=None):
        for a in self._all:
            for k in kinds:
                if a == k or a == '*/*' or a.endswith('/*') and k.startswith(a[:-1]): return k
        return default
    accept_json = property(lambda s: 'application/json' in s)
    accept_html = property(lambda s: 'text/html' in s)
    best = property(lambda s: s._all[0] if s._all else None)
    def __contains__(self, k): return k in self._all or '*/*' in self._all
    def __getitem__(self, k): return 1 if k in self else 0
def _request_headers(r):
    h = Headers([('-'.join([w.capitalize() for w in n[5:].split('_')]), v) for n, v in r.environ.items() if n.startswith('HTTP_')])
    for n in ('Content-Type', 'Content-Length'):
        v = r.environ.get(n.upper().replace('-', '_'))
        if v: h[n] = v
    return h
def _cookies(text):
    for c in text.split(';'):
        k, eq, v = c.strip().partition('=')
        if eq: yield k, v.strip('"')
def _quoted_path(r): return quote(r.path, safe="/!$&'()*+,;=:@%")
# What a request is asked for is worked out then: most is never asked for.
_ASKED = {
    'headers': _request_headers,
    'query_string': lambda r: r._query.encode(), 'args': lambda r: ImmutableMultiDict(parse_qsl(r._query, True)), 'remote_addr': lambda r: r.environ.get('REMOTE_ADDR'),
    'scheme': lambda r: r.environ.get('wsgi.url_scheme', 'http'),
    'host': lambda r: r.environ.get('HTTP_HOST') or '%s:%s' % (r.environ.get('SERVER_NAME', 'localhost'), r.environ.get('SERVER_PORT', '80')),
    'host_url': lambda r: '%s://%s/' % (r.scheme, r.host), 'root_url': lambda r: r.host_url, 'url_root': lambda r: r.host_url,
    'base_url': lambda r: r.host_url.rstrip('/') + _quoted_path(r), 'url': lambda r: r.base_url + ('?' + r._query if r._query else ''), 'full_path': lambda r: _quoted_path(r) + '?' + r._query,
    'is_secure': lambda r: r.scheme == 'https', 'root_path': lambda r: '', 'script_root': lambda r: '', 'server': lambda r: (r.environ.get('SERVER_NAME'), r.environ.get('SERVER_PORT')),
    'content_type': lambda r: r.environ.get('CONTENT_TYPE') or None, 'content_length': lambda r: r.headers.get('Content-Length', type=int),
    'mimetype': lambda r: (r.content_type or '').split(';')[0].strip().lower(), 'is_json': lambda r: r.mimetype == 'application/json' or r.mimetype.endswith('+json'),
    'user_agent': lambda r: _UserAgent(r.headers.get('User-Agent', '')), 'referrer': lambda r: r.headers.get('Referer'), 'access_route': lambda r: [r.remote_addr],
    'cookies': lambda r: ImmutableMultiDict(_cookies(r.environ.get('HTTP_COOKIE', ''))), 'accept_mimetypes': lambda r: _Accept(r.headers.get('Accept', '*/*')),
    'authorization': lambda r: _Authorization(r.environ['HTTP_AUTHORIZATION']) if r.environ.get('HTTP_AUTHORIZATION') else None}
class Request:
    def __init__(self, environ, *a, **k):
        self.environ, self.method, self.path, self._query = environ, environ['REQUEST_METHOD'], environ.get('PATH_INFO') or '/', environ.get('QUERY_STRING', '')
        self.url_rule = self.endpoint = self.blueprint = self.routing_exception = None
        self.view_args, self._data, self._forms = {}, None, None
    def __getattr__(self, name):
        make = _ASKED.get(name)
        if make is None: raise AttributeError('%r object has no attribute %r' % (type(self).__name__, name))
        v = make(self)
        setattr(self, name, v)
        return v
    def get_data(self, cache=True, as_text=False, parse_form_data=False):
        if self._data is None:
            f = self.environ.get('wsgi.input')
            self._data = f.read(self.content_length or 0) if f and self.content_length else b''
        return self._data.decode() if as_text else self._data
    data = property(lambda s: s.get_data())
    stream = property(lambda s: s.environ.get('wsgi.input'))
    def _read(self):
        if self._forms is None:
            form, files = [], []
            if self.mimetype == 'application/x-www-form-urlencoded': form = parse_qsl(self.get_data(as_text=True), True)
            elif self.mimetype == 'multipart/form-data': form, files = parse_multipart(self.get_data(), self.content_type)
            self._forms = (ImmutableMultiDict(form), ImmutableMultiDict(files))
        return self._forms
    form = property(lambda s: s._read()[0])
    files = property(lambda s: s._read()[1])
    values = property(lambda s: MultiDict(s.args.items(True) + (s.form.items(True) if s.method in ('POST', 'PUT', 'PATCH') else [])))
    def get_json(self, force=False, silent=False, cache=True):
        if not (force or self.is_json):
            if silent: return None
            raise UnsupportedMediaType("Did not attempt to load JSON data because the request Content-Type was not 'application/json'.")
        try:
            return _json.loads(self.get_data())
        except ValueError as e:
            if silent: return None
            raise BadRequest('Failed to decode JSON object: %s' % e if self._debug() else None)
    def _debug(self): return False
    json = property(lambda s: s.get_json())
    def __repr__(self): return '<%s %r [%s]>' % (type(self).__name__, self.url, self.method)

class Response:
    default_status, default_mimetype = 200, 'text/plain'
    def __init__(self, response=None, status=None, headers=None, mimetype=None, content_type=None, direct_passthrough=False):
        self.headers = Headers(headers) if headers is not None else Headers()
        if content_type is None:
            if mimetype is None and 'Content-Type' not in self.headers: mimetype = self.default_mimetype
            if mimetype is not None: content_type = mimetype + ('; charset=utf-8' if mimetype.startswith('text/') or mimetype in ('application/xml', 'application/javascript') or mimetype.endswith('+xml') else '')
        if content_type is not None: self.headers['Content-Type'] = content_type
        self._set(status if status is not None else self.default_status)
        self._closers, self.response = [], []
        if response is None: pass
        elif isinstance(response, (str, bytes, bytearray)): self.set_data(response)
        else: self.response = response
    def _set(self, s):
        if isinstance(s, int): self.status_code, self._phrase = int(s), None
        else:
            n, _, words = str(s).partition(' ')
            self.status_code, self._phrase = int(n), words or None
    @property
    def status(self): return '%d %s' % (self.status_code, self._phrase or _phrases.get(self.status_code, 'Unknown').upper())
    def set_data(self, d):
        d = d.encode() if isinstance(d, str) else bytes(d)
        self.response = [d]
        self.headers['Content-Length'] = len(d)
    is_streamed = property(lambda s: not isinstance(s.response, (list, tuple)))
    def iter_encoded(self):
        for p in self.response: yield p.encode() if isinstance(p, str) else p
    def get_data(self, as_text=False):
        if self.is_streamed: self.response = list(self.iter_encoded())
        d = b''.join(self.iter_encoded())
        return d.decode() if as_text else d
    data = property(lambda s: s.get_data(), lambda s, d: s.set_data(d))
    text = property(lambda s: s.get_data(True))
    def get_json(self, force=False, silent=False): return _json.loads(self.get_data()) if force or self.is_json else None
    json = property(lambda s: s.get_json())
    is_json = property(lambda s: 'json' in s.mimetype)
    mimetype = property(lambda s: (s.headers.get('Content-Type') or '').split(';')[0], lambda s, v: s.headers.set('Content-Type', v))
    content_type = property(lambda s: s.headers.get('Content-Type'), lambda s, v: s.headers.set('Content-Type', v))
    content_length = property(lambda s: s.headers.get('Content-Length', type=int))
    location = property(lambda s: s.headers.get('Location'), lambda s, v: s.headers.set('Location', v))
    cache_control = property(lambda s: s)
    def set_cookie(self, key, value='', max_age=None, expires=None, path='/', domain=None, secure=False, httponly=False, samesite=None, **k):
        parts = ['%s=%s' % (key, value)]
        if domain: parts.append('Domain=' + domain)
        if expires is not None: parts.append('Expires=' + (expires if isinstance(expires, str) else expires.strftime('%a, %d %b %Y %H:%M:%S GMT') if hasattr(expires, 'strftime') else _time.strftime('%a, %d %b %Y %H:%M:%S GMT', _time.gmtime(expires))))
        if max_age is not None: parts.append('Max-Age=%d' % (max_age.total_seconds() if hasattr(max_age, 'total_seconds') else max_age))
        if secure: parts.append('Secure')
        if httponly: parts.append('HttpOnly')
        if path: parts.append('Path=' + path)
        if samesite: parts.append('SameSite=' + samesite)
        self.headers.add('Set-Cookie', '; '.join(parts))
    def delete_cookie(self, key, path='/', domain=None, **k): self.set_cookie(key, '', expires='Thu, 01 Jan 1970 00:00:00 GMT', max_age=0, path=path, domain=domain)
    def call_on_close(self, f):
        self._closers.append(f)
        return f
    def close(self):
        for f in self._closers: f()
    def __call__(self, environ, start_response):
        start_response(self.status, self.headers.items())
        return [] if environ['REQUEST_METHOD'] == 'HEAD' or self.status_code in (204, 304) else self.iter_encoded()
    def __repr__(self): return '<%s %s bytes [%s]>' % (type(self).__name__, 'streamed' if self.is_streamed else len(self.get_data()), self.status)
`;
