/** The rest of Flask: the application, its server and templates. */
export const FLASK_APP = String.raw`
def _match(rule, path):
    parts, segs = rule.split('/'), path.split('/')
    values = {}
    for i, p in enumerate(parts):
        if p.startswith('<path:'):
            values[p[6:-1]] = '/'.join(segs[i:])
            return values
        if i >= len(segs):
            return None
        if p.startswith('<') and p.endswith('>'):
            kind, colon, name = p[1:-1].partition(':')
            if not colon:
                kind, name = 'string', kind
            if not segs[i]:
                return None
            try:
                if kind == 'int' and not segs[i].isdigit():
                    return None
                values[name] = int(segs[i]) if kind == 'int' else float(segs[i]) if kind == 'float' else segs[i]
            except ValueError:
                return None
        elif p != segs[i]:
            return None
    return values if len(parts) == len(segs) else None

class _Scaffold:
    def _init(self):
        self._rules, self._errors, self._before, self._after, self._teardown, self.view_functions = [], {}, [], [], [], {}
    def add_url_rule(self, rule, endpoint=None, view_func=None, methods=None, **k):
        endpoint = endpoint or view_func.__name__
        self._rules.append((rule, [m.upper() for m in methods or ['GET']], endpoint, view_func))
        self.view_functions[endpoint] = view_func
    def route(self, rule, methods=None, endpoint=None, **k):
        def add(f):
            self.add_url_rule(rule, endpoint, f, methods)
            return f
        return add
    def get(self, rule, **k): return self.route(rule, ['GET'], **k)
    def post(self, rule, **k): return self.route(rule, ['POST'], **k)
    def put(self, rule, **k): return self.route(rule, ['PUT'], **k)
    def patch(self, rule, **k): return self.route(rule, ['PATCH'], **k)
    def delete(self, rule, **k): return self.route(rule, ['DELETE'], **k)
    def errorhandler(self, what):
        def add(f):
            self._errors[what] = f
            return f
        return add
    def before_request(self, f):
        self._before.append(f)
        return f
    def after_request(self, f):
        self._after.append(f)
        return f
    def teardown_appcontext(self, f):
        self._teardown.append(f)
        return f
    teardown_request = teardown_appcontext

class Blueprint(_Scaffold):
    def __init__(self, name, import_name, url_prefix='', **k):
        self._init()
        self.name, self.url_prefix = name, url_prefix

class _Logger:
    def _say(self, level, text, args):
        t = time.localtime()
        sys.stderr.write('[%s] %s in app: %s\n' % (time.strftime('%Y-%m-%d %H:%M:%S,000', t), level, str(text) % args if args else text))
    def debug(self, t, *a): pass
    def info(self, t, *a): pass
    def warning(self, t, *a): self._say('WARNING', t, a)
    def error(self, t, *a): self._say('ERROR', t, a)
    critical = exception = error

class _Context:
    def __enter__(self): return self
    def __exit__(self, *a): pass

current_app = None
class Flask(_Scaffold):
    def __init__(self, import_name, static_folder='static', template_folder='templates', **k):
        global current_app
        self._init()
        self.name = self.import_name = import_name
        self.config, self.logger, self.secret_key, self.debug, self.testing = {'DEBUG': False}, _Logger(), None, False, False
        self.static_folder, self.template_folder = static_folder, template_folder
        current_app = self
    def register_blueprint(self, b, url_prefix=None, **k):
        prefix = url_prefix or b.url_prefix or ''
        for rule, methods, endpoint, f in b._rules:
            self.add_url_rule(prefix + rule if rule != '/' or not prefix else prefix + '/', b.name + '.' + endpoint, f, methods)
        self._errors.update(b._errors)
    def app_context(self): return _Context()
    def test_request_context(self, *a, **k): return _Context()
    def test_client(self): return _Client(self)
    def _find(self):
        allowed = []
        for rule, methods, endpoint, f in self._rules:
            values = _match(rule, request.path)
            if values is None:
                if rule.endswith('/') and request.path + '/' == rule:
                    return lambda: redirect(request.host_url.rstrip('/') + rule, 308), {}
                continue
            if request.method in methods or request.method == 'HEAD' and 'GET' in methods:
                request.endpoint, request.view_args = endpoint, values
                return f, values
            allowed += methods
        if allowed and request.method == 'OPTIONS':
            return lambda: ('', 200, {'Allow': ', '.join(sorted(set(allowed + ['HEAD', 'OPTIONS'])))}), {}
        if self.static_folder and request.path.startswith('/static/'):
            return lambda: send_file(self.static_folder + request.path[7:]), {}
        raise HTTPException(405 if allowed else 404)
    def _handler(self, e):
        code = e.code if isinstance(e, HTTPException) else 500
        if code in self._errors and isinstance(e, HTTPException):
            return self._errors[code]
        for kind, f in self._errors.items():
            if not isinstance(kind, int) and isinstance(e, kind):
                return f
        return self._errors.get(500) if code == 500 else None
    def full_dispatch_request(self):
        try:
            for f in self._before:
                v = f()
                if v is not None:
                    break
            else:
                view, values = self._find()
                v = view(**values)
            r = _respond(v)
        except Exception as e:
            f = self._handler(e)
            if not isinstance(e, HTTPException):
                if f is None or self._errors.get(500) is f:
                    t = time.strftime('%Y-%m-%d %H:%M:%S,000')
                    sys.stderr.write('[%s] ERROR in app: Exception on %s [%s]\n%s' % (t, request.path, request.method, __traceback(e)))
                    e = HTTPException(500)
            v = f(e) if f else e.get_response()
            r = _respond(v)
        for f in self._after:
            r = f(r)
        for f in self._teardown:
            f(None)
        return r
    def _handle(self, method, target, headers, body, address):
        request._set(method, target, headers, body, address)
        r = self.full_dispatch_request()
        r.headers['Content-Length'] = len(r.data)
        return r
    def run(self, host=None, port=None, debug=None, load_dotenv=True, **k):
        host, port = host or '127.0.0.1', int(port or 5000)
        if debug is not None:
            self.debug = debug
        print(" * Serving Flask app '%s'\n * Debug mode: %s" % (sys.argv[0].split('/')[-1].rsplit('.', 1)[0] if self.name == '__main__' else self.name, 'on' if self.debug else 'off'), flush=True)
        _serve(self, host, port)

def _read(s, pending):
    while b'\r\n\r\n' not in pending:
        got = s.recv(65536)
        if not got:
            return None
        pending += got
    head, _, body = pending.partition(b'\r\n\r\n')
    lines = head.decode().split('\r\n')
    headers = Headers()
    for l in lines[1:]:
        k, _, v = l.partition(':')
        headers.add(k.strip(), v.strip())
    if headers.get('Expect', '').lower() == '100-continue':
        s.sendall(b'HTTP/1.1 100 Continue\r\n\r\n')
    n = int(headers.get('Content-Length') or 0)
    while len(body) < n:
        got = s.recv(65536)
        if not got:
            return None
        body += got
    return lines[0], headers, body[:n]

def _answer(app, s, address):
    read = _read(s, b'')
    if read is None:
        return
    line, headers, body = read
    parts = line.split(' ')
    if len(parts) != 3:
        r = HTTPException(400).get_response()
    else:
        r = app._handle(parts[0], parts[1], headers, body, address)
    now = time.gmtime()
    out = ['HTTP/1.1 ' + r.status, 'Server: Werkzeug/3.1.3 Python/3.12.12', time.strftime('Date: %a, %d %b %Y %H:%M:%S GMT', now)]
    for k, v in r.headers.items():
        out.append(k + ': ' + v)
    out.append('Connection: close')
    s.sendall('\r\n'.join(out).encode() + b'\r\n\r\n' + (b'' if parts[0] == 'HEAD' else r.data))
    sys.stderr.write('%s - - [%s] "%s" %d -\n' % (address, time.strftime('%d/%b/%Y %H:%M:%S', now), line, r.status_code))

def _serve(app, host, port):
    server = socket.socket()
    try:
        server.bind((host, port))
        server.listen()
    except OSError as e:
        if e.errno != 98:
            raise
        sys.stderr.write('Address already in use\nPort %d is in use by another program. Either identify and stop that program, or start the server with a different port.\n' % port)
        sys.exit(1)
    say = sys.stderr.write
    say('WARNING: This is a development server. Do not use it in a production deployment. Use a production WSGI server instead.\n')
    if host == '0.0.0.0':
        say(' * Running on all addresses (0.0.0.0)\n * Running on http://127.0.0.1:%d\n * Running on http://%s:%d\nPress CTRL+C to quit\n' % (port, socket.gethostbyname(socket.gethostname()), port))
    else:
        say(' * Running on http://%s:%d\nPress CTRL+C to quit\n' % (host, port))
    def step():
        try:
            s, address = server.accept()
            try:
                _answer(app, s, address[0])
            except OSError:
                pass
            s.close()
        except KeyboardInterrupt:
            sys.exit(0)
    # Each request begins anew at the top: memory is only given back there.
    raise __Forever(step)

class _Client:
    def __init__(self, app): self._app = app
    def open(self, path, method='GET', data=b'', json=None, headers=None):
        if json is not None:
            data = _json.dumps(json)
        h = Headers((headers or {}).items())
        if json is not None:
            h['Content-Type'] = 'application/json'
        return self._app._handle(method, path, h, data.encode() if isinstance(data, str) else data, '127.0.0.1')
    def get(self, path, **k): return self.open(path, 'GET', **k)
    def post(self, path, **k): return self.open(path, 'POST', **k)
    def put(self, path, **k): return self.open(path, 'PUT', **k)
    def delete(self, path, **k): return self.open(path, 'DELETE', **k)

def url_for(endpoint, **values):
    if endpoint == 'static':
        return '/static/' + values['filename']
    for rule, methods, name, f in current_app._rules:
        if name == endpoint:
            for k, v in list(values.items()):
                for shape in ('<%s>', '<int:%s>', '<string:%s>', '<path:%s>', '<float:%s>'):
                    if shape % k in rule:
                        rule = rule.replace(shape % k, str(v))
                        values.pop(k)
                        break
            return rule + ('?' + '&'.join(['%s=%s' % (k, v) for k, v in values.items()]) if values else '')
    raise RuntimeError("Could not build url for endpoint '%s'." % endpoint)
def send_file(path, mimetype=None, **k):
    types = {'html': 'text/html', 'css': 'text/css', 'js': 'text/javascript', 'json': 'application/json', 'txt': 'text/plain', 'png': 'image/png', 'svg': 'image/svg+xml'}
    try:
        with open(path, 'rb') as f:
            return Response(f.read(), mimetype=mimetype or types.get(path.rsplit('.', 1)[-1], 'application/octet-stream'))
    except OSError:
        raise HTTPException(404)
def send_from_directory(directory, path, **k): return send_file(directory + '/' + path)
def render_template(name, **values):
    with open(os.path.join(current_app.template_folder, name)) as f:
        return render_template_string(f.read(), **values)
def render_template_string(source, **values):
    from _template import render
    values.update({'request': request, 'url_for': url_for, 'session': session, 'g': g, 'config': current_app.config})
    return render(source, values)
`;
