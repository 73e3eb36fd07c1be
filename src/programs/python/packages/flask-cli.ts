/** flask/views.py, flask/cli.py and flask/__main__.py */
export const FLASK_VIEWS = String.raw`
from flask import request
class View:
    methods = None
    @classmethod
    def as_view(cls, name, *a, **k):
        def view(**values): return cls(*a, **k).dispatch_request(**values)
        view.__name__, view.methods, view.view_class = name, cls.methods, cls
        return view
class MethodView(View):
    def dispatch_request(self, **values):
        f = getattr(self, request.method.lower(), None)
        if f is None and request.method == 'HEAD': f = self.get
        return f(**values)
    @classmethod
    def as_view(cls, name, *a, **k):
        view = super(MethodView, cls).as_view(name, *a, **k)
        view.methods = [m.upper() for m in ('get', 'post', 'put', 'patch', 'delete') if hasattr(cls, m)]
        return view
`;

export const FLASK_CLI = String.raw`
import os, sys
USAGE = "Usage: flask [OPTIONS] COMMAND [ARGS]...\n"
def _fail(words, usage='Usage: flask run [OPTIONS]\nTry \'flask run --help\' for help.\n\nError: '):
    sys.stderr.write(usage + words + '\n')
    sys.exit(2)
def find_app(name, debug):
    os.environ['FLASK_RUN_FROM_CLI'] = 'true'
    if os.getcwd() not in sys.path: sys.path.insert(0, os.getcwd())
    module, _, var = (name or '').partition(':')
    if not module:
        module = [n for n in ('wsgi', 'app') if os.path.exists(n + '.py') or os.path.exists(n + '/__init__.py')]
        if not module:
            _fail("Could not locate a Flask application. Use the 'flask --app' option, 'FLASK_APP' environment variable, or a 'wsgi.py' or 'app.py' file in the current directory.")
        module = module[0]
    shown = module
    module = module[:-3] if module.endswith('.py') else module
    module = module.replace('/', '.').lstrip('.')
    try:
        m = __import__(module, None, None, ['x'])
    except ImportError as e:
        if module not in str(e): raise
        _fail("Could not import %r." % module)
    from flask import Flask
    found = None
    if var:
        call = var.rstrip(')').split('(')[0]
        found = getattr(m, call, None)
        if found is None: _fail('Failed to find attribute %r in %r.' % (call, module))
        if not isinstance(found, Flask): found = found()
    else:
        for n in ('app', 'application'):
            if isinstance(getattr(m, n, None), Flask): found = getattr(m, n)
        if found is None:
            all = [getattr(m, n) for n in dir(m) if isinstance(getattr(m, n), Flask)]
            found = all[0] if all else None
        for n in ('create_app', 'make_app'):
            if found is None and hasattr(m, n): found = getattr(m, n)()
        if found is None: _fail("Failed to find Flask application or factory in module %r. Use '%s:name' to specify one." % (module, module))
    if debug is not None: found.debug = debug
    return found, name or shown
def main():
    args, app, debug = sys.argv[1:], os.environ.get('FLASK_APP'), None
    try:
        from dotenv import load_dotenv
        load_dotenv('.flaskenv'); load_dotenv('.env')
        app = app or os.environ.get('FLASK_APP')
    except ImportError: pass
    env_debug = os.environ.get('FLASK_DEBUG')
    if env_debug: debug = env_debug.lower() not in ('0', 'false', 'no')
    command, host, port = None, os.environ.get('FLASK_RUN_HOST', '127.0.0.1'), int(os.environ.get('FLASK_RUN_PORT', 5000))
    reload = None
    while args:
        a = args.pop(0)
        name, eq, value = a.partition('=')
        def take():
            if eq: return value
            if not args: _fail('Option %r requires an argument.' % name)
            return args.pop(0)
        if name in ('-A', '--app'): app = take()
        elif a == '--debug': debug = True
        elif a == '--no-debug': debug = False
        elif name in ('-h', '--host'): host = take()
        elif name in ('-p', '--port'): port = int(take())
        elif a in ('--reload', '--no-reload'): reload = a == '--reload'
        elif a in ('--with-threads', '--without-threads', '--debugger', '--no-debugger'): pass
        elif a == '--version':
            print('Python ' + sys.version.split()[0] + '\nFlask 3.1.2\nWerkzeug 3.1.4')
            return
        elif a == '--help':
            print(USAGE + '\n  A general utility script for Flask applications.\n\nCommands:\n  routes  Show the routes for the app.\n  run     Run a development server.\n  shell   Run a shell in the app context.')
            return
        elif a[:1] == '-': _fail('No such option: ' + a)
        elif command is None:
            command = a
            if command not in ('run', 'routes', 'shell'):
                found, _ = find_app(app, debug)
                if command not in found.cli.commands: _fail('No such command %r.' % command, USAGE + "Try 'flask --help' for help.\n\nError: ")
                with found.app_context(): found.cli.commands[command](*args)
                return
    if command is None:
        print(USAGE)
        return
    found, shown = find_app(app, debug)
    if command == 'routes':
        rows = sorted([(r.endpoint, ', '.join(sorted(r.methods - {'HEAD', 'OPTIONS'})), r.rule) for r in found.url_map.iter_rules()])
        heads = ('Endpoint', 'Methods', 'Rule')
        w = [max([len(r[i]) for r in rows + [heads]]) for i in range(3)]
        for r in [heads, tuple(['-' * n for n in w])] + rows: print('  '.join([c + ' ' * (n - len(c)) for c, n in zip(r, w)]).rstrip())
        return
    from flask import show_server_banner
    from werkzeug.serving import run_simple
    show_server_banner(found.debug, shown)
    run_simple(host, port, found, use_reloader=found.debug if reload is None else reload, use_debugger=found.debug)
if __name__ == '__main__': main()
`;

