/** socket.py: stream sockets over the network of the container. */
export const SOCKET = String.raw`
_call = __hostcall
AF_INET, AF_INET6, AF_UNIX, SOCK_STREAM, SOCK_DGRAM = 2, 10, 1, 1, 2
SOL_SOCKET, SO_REUSEADDR, SO_KEEPALIVE, SO_BROADCAST, IPPROTO_TCP, TCP_NODELAY, SHUT_RD, SHUT_WR, SHUT_RDWR, SOMAXCONN = 1, 2, 9, 6, 6, 1, 0, 1, 2, 4096
error = OSError
timeout = TimeoutError
class gaierror(OSError):
    def __str__(self): return '[Errno %d] %s' % self.args
class herror(OSError): pass
_default = None
def setdefaulttimeout(t):
    global _default
    _default = t
def getdefaulttimeout(): return _default
def gethostname(): return _call('hostname')
getfqdn = lambda name='': name or gethostname()
def gethostbyname(name):
    if name == '': return '0.0.0.0'
    r = _call('resolve', name)
    if not r:
        raise gaierror(-2, 'Name or service not known')
    return r
def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    return [(AF_INET, SOCK_STREAM, 6, '', (gethostbyname(host or '0.0.0.0'), int(port or 0)))]
def inet_aton(a): return bytes([int(x) for x in a.split('.')])
def htons(x): return (x & 255) << 8 | x >> 8
ntohs = htons

class socket:
    def __init__(self, family=AF_INET, type=SOCK_STREAM, proto=0, fileno=None):
        self.family, self.type, self.proto, self._id, self._bound, self._timeout = family, type, proto, fileno, None, _default
        self._closed = False
    def setsockopt(self, *a): pass
    def getsockopt(self, *a): return 0
    def settimeout(self, t): self._timeout = t
    def gettimeout(self): return self._timeout
    def setblocking(self, on): self._timeout = None if on else 0.0
    def _wait(self): return -1 if self._timeout is None else float(self._timeout)
    def fileno(self): return -1 if self._closed else (self._id or 3)
    def bind(self, address): self._bound = (gethostbyname(address[0]), address[1])
    def listen(self, backlog=128):
        host, port = self._bound or ('0.0.0.0', 0)
        self._id = _call('listen', host, port)
    def accept(self):
        try:
            id = _call('accept', self._id, self._wait())
        except TimeoutError:
            raise TimeoutError('timed out')
        s = socket(fileno=id)
        return s, s.getpeername()
    def connect(self, address):
        try:
            self._id = _call('connect', gethostbyname(address[0]), address[1], self._wait())
        except TimeoutError:
            if self._timeout is None: raise
            raise TimeoutError('timed out')
    def connect_ex(self, address):
        try:
            self.connect(address)
            return 0
        except OSError as e:
            return e.errno
    def _open(self):
        if self._closed or self._id is None:
            raise __os_error(9 if self._closed else 107, 'Bad file descriptor' if self._closed else 'Transport endpoint is not connected')
    def recv(self, n, flags=0):
        self._open()
        try:
            return __unhex(_call('recv', self._id, n, self._wait()))
        except TimeoutError:
            raise TimeoutError('timed out')
    def recv_into(self, buffer, n=0):
        data = self.recv(n or len(buffer))
        buffer[:len(data)] = data
        return len(data)
    def send(self, data, flags=0):
        self._open()
        return _call('send', self._id, __hex(data))
    def sendall(self, data, flags=0): self.send(data)
    def shutdown(self, how):
        if how: _call('shutdown', self._id)
    def close(self):
        if not self._closed and self._id is not None:
            _call('closeSocket', self._id)
        self._closed = True
    def detach(self):
        id, self._id = self._id, None
        return id
    def _addresses(self): return _call('addresses', self._id).split(' ')
    def getsockname(self):
        if self._id is None: return self._bound or ('0.0.0.0', 0)
        a = self._addresses()
        return (a[0], int(a[1]))
    def getpeername(self):
        a = self._addresses()
        return (a[2], int(a[3]))
    def makefile(self, mode='r', buffering=-1, encoding=None, newline=None): return SocketFile(self, mode)
    def __enter__(self): return self
    def __exit__(self, *a): self.close()

class SocketFile:
    def __init__(self, s, mode): self._s, self._mode, self._in, self.closed = s, mode, b'', False
    def _text(self, d): return d if 'b' in self._mode else d.decode()
    def readline(self, limit=-1):
        while b'\n' not in self._in:
            got = self._s.recv(4096)
            if not got: break
            self._in += got
        at = self._in.find(b'\n') + 1 or len(self._in)
        d, self._in = self._in[:at], self._in[at:]
        return self._text(d)
    def read(self, n=-1):
        while n is None or n < 0 or len(self._in) < n:
            got = self._s.recv(65536)
            if not got: break
            self._in += got
        if n is None or n < 0: n = len(self._in)
        d, self._in = self._in[:n], self._in[n:]
        return self._text(d)
    def write(self, d):
        self._s.sendall(d.encode() if isinstance(d, str) else d)
        return len(d)
    def flush(self): pass
    def close(self): self.closed = True
    def __iter__(self): return self
    def __next__(self):
        l = self.readline()
        if not l: raise StopIteration
        return l

def create_connection(address, timeout=None, source_address=None):
    s = socket()
    if timeout is not None: s.settimeout(timeout)
    s.connect(address)
    return s
def create_server(address, family=AF_INET, backlog=None, reuse_port=False):
    s = socket()
    s.bind(address)
    s.listen()
    return s
`;
