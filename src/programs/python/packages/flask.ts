/** A Flask of our own: routes, requests, responses, errors and the development server. Simplified: one request at a time; templates know names and filters only. */
export const FLASK = String.raw`
import json as _json, sys, os, time, socket
__version__ = '3.1.2'

_REASONS = {200: 'OK', 201: 'CREATED', 202: 'ACCEPTED', 204: 'NO CONTENT', 301: 'MOVED PERMANENTLY', 302: 'FOUND', 303: 'SEE OTHER', 304: 'NOT MODIFIED',
    307: 'TEMPORARY REDIRECT', 308: 'PERMANENT REDIRECT', 400: 'BAD REQUEST', 401: 'UNAUTHORIZED', 403: 'FORBIDDEN', 404: 'NOT FOUND', 405: 'METHOD NOT ALLOWED',
    409: 'CONFLICT', 415: 'UNSUPPORTED MEDIA TYPE', 418: "I'M A TEAPOT", 422: 'UNPROCESSABLE ENTITY', 429: 'TOO MANY REQUESTS', 500: 'INTERNAL SERVER ERROR',
    501: 'NOT IMPLEMENTED', 502: 'BAD GATEWAY', 503: 'SERVICE UNAVAILABLE', 504: 'GATEWAY TIMEOUT'}
_TITLES = {405: 'Method Not Allowed', 415: 'Unsupported Media Type', 418: "I'm a teapot"}
_TEXTS = {400: 'The browser (or proxy) sent a request that this server could not understand.',
    401: 'The server could not verify that you are authorized to access the URL requested.',
    403: "You don't have the permission to access the requested resource. It is either read-protected or not readable by the server.",
    404: 'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
    405: 'The method is not allowed for the requested URL.',
    415: "Did not attempt to load JSON data because the request Content-Type was not 'application/json'.",
    500: 'The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.',
    503: 'The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.'}

class Markup(str): pass
def escape(s):
    return Markup(str(s).replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&#34;').replace("'", '&#39;'))

class HTTPException(Exception):
    def __init__(self, code=500, description=None):
        self.code, self.description = code, description or _TEXTS.get(code, '')
        self.name = _TITLES.get(code) or ' '.join([w[:1] + w[1:].lower() for w in _REASONS.get(code, 'Unknown Error').split(' ')])
    def __str__(self): return '%d %s: %s' % (self.code, self.name, self.description)
    def get_response(self):
        return Response('<!doctype html>\n<html lang=en>\n<title>%d %s</title>\n<h1>%s</h1>\n<p>%s</p>\n' % (self.code, self.name, self.name, escape(self.description)), self.code)
def abort(code, description=None): raise HTTPException(code, description)

class Headers:
    def __init__(self, pairs=()): self._all = list(pairs)
    def get(self, key, default=None, type=None):
        for k, v in self._all:
            if k.lower() == key.lower():
                return type(v) if type else v
        return default
    def __getitem__(self, key):
        v = self.get(key)
        if v is None:
            raise KeyError(key)
        return v
    def __setitem__(self, key, value):
        self._all = [(k, v) for k, v in self._all if k.lower() != key.lower()] + [(key, str(value))]
    def add(self, key, value): self._all.append((key, str(value)))
    def __contains__(self, key): return self.get(key) is not None
    def items(self): return list(self._all)
    def keys(self): return [k for k, v in self._all]
    def __iter__(self): return iter(self._all)
    def __len__(self): return len(self._all)

class _Multi(dict):
    def get(self, key, default=None, type=None):
        if key not in self:
            return default
        v = super().__getitem__(key)[0]
        try:
            return type(v) if type else v
        except ValueError:
            return default
    def getlist(self, key): return list(super().__getitem__(key)) if key in self else []
    def __getitem__(self, key):
        if key not in self:
            raise HTTPException(400)
        return super().__getitem__(key)[0]
    def to_dict(self, flat=True): return {k: self[k] for k in self}
    def items(self): return [(k, self[k]) for k in self]
    def values(self): return [self[k] for k in self]

def _unquote(s, plus=True):
    if plus:
        s = s.replace('+', ' ')
    if '%' not in s:
        return s
    parts = s.split('%')
    out = parts[0].encode()
    for p in parts[1:]:
        try:
            out += bytes([int(p[:2], 16)]) + p[2:].encode()
        except ValueError:
            out += b'%' + p.encode()
    return out.decode()
def _form(s):
    m = _Multi()
    for pair in s.split('&'):
        if pair:
            k, _, v = pair.partition('=')
            k = _unquote(k)
            m.setdefault(k, []).append(_unquote(v))
    return m

class _Request:
    def _set(self, method, target, headers, body, address):
        raw, _, query = target.partition('?')
        self.method, self.path, self.headers, self.data = method, _unquote(raw, False), headers, body
        self.query_string, self.remote_addr, self.args = query.encode(), address, _form(query)
        self.full_path, self.host = raw + '?' + query, headers.get('Host', 'localhost')
        self.host_url = 'http://' + self.host + '/'
        self.url_root, self.base_url = self.host_url, 'http://' + self.host + raw
        self.url = self.base_url + ('?' + query if query else '')
        self.scheme, self.endpoint, self.view_args, self.is_json = 'http', None, {}, 'json' in headers.get('Content-Type', '')
        self.content_type, self.mimetype = headers.get('Content-Type'), headers.get('Content-Type', '').split(';')[0]
        self.form = _form(body.decode()) if self.mimetype == 'application/x-www-form-urlencoded' else _Multi()
        self.values = self.args or self.form
        self.user_agent, self.files = headers.get('User-Agent', ''), {}
        self.cookies = {}
        for c in headers.get('Cookie', '').split(';'):
            k, eq, v = c.strip().partition('=')
            if eq:
                self.cookies[k] = v
    def get_data(self, as_text=False, cache=True): return self.data.decode() if as_text else self.data
    def get_json(self, force=False, silent=False, cache=True):
        if not self.is_json and not force:
            if silent:
                return None
            raise HTTPException(415)
        try:
            return _json.loads(self.data.decode())
        except ValueError:
            if silent:
                return None
            raise HTTPException(400)
    @property
    def json(self): return self.get_json()
request = _Request()

class _G:
    def get(self, name, default=None): return getattr(self, name, default)
g, session = _G(), {}

class Response:
    def __init__(self, response='', status=200, headers=None, mimetype=None, content_type=None):
        self.set_data(response if isinstance(response, (str, bytes)) else ''.join([p if isinstance(p, str) else p.decode() for p in response]))
        self.status_code = status if isinstance(status, int) else int(str(status).split(' ')[0])
        self.headers = Headers([('Content-Type', content_type or (mimetype or 'text/html') + ('; charset=utf-8' if (mimetype or 'text/').startswith('text/') else ''))])
        for k, v in (headers.items() if hasattr(headers, 'items') else headers or ()):
            self.headers[k] = v
    def set_data(self, d): self.data = d.encode() if isinstance(d, str) else d
    def get_data(self, as_text=False): return self.data.decode() if as_text else self.data
    def get_json(self, **k): return _json.loads(self.data.decode())
    json = property(lambda self: self.get_json())
    text = property(lambda self: self.data.decode())
    status = property(lambda self: '%d %s' % (self.status_code, _REASONS.get(self.status_code, 'UNKNOWN')))
    mimetype = property(lambda self: self.headers.get('Content-Type').split(';')[0])
    def set_cookie(self, key, value='', max_age=None, path='/', **k):
        self.headers.add('Set-Cookie', '%s=%s%s; Path=%s' % (key, value, '' if max_age is None else '; Max-Age=%d' % max_age, path))
    def delete_cookie(self, key, path='/'): self.set_cookie(key, '', 0, path)

def jsonify(*a, **k):
    v = k if k else a[0] if len(a) == 1 else list(a)
    return Response(_json.dumps(_sorted(v), separators=(',', ':')) + '\n', mimetype='application/json')
def _sorted(v):
    if isinstance(v, dict):
        from collections import OrderedDict
        return OrderedDict([(k, _sorted(v[k])) for k in sorted(v.keys(), key=str)])
    return [_sorted(x) for x in v] if isinstance(v, (list, tuple)) else v
def make_response(*a):
    return _respond(a[0] if len(a) == 1 else a if a else '')
def redirect(location, code=302):
    return Response('<!doctype html>\n<html lang=en>\n<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n<p>You should be redirected automatically to the target URL: <a href="%s">%s</a>. If not, click the link.\n' % (location, location), code, {'Location': location})
def _respond(v):
    status = headers = None
    if isinstance(v, tuple):
        if len(v) == 3:
            v, status, headers = v
        elif isinstance(v[1], (dict, list)):
            v, headers = v
        else:
            v, status = v
    if isinstance(v, (dict, list)):
        v = jsonify(v)
    elif v is None:
        raise TypeError("The view function did not return a valid response. The function either returned None or ended without a return statement.")
    elif not isinstance(v, Response):
        v = Response(v)
    if status is not None:
        v.status_code = status if isinstance(status, int) else int(str(status).split(' ')[0])
    for k, x in (headers.items() if hasattr(headers, 'items') else headers or ()):
        v.headers[k] = x
    return v
`;
