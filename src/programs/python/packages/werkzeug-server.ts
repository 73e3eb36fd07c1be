/** werkzeug/serving.py: the development server, behind what it shares with gunicorn. */
export const WERKZEUG_SERVER = String.raw`
_BAD = b'HTTP/1.1 400 Bad Request\r\nContent-Type: text/html;charset=utf-8\r\nConnection: close\r\n\r\n'
def log(text, *a):
    import logging
    l = logging.getLogger('werkzeug')
    if l.level == 0: l.setLevel(logging.INFO)
    if not l.hasHandlers(): l.addHandler(logging.StreamHandler())
    l.info(text, *a)
def _serve_one(app, server, host, port, debug):
    s, address = server.accept()
    try:
        got = read_request(s)
        if got is None: return
        line, headers, body = got
        stamp = time.strftime('%d/%b/%Y %H:%M:%S')
        if len(line.split(' ')) != 3:
            s.sendall(_BAD)
            log('%s', '%s - - [%s] code 400, message Bad request syntax (%r)' % (address[0], stamp, line))
            return
        head = ['Server: Werkzeug/3.1.4 Python/' + sys.version.split()[0], time.strftime('Date: %a, %d %b %Y %H:%M:%S GMT', time.gmtime())]
        told = answer(app, s, make_environ(line, headers, body, address, (host, port), 'Werkzeug/3.1.4'), head)
        log('%s', '%s - - [%s] "%s" %s -' % (address[0], stamp, line, told['status'].split(' ')[0]))
    except OSError:
        pass
    finally:
        s.close()
def run_simple(hostname, port, application, use_reloader=False, use_debugger=False, use_evalex=True, **k):
    server = socket.socket()
    try:
        server.bind((hostname, port))
        server.listen()
    except OSError as e:
        if e.errno == 98:
            sys.stderr.write('Address already in use\nPort %d is in use by another program. Either identify and stop that program, or start the server with a different port.\n' % port)
        elif e.errno == 13: sys.stderr.write('Permission denied\n')
        else: sys.stderr.write('%s\n' % e.strerror)
        sys.exit(1)
    lines = ['WARNING: This is a development server. Do not use it in a production deployment. Use a production WSGI server instead.']
    red = sys.stderr.isatty()
    if red: lines[0] = '\x1b[31m\x1b[1m' + lines[0] + '\x1b[0m'
    if hostname == '0.0.0.0':
        lines += [' * Running on all addresses (0.0.0.0)', ' * Running on http://127.0.0.1:%d' % port, ' * Running on http://%s:%d' % (socket.gethostbyname(socket.gethostname()), port)]
    else: lines.append(' * Running on http://%s:%d' % (hostname, port))
    log('%s', '\n'.join(lines))
    log('%s', '\x1b[33mPress CTRL+C to quit\x1b[0m' if red else 'Press CTRL+C to quit')
    if use_reloader:
        __hostcall('notice', 'The simulated Flask does not watch its files: restart it after a change.')
        log('%s', ' * Restarting with stat')
        # As run_with_reloader does: without it PID 1 would not hear SIGTERM.
        import signal
        signal.signal(signal.SIGTERM, lambda *a: sys.exit(0))
    if use_debugger:
        log('%s', ' * Debugger is active!')
        log('%s', ' * Debugger PIN: %d-%d-%d' % (__hostcall('random') % 900 + 100, __hostcall('random') % 900 + 100, __hostcall('random') % 900 + 100))
    def step():
        try:
            _serve_one(application, server, hostname, port, use_debugger)
        except KeyboardInterrupt:
            sys.exit(0)
    # Each request begins anew at the top: memory is only given back there.
    raise __Forever(step)
`;

/** werkzeug/security.py and werkzeug/utils.py */
export const WERKZEUG_SECURITY = String.raw`
import hashlib, hmac, secrets
def _derive(method, salt, password):
    kind, *args = method.split(':')
    if kind == 'pbkdf2':
        name, n = args[0] if args else 'sha256', int(args[1]) if len(args) > 1 else 1000000
        return hashlib.pbkdf2_hmac(name, password.encode(), salt.encode(), n).hex(), 'pbkdf2:%s:%d' % (name, n)
    if kind == 'scrypt':
        n, r, p = [int(a) for a in args] if args else (2 ** 15, 8, 1)
        return hashlib.scrypt(password.encode(), salt=salt.encode(), n=n, r=r, p=p, maxmem=132 * n * r * p).hex(), 'scrypt:%d:%d:%d' % (n, r, p)
    raise ValueError('Invalid hash method %r.' % kind)
def generate_password_hash(password, method='scrypt', salt_length=16):
    salt = ''.join([secrets.choice('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') for _ in range(salt_length)])
    h, name = _derive(method, salt, password)
    return '%s$%s$%s' % (name, salt, h)
def check_password_hash(pwhash, password):
    try:
        method, salt, h = pwhash.split('$', 2)
    except ValueError:
        return False
    return _derive(method, salt, password)[0] == h
`;

export const WERKZEUG_UTILS = String.raw`
import os as _os
def secure_filename(name):
    for sep in '/\\': name = name.replace(sep, ' ')
    t = '_'.join(name.split())
    return ''.join([c for c in t if c.isalpha() and c < '\x80' or c.isdigit() or c in '_.-']).strip('._')
def redirect(location, code=302, Response=None):
    from werkzeug.wrappers import Response as R
    from markupsafe import escape
    l = escape(location)
    r = (Response or R)('<!doctype html>\n<html lang=en>\n<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n<p>You should be redirected automatically to the target URL: <a href="%s">%s</a>. If not, click the link.\n' % (l, l), code, mimetype='text/html')
    r.headers['Location'] = location
    return r
_TYPES = {'html': 'text/html', 'htm': 'text/html', 'css': 'text/css', 'js': 'text/javascript', 'mjs': 'text/javascript', 'json': 'application/json', 'txt': 'text/plain', 'py': 'text/x-python', 'png': 'image/png',
    'jpg': 'image/jpeg', 'jpeg': 'image/jpeg', 'gif': 'image/gif', 'svg': 'image/svg+xml', 'ico': 'image/vnd.microsoft.icon', 'pdf': 'application/pdf', 'xml': 'text/xml', 'csv': 'text/csv', 'md': 'text/markdown', 'zip': 'application/zip', 'webp': 'image/webp'}
def guess(name): return _TYPES.get(name.rsplit('.', 1)[-1].lower(), 'application/octet-stream')
`;
