/** flask/__init__.py: what requests and apps share. Simplified: one request at a time. */
export const FLASK_GLOBALS = String.raw`
import json as _json, sys, os, time
from werkzeug.exceptions import HTTPException, abort, default_exceptions, NotFound, MethodNotAllowed, InternalServerError, BadRequest, BadRequestKeyError
from werkzeug.wrappers import Request as _Request, Response as _Response
from werkzeug.utils import guess as _guess, redirect as _redirect
from markupsafe import Markup, escape
__version__ = '3.1.2'

class Request(_Request):
    def _debug(self): return _app is not None and _app.debug
class Response(_Response):
    default_mimetype = 'text/html'

_stack, _app = [], None
class _Proxy:
    def __init__(self, name, find): object.__setattr__(self, '_find', find); object.__setattr__(self, '_name', name)
    def _get_current_object(self): return self._find()
    def __getattr__(self, n): return getattr(self._find(), n)
    def __setattr__(self, n, v): setattr(self._find(), n, v)
    def __getitem__(self, k): return self._find()[k]
    def __setitem__(self, k, v): self._find()[k] = v
    def __delitem__(self, k): del self._find()[k]
    def __contains__(self, k): return k in self._find()
    def __iter__(self): return iter(self._find())
    def __len__(self): return len(self._find())
    def __bool__(self): return bool(_stack) and bool(self._find())
    def __repr__(self): return repr(self._find())
def _top(what):
    def find():
        if not _stack or getattr(_stack[-1], what) is None:
            if what in ('request', 'session'):
                raise RuntimeError('Working outside of request context.\n\nThis typically means that you attempted to use functionality that needed\nan active HTTP request. Consult the documentation on testing for\ninformation about how to avoid this problem.')
            raise RuntimeError('Working outside of application context.\n\nThis typically means that you attempted to use functionality that needed\nthe current application. To solve this, set up an application context\nwith app.app_context(). See the documentation for more information.')
        return getattr(_stack[-1], what)
    return find
request, session, g, current_app = [_Proxy(n, _top(n)) for n in ('request', 'session', 'g', 'app')]
def has_request_context(): return bool(_stack) and _stack[-1].request is not None
def has_app_context(): return bool(_stack)
class _G:
    def get(self, name, default=None): return getattr(self, name, default)
    def pop(self, name, *d):
        v = getattr(self, name, *d)
        if hasattr(self, name): delattr(self, name)
        return v
    def setdefault(self, name, d=None):
        if not hasattr(self, name): setattr(self, name, d)
        return getattr(self, name)
    def __contains__(self, name): return hasattr(self, name)
    def __iter__(self): return iter(self.__dict__)
class _Context:
    def __init__(self, app, request=None): self.app, self.request, self.g, self.session = app, request, _G(), None
    def push(self):
        global _app
        _stack.append(self)
        _app = self.app
        if self.request is not None:
            self.session = self.app.session_interface.open_session(self.app, self.request)
            if self.request.routing_exception is None and self.request.endpoint is None:
                try:
                    self.app._route(self.request)
                except HTTPException as e:
                    self.request.routing_exception = e
    def pop(self, error=None):
        for f in (self.app._teardown_request if self.request is not None else []) + self.app._teardown: f(error)
        _stack.remove(self)
    def __enter__(self):
        self.push()
        return self
    def __exit__(self, kind, e, tb): self.pop(e)

class Session:
    def __init__(self, initial=()): self._d, self.modified, self.accessed, self.new = dict(initial), False, False, False
    permanent = property(lambda s: s._d.get('_permanent', False), lambda s, v: s.__setitem__('_permanent', bool(v)))
    def _load(self, d): self._d.update(d)
    def _read(self):
        self.accessed = True
        return self._d
    def _write(self):
        self.accessed = self.modified = True
        return self._d
    def get(self, k, d=None): return self._read().get(k, d)
    def __getitem__(self, k): return self._read()[k]
    def __contains__(self, k): return k in self._read()
    def __setitem__(self, k, v): self._write()[k] = v
    def __delitem__(self, k): del self._write()[k]
    def pop(self, *a): return self._write().pop(*a)
    def clear(self): self._write().clear()
    def update(self, *a, **k): self._write().update(*a, **k)
    def setdefault(self, k, d=None): return self._write().setdefault(k, d)
    def keys(self): return self._read().keys()
    def values(self): return self._read().values()
    def items(self): return self._read().items()
    def __iter__(self): return iter(self._read())
    def __len__(self): return len(self._d)
    def __bool__(self): return bool(self._d)
    def __repr__(self): return '<SecureCookieSession %r>' % self._d
class NullSession(Session):
    def _fail(self, *a, **k): raise RuntimeError('The session is unavailable because no secret key was set.  Set the secret_key on the application to something unique and secret.')
    __setitem__ = __delitem__ = clear = pop = update = setdefault = _fail
class SecureCookieSessionInterface:
    def _signer(self, app):
        from itsdangerous import URLSafeTimedSerializer
        return URLSafeTimedSerializer(app.secret_key, salt='cookie-session')
    def open_session(self, app, request):
        if not app.secret_key: return NullSession()
        v = request.cookies.get(app.config['SESSION_COOKIE_NAME'])
        s = Session()
        if v:
            from itsdangerous import BadSignature
            try:
                s._load(self._signer(app).loads(v))
            except BadSignature:
                pass
        return s
    def save_session(self, app, session, response):
        name = app.config['SESSION_COOKIE_NAME']
        if session.accessed or session.modified: response.headers.add('Vary', 'Cookie')
        if not len(session):
            if session.modified and not isinstance(session, NullSession): response.delete_cookie(name)
            return
        if not session.modified: return
        age = None
        if session._d.get('_permanent'):
            age = app.config['PERMANENT_SESSION_LIFETIME'].total_seconds()
        response.set_cookie(name, self._signer(app).dumps(session._d), max_age=None, expires=None if age is None else time.time() + age, httponly=True)

def jsonify(*a, **k):
    v = k if k else a[0] if len(a) == 1 else list(a) if a else None
    return current_app.json.response(v)
class _Json:
    sort_keys, compact, ensure_ascii, mimetype = True, None, True, 'application/json'
    def _default(self, o):
        if hasattr(o, 'isoformat'):
            import datetime
            d = o if isinstance(o, datetime.datetime) else datetime.datetime(o.year, o.month, o.day)
            return d.strftime('%a, %d %b %Y %H:%M:%S GMT')
        if hasattr(o, '__dataclass_fields__'):
            import dataclasses
            return dataclasses.asdict(o)
        if type(o).__name__ in ('UUID', 'Decimal'): return str(o)
        if hasattr(o, '__html__'): return str(o.__html__())
        raise TypeError('Object of type %s is not JSON serializable' % type(o).__name__)
    default = None
    def dumps(self, o, **k):
        k.setdefault('sort_keys', self.sort_keys)
        return _json.dumps(o, default=self._default, ensure_ascii=self.ensure_ascii, **k)
    def loads(self, s, **k): return _json.loads(s, **k)
    def response(self, v):
        debug = self.compact is False or self.compact is None and current_app.debug
        return Response(self.dumps(v, **({'indent': 2} if debug else {'separators': (',', ':')})) + '\n', mimetype=self.mimetype)
class _JsonModule:
    dumps = staticmethod(lambda o, **k: _Json().dumps(o, **k)); loads = staticmethod(_json.loads); jsonify = staticmethod(jsonify)
json = _JsonModule()
def make_response(*a):
    return _app._made(a[0] if len(a) == 1 else a if a else '')
def redirect(location, code=302, Response=None): return _redirect(location, code, globals()['Response'])
def flash(message, category='message'): session.setdefault('_flashes', []); session['_flashes'] = session['_flashes'] + [(category, message)]
def get_flashed_messages(with_categories=False, category_filter=()):
    all = getattr(g, '_flashes', None)
    if all is None:
        all = g._flashes = [tuple(p) for p in session.pop('_flashes')] if '_flashes' in session else []
    if category_filter: all = [p for p in all if p[0] in category_filter]
    return all if with_categories else [m for c, m in all]
def stream_with_context(f): return f() if callable(f) else f
def copy_current_request_context(f): return f
def after_this_request(f):
    if not hasattr(g, '_after'): g._after = []
    g._after.append(f)
    return f
def send_file(path, mimetype=None, as_attachment=False, download_name=None, conditional=True, etag=True, last_modified=None, max_age=None):
    if hasattr(path, 'read'):
        data, name = path.read(), download_name
        if mimetype is None and name is None: raise ValueError("Unable to detect the MIME type because a filename is not available. Either set 'download_name', pass a file-like object with a 'name' attribute, or set 'mimetype'.")
    else:
        path = os.fspath(path)
        if not path.startswith('/'): path = os.path.join(current_app.root_path, path)
        with open(path, 'rb') as f: data = f.read()
        name = download_name or os.path.basename(path)
    r = Response(data, mimetype=mimetype or _guess(name))
    r.headers['Content-Disposition'] = '%s; filename=%s' % ('attachment' if as_attachment else 'inline', name)
    if not hasattr(path, 'read'): r.headers['Last-Modified'] = time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(os.path.getmtime(path)))
    r.headers['Cache-Control'] = 'no-cache' if max_age is None else 'public, max-age=%d' % max_age
    return r
def send_from_directory(directory, path, **k):
    root = os.path.join(current_app.root_path, os.fspath(directory))
    full = os.path.normpath(os.path.join(root, path))
    if not full.startswith(os.path.normpath(root).rstrip('/') + '/') or not os.path.isfile(full): raise NotFound()
    return send_file(full, **k)
def url_for(endpoint, *, _anchor=None, _method=None, _scheme=None, _external=None, **values): return current_app.url_for(endpoint, _anchor=_anchor, _method=_method, _scheme=_scheme, _external=_external, **values)
def render_template(template_name_or_list, **c):
    t = _app.jinja_env.get_or_select_template(template_name_or_list)
    return t.render(**_app._with_processors(c))
def render_template_string(source, **c):
    return _app.jinja_env.from_string(source).render(**_app._with_processors(c))
def stream_template(name, **c): return iter([render_template(name, **c)])
`;

