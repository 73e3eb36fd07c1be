/** flask: the application. */
export const FLASK_APP = String.raw`
class Config(dict):
    # What takes long to import is there when it is asked for.
    def __getitem__(self, key):
        if key == 'PERMANENT_SESSION_LIFETIME' and key not in self:
            from datetime import timedelta
            self[key] = timedelta(days=31)
        return super().__getitem__(key)
    def from_object(self, o):
        if isinstance(o, str):
            module, _, name = o.rpartition('.')
            try:
                o = __import__(o, None, None, ['x'])
            except ImportError:
                o = getattr(__import__(module, None, None, [name]), name)
        for k in dir(o):
            if k.isupper(): self[k] = getattr(o, k)
    def from_mapping(self, *a, **k):
        for n, v in dict(*a, **k).items():
            if n.isupper(): self[n] = v
        return True
    def from_pyfile(self, name, silent=False):
        try:
            source = open(os.path.join(self._root, name)).read()
        except OSError:
            if silent: return False
            raise
        space = {}
        exec(source, space)
        return self.from_mapping(space)
    def from_envvar(self, name, silent=False):
        v = os.environ.get(name)
        if not v:
            if silent: return False
            raise RuntimeError('The environment variable %r is not set and as such configuration could not be loaded. Set this variable and make it point to a configuration file' % name)
        return self.from_pyfile(v, silent)
    def from_prefixed_env(self, prefix='FLASK', loads=_json.loads):
        for k, v in sorted(os.environ.items()):
            if k.startswith(prefix + '_'):
                try:
                    v = loads(v)
                except ValueError: pass
                self[k[len(prefix) + 1:]] = v
        return True
    def from_file(self, name, load, silent=False, text=True):
        with open(os.path.join(self._root, name), 'r' if text else 'rb') as f: return self.from_mapping(load(f))
class _Cli:
    def __init__(self): self.commands = {}
    def command(self, name=None, *a, **k):
        def add(f):
            c = f if hasattr(f, '_command') else f
            self.commands[name or f.__name__.replace('_', '-')] = c
            return f
        return add
    def add_command(self, c, name=None): self.commands[name or c.__name__] = c
class Flask(_Scaffold):
    request_class, response_class = Request, Response
    def __init__(self, import_name, static_url_path=None, static_folder='static', template_folder='templates', instance_path=None, root_path=None, **k):
        global _app
        self._init()
        self.import_name, self._logger, self.testing, self.cli, self.json, self.extensions, self.blueprints = import_name, None, False, _Cli(), _Json(), {}, {}
        file = getattr(sys.modules.get(import_name), '__file__', None) if import_name != '__main__' else sys.argv[0]
        self.root_path = root_path or (os.path.dirname(os.path.abspath(file)) if file and file != '-c' else os.getcwd())
        self.instance_path = instance_path or os.path.join(self.root_path, 'instance')
        self.name = os.path.splitext(os.path.basename(sys.argv[0]))[0] if import_name == '__main__' else import_name
        self.config = Config()
        self.config._root = self.root_path
        self.config.update({'DEBUG': os.environ.get('FLASK_DEBUG', '').lower() in ('1', 'true', 'yes'), 'TESTING': False, 'SECRET_KEY': None, 'SESSION_COOKIE_NAME': 'session', 'APPLICATION_ROOT': '/', 'SERVER_NAME': None,
            'PREFERRED_URL_SCHEME': 'http', 'MAX_CONTENT_LENGTH': None, 'TEMPLATES_AUTO_RELOAD': None, 'PROPAGATE_EXCEPTIONS': None, 'SEND_FILE_MAX_AGE_DEFAULT': None})
        self.session_interface = SecureCookieSessionInterface()
        self.url_map, self.view_functions, self._rules = _Map(), {}, []
        self.static_folder = static_folder if static_folder is None or static_folder.startswith('/') else os.path.join(self.root_path, static_folder)
        self.static_url_path = static_url_path if static_url_path is not None else '/' + os.path.basename(static_folder) if static_folder else None
        self.template_folder = template_folder
        self._template_folders = [os.path.join(self.root_path, template_folder)] if template_folder else []
        self._jinja_env = None
        if self.static_folder:
            self.add_url_rule(self.static_url_path.rstrip('/') + '/<path:filename>', 'static', lambda filename: send_from_directory(self.static_folder, filename))
        _app = self
    @property
    def jinja_env(self):
        if self._jinja_env is None:
            import jinja2
            self._jinja_env = jinja2.Environment(loader=jinja2.FileSystemLoader([]), autoescape=lambda n: n is None or n.lower().endswith(('.html', '.htm', '.xml', '.xhtml', '.svg')))
            self._jinja_env.loader.searchpath = self._template_folders
            self._jinja_env.globals.update({'url_for': self.url_for, 'get_flashed_messages': get_flashed_messages, 'config': self.config, 'request': request, 'session': session, 'g': g})
        return self._jinja_env
    debug = property(lambda s: s.config['DEBUG'], lambda s, v: s.config.__setitem__('DEBUG', v))
    secret_key = property(lambda s: s.config['SECRET_KEY'], lambda s, v: s.config.__setitem__('SECRET_KEY', v))
    permanent_session_lifetime = property(lambda s: s.config['PERMANENT_SESSION_LIFETIME'], lambda s, v: s.config.__setitem__('PERMANENT_SESSION_LIFETIME', v))
    @property
    def logger(self):
        if self._logger is None:
            import logging
            self._logger = logging.getLogger(self.name)
            if self.debug and not self._logger.level: self._logger.setLevel(logging.DEBUG)
            if not self._logger.hasHandlers():
                h = logging.StreamHandler()
                h.setFormatter(logging.Formatter('[%(asctime)s] %(levelname)s in %(module)s: %(message)s'))
                self._logger.addHandler(h)
        return self._logger
    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, methods=None, defaults=None, strict_slashes=True, **k):
        if rule[:1] != '/': raise ValueError("URL rule %r must start with a slash." % rule)
        endpoint = endpoint or view_func.__name__
        methods = methods or getattr(view_func, 'methods', None) or ('GET',)
        if isinstance(methods, str): raise TypeError('Allowed methods must be a list of strings, for example: @app.route(..., methods=["POST"])')
        known = [m.upper() for m in methods]
        all = set(known + ['OPTIONS'] + (['HEAD'] if 'GET' in known else []))
        old = self.view_functions.get(endpoint)
        if view_func is not None:
            if old is not None and old is not view_func:
                raise AssertionError('View function mapping is overwriting an existing endpoint function: %s' % endpoint)
            self.view_functions[endpoint] = view_func
        r = Rule(rule, endpoint, all, defaults, strict_slashes)
        r._options = 'OPTIONS' not in known
        self.url_map._rules.append(r)
        self._rules = [p[-1] for p in sorted([(x.weight, i, x) for i, x in enumerate(self.url_map._rules)], key=lambda p: (p[0], p[1]))]
    def register_blueprint(self, b, url_prefix=None, name=None, **k):
        self._blueprint(b, url_prefix if url_prefix is not None else b.url_prefix or '', name or b.name)
    def _blueprint(self, b, prefix, name):
        if name in self.blueprints: raise ValueError("The name %r is already registered for a different blueprint. Use 'name=' to provide a unique name." % name)
        self.blueprints[name] = b
        for rule, endpoint, f, k in b._made:
            self.add_url_rule('/'.join((prefix.rstrip('/'), rule.lstrip('/'))) if prefix else rule, name + '.' + endpoint, f, **k)
        if b.template_folder: self._template_folders.append(os.path.join(self.root_path, b.template_folder))
        for what, f in b._app_errors.items(): self.register_error_handler(what, f)
        self._before += b._app_before
        self._after += b._app_after
        self._processors += b._app_processors
        for c, k in b._nested: self._blueprint(c, prefix.rstrip('/') + (k.get('url_prefix') or c.url_prefix or ''), name + '.' + c.name)
    def app_context(self): return _Context(self)
    def request_context(self, environ): return _Context(self, self.request_class(environ))
    def test_request_context(self, path='/', method='GET', **k): return self.request_context(_environ(path, method, **k))
    def test_client(self, use_cookies=True, **k): return FlaskClient(self)
    def test_cli_runner(self, **k): return _Runner(self)
    def template_filter(self, name=None):
        def add(f):
            self.jinja_env.filters[name or f.__name__] = f
            return f
        return add
    def template_global(self, name=None):
        def add(f):
            self.jinja_env.globals[name or f.__name__] = f
            return f
        return add
    def template_test(self, name=None):
        def add(f):
            self.jinja_env.tests[name or f.__name__] = f
            return f
        return add
    add_template_filter = lambda self, f, name=None: self.template_filter(name)(f)
    add_template_global = lambda self, f, name=None: self.template_global(name)(f)
    def shell_context_processor(self, f): return f
    def _with_processors(self, c):
        d = {}
        b = self.blueprints.get((request.endpoint or '').rpartition('.')[0]) if has_request_context() else None
        for f in self._processors + (b._processors if b else []): d.update(f())
        d.update(c)
        return d
    def url_for(self, endpoint, *, _anchor=None, _method=None, _scheme=None, _external=None, **values):
        from urllib.parse import urlencode, quote
        if endpoint[:1] == '.':
            here = request.endpoint.rpartition('.')[0]
            endpoint = here + endpoint if here else endpoint[1:]
        best = None
        for r in self.url_map._rules:
            if r.endpoint == endpoint and all([a in values for a in r.arguments]):
                if best is None or len(r.arguments) > len(best.arguments): best = r
        if best is None:
            named = [r for r in self.url_map._rules if r.endpoint == endpoint]
            words = "Could not build url for endpoint %r" % endpoint + (" with values %r" % list(values) if values else '') + '.'
            if named: words += ' Did you forget to specify values %r?' % sorted([a for a in named[0].arguments if a not in values])
            else:
                like = [r.endpoint for r in self.url_map._rules if r.endpoint != 'static']
                near = [n for n in like if n[:2] == endpoint[:2]] or like
                if near: words += ' Did you mean %r instead?' % near[0]
            raise BuildError(words)
        url = best.build(values)
        rest = [(k, v) for k, v in values.items() if k not in best.arguments and v is not None]
        if rest: url += '?' + urlencode(rest, doseq=True)
        if _anchor: url += '#' + quote(_anchor)
        if _external or not has_request_context():
            host = request.host if has_request_context() else self.config['SERVER_NAME']
            if host is None: raise RuntimeError("Unable to build URLs outside an active request without 'SERVER_NAME' configured. Also configure 'APPLICATION_ROOT' and 'PREFERRED_URL_SCHEME' as needed.")
            url = '%s://%s%s' % (_scheme or (request.scheme if has_request_context() else 'http'), host, url)
        return url
    def _route(self, req):
        allowed = []
        for r in self._rules:
            values = r.match(req.path)
            if values is None:
                if r.rule.endswith('/') and r.strict and not req.path.endswith('/') and r.match(req.path + '/') is not None and req.method in r.methods:
                    q = req.query_string.decode()
                    e = HTTPException(response=redirect(req.host_url.rstrip('/') + req.path + '/' + ('?' + q if q else ''), 308))
                    e.code = 308
                    raise e
                continue
            if req.method in r.methods:
                req.url_rule, req.endpoint, req.view_args = r, r.endpoint, dict(r.defaults, **values)
                req.blueprint = r.endpoint.rpartition('.')[0] or None
                return
            allowed += r.methods
        raise MethodNotAllowed(sorted(set(allowed))) if allowed else NotFound()
    def _handler(self, e):
        maps = [self.blueprints[request.blueprint]._errors] if has_request_context() and request.blueprint in self.blueprints else []
        for errors in maps + [self._errors]:
            best = None
            for kind, f in errors.items():
                if isinstance(e, kind) and (best is None or issubclass(kind, best[0])): best = (kind, f)
            if best: return best[1]
        return None
    def dispatch_request(self):
        r = _stack[-1].request
        if r.routing_exception is not None: raise r.routing_exception
        if r.method == 'OPTIONS' and r.url_rule._options: return self._allow(r)
        return self.ensure_sync(self.view_functions[r.endpoint])(**r.view_args)
    def ensure_sync(self, f): return f
    def _allow(self, r):
        all = set()
        for rule in self._rules:
            if rule.match(r.path) is not None: all |= rule.methods
        return Response('', 200, {'Allow': ', '.join(sorted(all))})
    def make_response(self, v): return self._made(v)
    def _made(self, v):
        status = headers = None
        if isinstance(v, tuple):
            if len(v) == 3: v, status, headers = v
            elif len(v) == 2 and isinstance(v[1], (dict, list, tuple)) or len(v) == 2 and hasattr(v[1], 'items'): v, headers = v
            elif len(v) == 2: v, status = v
            else: raise TypeError('The view function did not return a valid response tuple. The tuple must have the form (body, status, headers), (body, status), or (body, headers).')
        if v is None:
            raise TypeError("The view function for %r did not return a valid response. The function either returned None or ended without a return statement." % request.endpoint)
        if isinstance(v, Markup) or isinstance(v, str): v = Response(str(v))
        elif isinstance(v, (bytes, bytearray)): v = Response(v)
        elif isinstance(v, (dict, list)): v = self.json.response(v)
        elif isinstance(v, HTTPException): v = v.get_response()
        elif not isinstance(v, _Response):
            if hasattr(v, '__next__') or hasattr(v, '__iter__'): v = Response(v)
            else: raise TypeError("The view function did not return a valid response. The return type must be a string, dict, list, tuple with headers or status, Response instance, or WSGI callable, but it was a %s." % type(v).__name__)
        if status is not None: v._set(status)
        if headers: v.headers.update(headers)
        return v
    def _blueprint_hooks(self, name):
        b = self.blueprints.get(_stack[-1].request.blueprint)
        return getattr(b, name) if b else []
    def handle_user_exception(self, e):
        if isinstance(e, BadRequestKeyError): pass
        if isinstance(e, HTTPException):
            if e.response is not None: return e
            f = self._handler(e)
            return f(e) if f else e
        f = self._handler(e)
        if f is None or self._errors.get(InternalServerError) is f: raise e
        return f(e)
    def handle_exception(self, e):
        if self.config['PROPAGATE_EXCEPTIONS'] or self.testing or self.config['TESTING']: raise e
        self.logger.error('Exception on %s [%s]' % (request.path, request.method), exc_info=e)
        error = InternalServerError()
        error.original_exception = e
        f = self._handler(error)
        return self._finish(f(error) if f else error)
    def _finish(self, v):
        r = self._made(v)
        for f in getattr(_stack[-1].g, '_after', []): r = f(r)
        for f in reversed(self._after + self._blueprint_hooks('_after')): r = f(r)
        self.session_interface.save_session(self, _stack[-1].session, r)
        return r
    def full_dispatch_request(self):
        try:
            v = None
            for f in self._before + self._blueprint_hooks('_before'):
                v = f()
                if v is not None: break
            if v is None: v = self.dispatch_request()
            elif False: pass
            return self._finish(self._checked(v))
        except Exception as e:
            return self._finish(self.handle_user_exception(e))
    def _checked(self, v):
        if v is None: raise TypeError("The view function for %r did not return a valid response. The function either returned None or ended without a return statement." % request.endpoint)
        return v
    def wsgi_app(self, environ, start_response):
        c = self.request_context(environ)
        error = None
        c.push()
        try:
            try:
                r = self.full_dispatch_request()
            except Exception as e:
                error = e
                r = self.handle_exception(e)
            return r(environ, start_response)
        finally:
            c.pop(error)
    def __call__(self, environ, start_response): return self.wsgi_app(environ, start_response)
    def run(self, host=None, port=None, debug=None, load_dotenv=True, use_reloader=None, threaded=True, **k):
        if os.environ.get('FLASK_RUN_FROM_CLI') == 'true':
            return
        if debug is not None: self.debug = bool(debug)
        show_server_banner(self.debug, self.name)
        from werkzeug.serving import run_simple
        run_simple(host or '127.0.0.1', int(port if port is not None else 5000), self, use_reloader=self.debug if use_reloader is None else use_reloader, use_debugger=self.debug)
class BuildError(LookupError): pass
def show_server_banner(debug, name):
    print(' * Serving Flask app %r\n * Debug mode: %s' % (name, 'on' if debug else 'off'), flush=True)

def _environ(path='/', method='GET', data=None, json=None, headers=None, query_string=None, content_type=None, cookies='', base_url=None, **k):
    from werkzeug.serving import make_environ
    from urllib.parse import urlencode
    h = list((headers.items() if hasattr(headers, 'items') else headers) or ())
    body = b''
    if json is not None: body, content_type = _json.dumps(json).encode(), content_type or 'application/json'
    elif isinstance(data, dict):
        files = [(k, v) for k, v in data.items() if isinstance(v, tuple)]
        if files:
            mark, parts = '---------------WerkzeugFormPart', []
            for k, v in data.items():
                if isinstance(v, tuple): parts.append(('--%s\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: application/octet-stream\r\n\r\n' % (mark, k, v[1])).encode() + v[0].read() + b'\r\n')
                else: parts.append(('--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (mark, k, v)).encode())
            body, content_type = b''.join(parts) + ('--%s--\r\n' % mark).encode(), 'multipart/form-data; boundary=' + mark
        else: body, content_type = urlencode(data, doseq=True).encode(), content_type or 'application/x-www-form-urlencoded'
    elif data is not None: body = data.encode() if isinstance(data, str) else data
    if query_string: path += '?' + (query_string if isinstance(query_string, str) else urlencode(query_string, doseq=True))
    if content_type: h.append(('Content-Type', content_type))
    if body: h.append(('Content-Length', str(len(body))))
    if cookies: h.append(('Cookie', cookies))
    if not [1 for k, v in h if k.lower() == 'user-agent']: h.append(('User-Agent', 'Werkzeug/3.1.4'))
    if not [1 for k, v in h if k.lower() == 'host']: h.append(('Host', 'localhost'))
    if path.startswith('http://'): path = '/' + path.split('/', 3)[3] if path.count('/') > 2 else '/'
    return make_environ('%s %s HTTP/1.1' % (method, path.replace(' ', '%20')), h, body, ('127.0.0.1', 0), ('localhost', 80), 'werkzeug/3.1.4')
class FlaskClient:
    def __init__(self, app): self.application, self._cookies = app, {}
    def open(self, path='/', method='GET', follow_redirects=False, **k):
        e = _environ(path, method, cookies='; '.join(['%s=%s' % p for p in self._cookies.items()]), **k)
        got = {}
        def start(status, headers, exc_info=None): got['r'] = (status, headers)
        body = b''.join(self.application(e, start))
        r = Response(None, got['r'][0], got['r'][1])
        r.response = [body]
        for k, v in got['r'][1]:
            if k == 'Set-Cookie':
                n, _, x = v.split(';')[0].partition('=')
                if 'Max-Age=0' in v: self._cookies.pop(n, None)
                else: self._cookies[n] = x
        if follow_redirects and r.status_code in (301, 302, 303, 307, 308):
            return self.open(r.location.replace('http://localhost', ''), method if r.status_code > 303 else 'GET', True)
        return r
    def get(self, path='/', **k): return self.open(path, 'GET', **k)
    def post(self, path='/', **k): return self.open(path, 'POST', **k)
    def put(self, path='/', **k): return self.open(path, 'PUT', **k)
    def patch(self, path='/', **k): return self.open(path, 'PATCH', **k)
    def delete(self, path='/', **k): return self.open(path, 'DELETE', **k)
    def head(self, path='/', **k): return self.open(path, 'HEAD', **k)
    def options(self, path='/', **k): return self.open(path, 'OPTIONS', **k)
    def set_cookie(self, key, value='', **k): self._cookies[key] = value
    def session_transaction(self): return _SessionTransaction(self)
    def __enter__(self): return self
    def __exit__(self, *a): pass
class _SessionTransaction:
    def __init__(self, client): self._c = client
    def __enter__(self):
        app = self._c.application
        self._s = app.session_interface.open_session(app, Request(_environ(cookies='; '.join(['%s=%s' % p for p in self._c._cookies.items()]))))
        return self._s
    def __exit__(self, *a):
        app, r = self._c.application, Response('')
        app.session_interface.save_session(app, self._s, r)
        for v in r.headers.getlist('Set-Cookie'):
            n, _, x = v.split(';')[0].partition('=')
            self._c._cookies[n] = x
class _Runner:
    def __init__(self, app): self._app = app
`;
