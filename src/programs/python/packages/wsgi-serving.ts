/** Requests read from a socket, given to a WSGI app, and its answers written: for Werkzeug's and gunicorn's servers. */
export const WSGI_SERVING = String.raw`
import socket, sys, time, io
from urllib.parse import unquote as _unquote
def read_request(s):
    pending = b''
    while b'\r\n\r\n' not in pending:
        got = s.recv(65536)
        if not got: return None
        pending += got
    head, _, body = pending.partition(b'\r\n\r\n')
    lines = head.decode().split('\r\n')
    headers = []
    for l in lines[1:]:
        k, _, v = l.partition(':')
        headers.append((k.strip(), v.strip()))
    d = {k.lower(): v for k, v in headers}
    if d.get('expect', '').lower() == '100-continue': s.sendall(b'HTTP/1.1 100 Continue\r\n\r\n')
    if d.get('transfer-encoding', '').lower() == 'chunked':
        data = b''
        while True:
            while b'\r\n' not in body:
                got = s.recv(65536)
                if not got: return None
                body += got
            size, _, body = body.partition(b'\r\n')
            n = int(size.split(b';')[0].decode(), 16)
            while len(body) < n + 2:
                got = s.recv(65536)
                if not got: return None
                body += got
            data, body = data + body[:n], body[n + 2:]
            if n == 0: break
        return lines[0], headers + [('Content-Length', str(len(data)))], data
    n = int(d.get('content-length') or 0)
    while len(body) < n:
        got = s.recv(65536)
        if not got: return None
        body += got
    return lines[0], headers, body[:n]
def make_environ(line, headers, body, address, server, software):
    method, target, version = line.split(' ')
    path, _, query = target.partition('?')
    e = {'REQUEST_METHOD': method, 'SCRIPT_NAME': '', 'PATH_INFO': _unquote(path), 'QUERY_STRING': query, 'REQUEST_URI': target, 'RAW_URI': target, 'REMOTE_ADDR': address[0], 'REMOTE_PORT': address[1],
        'SERVER_NAME': server[0], 'SERVER_PORT': str(server[1]), 'SERVER_PROTOCOL': version, 'SERVER_SOFTWARE': software, 'wsgi.version': (1, 0), 'wsgi.url_scheme': 'http',
        'wsgi.input': io.BytesIO(body), 'wsgi.errors': sys.stderr, 'wsgi.multithread': False, 'wsgi.multiprocess': False, 'wsgi.run_once': False}
    for k, v in headers:
        n = k.upper().replace('-', '_')
        n = n if n in ('CONTENT_TYPE', 'CONTENT_LENGTH') else 'HTTP_' + n
        e[n] = e[n] + ',' + v if n in e and n != 'CONTENT_LENGTH' else v
    return e
def answer(app, s, environ, head):
    told = {'bytes': 0, 'sent': False}
    def start_response(status, headers, exc_info=None):
        told['status'], told['headers'], told['sent'] = status, list(headers), False
        return lambda data: send(data)
    def begin():
        told['sent'] = True
        names = [k.lower() for k, v in told['headers']]
        lines = ['HTTP/1.1 ' + told['status']] + [h for h in head if h.split(':')[0].lower() not in names] + ['%s: %s' % p for p in told['headers']] + ['Connection: close']
        return '\r\n'.join(lines).encode() + b'\r\n\r\n'
    def send(data):
        if environ['REQUEST_METHOD'] == 'HEAD': data = b''
        s.sendall(data if told['sent'] else begin() + data)
        told['bytes'] += len(data)
    parts = app(environ, start_response)
    try:
        for p in parts: send(p)
        if not told['sent']: send(b'')
    finally:
        if hasattr(parts, 'close'): parts.close()
    return told
`;