/** flask: routes. */
export const FLASK_ROUTING = String.raw`
def _convert(kind, args, text):
    if kind == 'int':
        neg = args.get('signed') and text[:1] == '-'
        if not text.lstrip('-' if neg else '').isdigit(): return None
        n = int(text)
        return (n,) if args.get('min', n) <= n <= args.get('max', n) else None
    if kind == 'float':
        a, dot, b = text.partition('.')
        return (float(text),) if dot and a.isdigit() and b.isdigit() else None
    if kind == 'uuid':
        if len(text) != 36: return None
        import uuid
        return (uuid.UUID(text),)
    if kind == 'any': return (text,) if text in args['_'] else None
    return (text,)
class Rule:
    def __init__(self, rule, endpoint, methods, defaults, strict):
        self.rule, self.endpoint, self.defaults, self.strict = rule, endpoint, defaults or {}, strict
        self.methods, self.parts, at = methods, [], 0
        while True:
            i = rule.find('<', at)
            if i < 0: break
            if i > at: self.parts.append(rule[at:i])
            j = rule.index('>', i)
            kind, colon, name = rule[i + 1:j].partition(':')
            if not colon: kind, name = 'string', kind
            kind, _, inner = kind.partition('(')
            if kind not in ('string', 'default', 'int', 'float', 'path', 'uuid', 'any'): raise LookupError('the converter %r does not exist' % kind)
            args = {'_': []}
            for a in inner.rstrip(')').split(','):
                k, eq, v = a.strip().partition('=')
                if eq: args[k] = v == 'True' if v in ('True', 'False') else int(v)
                elif k: args['_'].append(k.strip('"\''))
            self.parts.append((kind, name, args))
            at = j + 1
        if rule[at:]: self.parts.append(rule[at:])
        self.arguments = [p[1] for p in self.parts if isinstance(p, tuple)]
        # Rules with fewer and tighter variables come first.
        self.weight = [(len([p for p in self.parts if isinstance(p, tuple) and p[0] == 'path'])), len(self.arguments), -len(rule)]
    def match(self, path, i=0, at=0):
        if i == len(self.parts): return {} if at == len(path) else None
        p = self.parts[i]
        if not isinstance(p, tuple):
            return self.match(path, i + 1, at + len(p)) if path.startswith(p, at) else None
        kind, name, args = p
        end = len(path) if kind == 'path' else path.find('/', at)
        if end < 0: end = len(path)
        while end > at:
            v = _convert(kind, args, path[at:end])
            if v is not None:
                rest = self.match(path, i + 1, end)
                if rest is not None:
                    rest[name] = v[0]
                    return rest
            end -= 1
        return None
    def build(self, values):
        from urllib.parse import quote
        out = []
        for p in self.parts:
            if isinstance(p, tuple): out.append(quote(str(values[p[1]]), safe="/!$&'()*+,:;=@" if p[0] == 'path' else "!$&'()*+,:;=@"))
            else: out.append(p)
        return ''.join(out)
    def __str__(self): return self.rule
    def __repr__(self): return '<Rule %r (%s) -> %s>' % (self.rule, ', '.join(sorted(self.methods)), self.endpoint)
class _Map:
    def __init__(self): self._rules = []
    def iter_rules(self, endpoint=None): return iter([r for r in self._rules if endpoint is None or r.endpoint == endpoint])

class _Scaffold:
    def _init(self):
        self._errors, self._before, self._after, self._teardown, self._teardown_request, self._processors = {}, [], [], [], [], []
    def route(self, rule, **k):
        def add(f):
            self.add_url_rule(rule, k.pop('endpoint', None), f, **k)
            return f
        return add
    def get(self, rule, **k): return self.route(rule, methods=['GET'], **k)
    def post(self, rule, **k): return self.route(rule, methods=['POST'], **k)
    def put(self, rule, **k): return self.route(rule, methods=['PUT'], **k)
    def patch(self, rule, **k): return self.route(rule, methods=['PATCH'], **k)
    def delete(self, rule, **k): return self.route(rule, methods=['DELETE'], **k)
    def errorhandler(self, what):
        def add(f):
            self.register_error_handler(what, f)
            return f
        return add
    def register_error_handler(self, what, f):
        if isinstance(what, int):
            if what not in default_exceptions: raise ValueError("'%d' is not a recognized HTTP error code. Use a subclass of HTTPException with that code instead." % what)
            what = default_exceptions[what]
        self._errors[what] = f
    def before_request(self, f):
        self._before.append(f)
        return f
    def after_request(self, f):
        self._after.append(f)
        return f
    def teardown_request(self, f):
        self._teardown_request.append(f)
        return f
    def teardown_appcontext(self, f):
        self._teardown.append(f)
        return f
    def context_processor(self, f):
        self._processors.append(f)
        return f
class Blueprint(_Scaffold):
    def __init__(self, name, import_name, static_folder=None, static_url_path=None, template_folder=None, url_prefix=None, **k):
        self._init()
        self.name, self.import_name, self.url_prefix, self.template_folder, self._made, self._nested = name, import_name, url_prefix, template_folder, [], []
        self._app_errors, self._app_before, self._app_after, self._app_processors = {}, [], [], []
    def add_url_rule(self, rule, endpoint=None, view_func=None, **k): self._made.append((rule, endpoint or view_func.__name__, view_func, k))
    def register_blueprint(self, b, **k): self._nested.append((b, k))
    def app_errorhandler(self, what):
        def add(f):
            self._app_errors[what] = f
            return f
        return add
    def before_app_request(self, f):
        self._app_before.append(f)
        return f
    def after_app_request(self, f):
        self._app_after.append(f)
        return f
    def app_context_processor(self, f):
        self._app_processors.append(f)
        return f
`;
