/** gunicorn: a master and its workers. Simplified: workers are listed, the master answers for them in turn; one request at a time. */
export const GUNICORN = String.raw`
import os, sys, time, socket, signal
VERSION = '23.0.0'
def _stamp(): return time.strftime('[%Y-%m-%d %H:%M:%S +0000]', time.gmtime())
def _log(level, words, pid=None): sys.stderr.write('%s [%d] [%s] %s\n' % (_stamp(), pid or os.getpid(), level, words))
def _usage(words):
    sys.stderr.write('usage: gunicorn [OPTIONS] [APP_MODULE]\ngunicorn: error: %s\n' % words)
    sys.exit(2)
_ONE = {'-b': 'bind', '--bind': 'bind', '-w': 'workers', '--workers': 'workers', '-k': 'worker_class', '--worker-class': 'worker_class', '--threads': 'threads', '-t': 'timeout', '--timeout': 'timeout',
    '--access-logfile': 'accesslog', '--error-logfile': 'errorlog', '--log-file': 'errorlog', '--log-level': 'loglevel', '-c': 'config', '--config': 'config', '--chdir': 'chdir', '-n': 'proc_name', '--name': 'proc_name',
    '-e': 'env', '--env': 'env', '--pythonpath': 'pythonpath', '--keep-alive': 'keepalive', '--max-requests': 'max_requests', '--max-requests-jitter': 'max_requests_jitter', '--graceful-timeout': 'graceful_timeout',
    '-p': 'pidfile', '--pid': 'pidfile', '-u': 'user', '--user': 'user', '-g': 'group', '--group': 'group', '--worker-tmp-dir': 'worker_tmp_dir', '--access-logformat': 'access_log_format', '--worker-connections': 'worker_connections', '--forwarded-allow-ips': 'forwarded_allow_ips', '--backlog': 'backlog', '--umask': 'umask'}
_NONE = {'--reload': 'reload', '--preload': 'preload_app', '-D': 'daemon', '--daemon': 'daemon', '--capture-output': 'capture_output', '--check-config': 'check_config', '--no-sendfile': 'sendfile', '-R': 'enable_stdio_inheritance', '--enable-stdio-inheritance': 'enable_stdio_inheritance'}
def _load(name):
    module, colon, var = name.partition(':')
    var = var or 'application'
    try:
        m = __import__(module, None, None, ['x'])
    except ImportError as e:
        if module not in str(e): raise
        return None, e
    call = var.split('(')[0]
    app = getattr(m, call, None)
    if app is None:
        sys.stderr.write('Failed to find attribute %r in %r.\n' % (var, module))
        return None, 4
    if var.endswith(')'): app = eval(var, {call: app})
    if not callable(app):
        sys.stderr.write('Application object must be callable.\n')
        return None, 4
    return app, None
class _Null:
    def write(self, x): pass
def main():
    o = {'bind': [], 'workers': os.environ.get('WEB_CONCURRENCY', '1'), 'worker_class': 'sync', 'threads': '1', 'accesslog': None, 'loglevel': 'info', 'chdir': None, 'env': []}
    args, name, import_dir = sys.argv[1:], None, []
    import shlex
    args = shlex.split(os.environ.get('GUNICORN_CMD_ARGS', '')) + args
    given = {}
    while args:
        a = args.pop(0)
        k, eq, v = a.partition('=')
        if a[:2] != '--' and len(a) > 2 and a[:1] == '-' and a[:2] in _ONE: k, eq, v = a[:2], '=', a[2:].lstrip('=')
        if a in ('-v', '--version'):
            print('gunicorn (version %s)' % VERSION)
            return 0
        if a in ('-h', '--help'):
            print('usage: gunicorn [OPTIONS] [APP_MODULE]')
            return 0
        if k in _ONE:
            if not eq and not args: _usage('argument %s: expected one argument' % '/'.join([x for x in _ONE if _ONE[x] == _ONE[k]]))
            v = v if eq else args.pop(0)
            n = _ONE[k]
            if n in ('bind', 'env'): given.setdefault(n, []).append(v)
            else: given[n] = v
        elif a in _NONE: given[_NONE[a]] = True
        elif a[:1] == '-' and a != '-': _usage('unrecognized arguments: ' + a)
        else: name = a
    config = given.get('config', './gunicorn.conf.py')
    if os.path.exists(config.replace('file:', '')):
        space = {'__file__': config}
        exec(open(config.replace('file:', '')).read(), space)
        for k in list(space):
            if k[:1] != '_' and not callable(space[k]): o[k] = [space[k]] if k == 'bind' and isinstance(space[k], str) else space[k]
    elif 'config' in given:
        sys.stderr.write("\nError: %r doesn't exist\n" % config)
        return 1
    o.update(given)
    name = name or o.get('wsgi_app')
    if name is None:
        _usage('No application module specified.') if False else sys.stderr.write('usage: gunicorn [OPTIONS] [APP_MODULE]\ngunicorn: error: No application module specified.\n')
        return 1
    for pair in o['env']:
        k, _, v = pair.partition('=')
        os.environ[k] = v
    if o['chdir']: os.chdir(o['chdir'])
    if os.getcwd() not in sys.path: sys.path.insert(0, os.getcwd())
    try:
        workers = int(o['workers'])
    except ValueError:
        _usage("argument -w/--workers: invalid int value: %r" % o['workers'])
    binds = o['bind'] or ['0.0.0.0:' + os.environ['PORT'] if 'PORT' in os.environ else '127.0.0.1:8000']
    host, _, port = binds[0].replace('http://', '').rpartition(':')
    if not host: host, port = (port, '8000') if not port.isdigit() else ('0.0.0.0', port)
    _log('INFO', 'Starting gunicorn ' + VERSION)
    server = socket.socket()
    for i in range(5):
        try:
            server.bind((host, int(port)))
            server.listen()
            break
        except OSError as e:
            if e.errno != 98:
                _log('ERROR', "Invalid address: %r" % ((host, int(port)),))
                return 1
            _log('ERROR', 'Connection in use: %r' % ((host, int(port)),))
            if i == 4:
                _log('ERROR', "Can't connect to %r" % ((host, int(port)),))
                return 1
            _log('ERROR', 'Retrying in 1 second.')
            time.sleep(1)
    kind = 'gthread' if int(o['threads']) > 1 and o['worker_class'] == 'sync' else o['worker_class']
    _log('INFO', 'Listening at: http://%s:%s (%d)' % (host, port, os.getpid()))
    _log('INFO', 'Using worker: ' + kind)
    if kind not in ('sync', 'gthread'): __hostcall('notice', 'The simulated gunicorn serves with one kind of worker, whatever its name.')
    pids = [os.getpid() + 1 + i for i in range(workers)]
    for p in pids: _log('INFO', 'Booting worker with pid: %d' % p, p)
    try:
        app, problem = _load(name)
    except Exception as e:
        _log('ERROR', 'Exception in worker process\n' + __traceback(e).rstrip('\n'), pids[0])
        app, problem = None, 3
    if app is None:
        if isinstance(problem, ImportError):
            _log('ERROR', 'Exception in worker process\n' + __traceback(problem).rstrip('\n'), pids[0])
            problem = 3
        _log('INFO', 'Worker exiting (pid: %d)' % pids[0], pids[0])
        _log('ERROR', 'Worker (pid:%d) exited with code %d' % (pids[0], problem))
        _log('ERROR', 'Shutting down: Master')
        _log('ERROR', 'Reason: %s' % ('Worker failed to boot.' if problem == 3 else 'App failed to load.'))
        return problem
    ended = []
    def stop(n, frame):
        _log('INFO', 'Handling signal: ' + signal._name(n)[3:].lower())
        for p in pids: _log('INFO', 'Worker exiting (pid: %d)' % p, p)
        _log('INFO', 'Shutting down: Master')
        sys.exit(0)
    signal.signal(signal.SIGTERM, stop)
    access = o['accesslog'] if o['accesslog'] not in (None, '', 'None') else None
    log = open(access, 'a') if access and access != '-' else sys.stdout
    from gunicorn.serving import read_request, make_environ, answer
    turn = [0]
    def step():
        try:
            s, address = server.accept()
        except KeyboardInterrupt:
            stop(2, None)
        try:
            got = read_request(s)
            if got is None: return
            line, headers, body = got
            if len(line.split(' ')) != 3:
                s.sendall(b'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
                return
            turn[0] += 1
            start = time.time()
            e = make_environ(line, headers, body, address, (host, port), 'gunicorn/' + VERSION)
            e['wsgi.multiprocess'] = workers > 1
            try:
                told = answer(app, s, e, ['Server: gunicorn', time.strftime('Date: %a, %d %b %Y %H:%M:%S GMT', time.gmtime())])
            except Exception as error:
                if isinstance(error, OSError) and error.errno in (32, 104): return
                _log('ERROR', 'Error handling request %s\n%s' % (line.split(' ')[1], __traceback(error).rstrip('\n')), pids[turn[0] % workers])
                page = b'<html>\n  <head>\n    <title>Internal Server Error</title>\n  </head>\n  <body>\n    <h1><p>Internal Server Error</p></h1>\n    \n  </body>\n</html>\n'
                s.sendall(b'HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n' % len(page) + page)
                told = {'status': '500 Internal Server Error', 'bytes': len(page)}
            if access:
                d = {k.lower(): v for k, v in headers}
                log.write('%s - - %s "%s" %s %s "%s" "%s"\n' % (address[0], time.strftime('[%d/%b/%Y:%H:%M:%S +0000]', time.gmtime()), line, told['status'].split(' ')[0], told['bytes'], d.get('referer', '-'), d.get('user-agent', '-')))
                log.flush()
        except OSError:
            pass
        finally:
            s.close()
    raise __Forever(step)
if __name__ == '__main__': sys.exit(main())
`;