/** itsdangerous, as signed cookies use it. */
export const ITSDANGEROUS = String.raw`
import hashlib, hmac, json, time, base64, zlib
class BadData(Exception):
    def __init__(self, message, payload=None):
        super().__init__(message)
        self.message, self.payload = message, payload
    def __str__(self): return self.message
class BadSignature(BadData): pass
class SignatureExpired(BadSignature): pass
class BadTimeSignature(BadSignature): pass
class BadPayload(BadData): pass
def _b(s): return s.encode() if isinstance(s, str) else s
def base64_encode(d): return base64.urlsafe_b64encode(_b(d)).rstrip(b'=')
def base64_decode(d):
    d = _b(d)
    return base64.urlsafe_b64decode(d + b'=' * (-len(d) % 4))
class Signer:
    def __init__(self, secret_key, salt='itsdangerous.Signer', sep='.', **k): self._key, self._salt, self.sep = _b(secret_key), _b(salt), _b(sep)
    def _derived(self): return hmac.new(self._key, self._salt, hashlib.sha1).digest()
    def get_signature(self, v): return base64_encode(hmac.new(self._derived(), _b(v), hashlib.sha1).digest())
    def sign(self, v): return _b(v) + self.sep + self.get_signature(v)
    def unsign(self, v):
        v = _b(v)
        i = v.rfind(self.sep)
        if i < 0: raise BadSignature("No '.' found in value")
        if v[i + 1:] != self.get_signature(v[:i]): raise BadSignature('Signature %r does not match' % v[i + 1:])
        return v[:i]
    def validate(self, v):
        try:
            self.unsign(v)
            return True
        except BadSignature: return False
class TimestampSigner(Signer):
    def sign(self, v):
        t = int(time.time())
        stamped = _b(v) + self.sep + base64_encode(t.to_bytes(4, 'big'))
        return stamped + self.sep + self.get_signature(stamped)
    def unsign(self, v, max_age=None, return_timestamp=False):
        v = super().unsign(v)
        i = v.rfind(self.sep)
        if i < 0: raise BadTimeSignature('timestamp missing', v)
        t, v = int.from_bytes(base64_decode(v[i + 1:]), 'big'), v[:i]
        if max_age is not None and time.time() - t > max_age: raise SignatureExpired('Signature age %d > %s seconds' % (time.time() - t, max_age), v)
        return v
class URLSafeSerializer:
    signer = Signer
    def __init__(self, secret_key, salt='itsdangerous', **k): self._s = self.signer(secret_key, salt)
    def dumps(self, o, salt=None): return self._s.sign(base64_encode(json.dumps(o, separators=(',', ':')))).decode()
    def _load(self, raw):
        try:
            return json.loads(base64_decode(raw))
        except ValueError:
            raise BadPayload('Could not load the payload')
    def loads(self, s, max_age=None, salt=None): return self._load(self._s.unsign(s))
class URLSafeTimedSerializer(URLSafeSerializer):
    signer = TimestampSigner
    def loads(self, s, max_age=None, salt=None): return self._load(self._s.unsign(s, max_age))
`;
