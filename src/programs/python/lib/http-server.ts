/** http/server.py: requests in turn, also with ThreadingHTTPServer. */
export const HTTP_SERVER = String.raw`
import socket, sys, os, time
_REASONS = {200: 'OK', 201: 'Created', 204: 'No Content', 301: 'Moved Permanently', 302: 'Found', 304: 'Not Modified', 400: 'Bad Request', 401: 'Unauthorized',
    403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 409: 'Conflict', 500: 'Internal Server Error', 501: 'Not Implemented', 503: 'Service Unavailable'}

class _Headers(dict):
    def _put(self, key, value): super().__setitem__(key.lower(), (key, value))
    def get(self, key, default=None): return super().get(key.lower(), (None, default))[1]
    def __getitem__(self, key): return self.get(key)
    def __contains__(self, key): return super().get(key.lower()) is not None
    def items(self): return list(super().values())
    def keys(self): return [k for k, v in super().values()]
    def __str__(self): return ''.join(['%s: %s\n' % p for p in super().values()]) + '\n'

class HTTPServer:
    def __init__(self, address, handler, bind_and_activate=True):
        self.RequestHandlerClass, self._stop = handler, False
        self.socket = socket.socket()
        self.socket.bind(address)
        self.socket.listen()
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = address[0] or '0.0.0.0', self.server_address[1]
    def handle_request(self):
        s, address = self.socket.accept()
        try:
            self.RequestHandlerClass(s, address, self)
        except OSError:
            pass
        except Exception as e:
            sys.stderr.write('-' * 40 + '\nException occurred during processing of request from %r\n%s' % (address, __traceback(e)) + '-' * 40 + '\n')
        s.close()
    def serve_forever(self, poll_interval=0.5):
        while not self._stop:
            self.handle_request()
    def shutdown(self): self._stop = True
    def server_close(self): self.socket.close()
    def __enter__(self): return self
    def __exit__(self, *a): self.server_close()
ThreadingHTTPServer = HTTPServer

class BaseHTTPRequestHandler:
    server_version, sys_version, protocol_version = 'BaseHTTP/0.6', 'Python/' + sys.version.split()[0], 'HTTP/1.0'
    def __init__(self, request, client_address, server):
        self.request = self.connection = request
        self.client_address, self.server, self._head = client_address, server, []
        self.rfile, self.wfile = request.makefile('rb'), request.makefile('wb')
        line = self.rfile.readline()
        if line:
            self._handle(line.decode().rstrip('\r\n'))
    def _handle(self, line):
        self.requestline, self.headers, self.command, self.request_version = line, _Headers(), None, 'HTTP/1.0'
        words = line.split()
        if len(words) != 3:
            self.send_error(400, 'Bad request syntax (%r)' % line)
            return
        self.command, self.path, self.request_version = words
        while True:
            l = self.rfile.readline().decode().rstrip('\r\n')
            if not l:
                break
            k, _, v = l.partition(':')
            self.headers._put(k.strip(), v.strip())
        do = getattr(self, 'do_' + self.command, None)
        if do is None:
            self.send_error(501, 'Unsupported method (%r)' % self.command)
        else:
            do()
    def version_string(self): return self.server_version + ' ' + self.sys_version
    def date_time_string(self, t=None): return time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(t))
    def log_date_time_string(self): return time.strftime('%d/%b/%Y %H:%M:%S')
    def address_string(self): return self.client_address[0]
    def log_message(self, format, *args): sys.stderr.write('%s - - [%s] %s\n' % (self.address_string(), self.log_date_time_string(), format % args))
    def log_request(self, code='-', size='-'): self.log_message('"%s" %s %s', self.requestline, str(code), str(size))
    def log_error(self, format, *args): self.log_message(format, *args)
    def send_response_only(self, code, message=None):
        self._head.append('%s %d %s' % (self.protocol_version, code, _REASONS.get(code, '') if message is None else message))
    def send_response(self, code, message=None):
        code = int(code)
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header('Server', self.version_string())
        self.send_header('Date', self.date_time_string())
    def send_header(self, key, value): self._head.append('%s: %s' % (key, value))
    def end_headers(self):
        self.wfile.write(('\r\n'.join(self._head) + '\r\n\r\n').encode())
        self._head = []
    def send_error(self, code, message=None, explain=None):
        message = message or _REASONS.get(code, '???')
        self.log_error('code %d, message %s', code, message)
        self.send_response(code, message)
        self.send_header('Connection', 'close')
        body = ('<!DOCTYPE HTML>\n<html lang="en">\n    <head>\n        <meta charset="utf-8">\n        <title>Error response</title>\n    </head>\n    <body>\n'
            '        <h1>Error response</h1>\n        <p>Error code: %d</p>\n        <p>Message: %s.</p>\n    </body>\n</html>\n' % (code, message)).encode()
        self.send_header('Content-Type', 'text/html;charset=utf-8')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body)

_TYPES = {'html': 'text/html', 'htm': 'text/html', 'css': 'text/css', 'js': 'text/javascript', 'json': 'application/json', 'txt': 'text/plain', 'py': 'text/x-python',
    'png': 'image/png', 'jpg': 'image/jpeg', 'svg': 'image/svg+xml', 'md': 'text/markdown'}
class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    server_version = 'SimpleHTTP/0.6'
    directory = None
    def do_GET(self):
        where = self.path.split('?')[0]
        at = os.path.normpath((self.directory or os.getcwd()) + '/' + '/'.join([p for p in where.split('/') if p and p != '..']))
        if os.path.isdir(at):
            if not where.endswith('/'):
                self.send_response(301)
                self.send_header('Location', where + '/')
                self.send_header('Content-Length', '0')
                self.end_headers()
                return
            index = os.path.join(at, 'index.html')
            if not os.path.exists(index):
                return self._list(at, where)
            at = index
        try:
            with open(at, 'rb') as f:
                data = f.read()
        except OSError:
            self.send_error(404, 'File not found')
            return
        self._send(data, _TYPES.get(at.rsplit('.', 1)[-1], 'application/octet-stream'), os.path.getmtime(at))
    do_HEAD = do_GET
    def _list(self, at, where):
        title = 'Directory listing for ' + where
        out = ['<!DOCTYPE HTML>', '<html lang="en">', '<head>', '<meta charset="utf-8">', '<title>%s</title>' % title, '</head>', '<body>', '<h1>%s</h1>' % title, '<hr>', '<ul>']
        for n in sorted(os.listdir(at), key=lambda n: n.lower()):
            n += '/' if os.path.isdir(os.path.join(at, n)) else ''
            out.append('<li><a href="%s">%s</a></li>' % (n, n))
        self._send('\n'.join(out + ['</ul>', '<hr>', '</body>', '</html>', '']).encode(), 'text/html; charset=utf-8', None)
    def _send(self, data, kind, modified):
        self.send_response(200)
        self.send_header('Content-type', kind)
        self.send_header('Content-Length', str(len(data)))
        if modified is not None:
            self.send_header('Last-Modified', self.date_time_string(modified))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(data)

if __name__ == '__main__':
    port, bind, args = 8000, '0.0.0.0', sys.argv[1:]
    while args:
        a = args.pop(0)
        if a in ('-b', '--bind'):
            bind = args.pop(0)
        elif a in ('-d', '--directory'):
            SimpleHTTPRequestHandler.directory = os.path.abspath(args.pop(0))
        else:
            port = int(a)
    server = HTTPServer((bind, port), SimpleHTTPRequestHandler)
    print('Serving HTTP on %s port %d (http://%s:%d/) ...' % (bind, port, bind, port))
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print('\nKeyboard interrupt received, exiting.')
        sys.exit(0)
`;
