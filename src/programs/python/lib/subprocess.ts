/** subprocess.py over the machine's own processes. */
export const SUBPROCESS = String.raw`
import json as _json, os, sys, time
_call = __hostcall
PIPE, STDOUT, DEVNULL = -1, -2, -3

class SubprocessError(Exception): pass
class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        super().__init__(returncode, cmd)
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr
    @property
    def stdout(self): return self.output
    def __str__(self):
        if self.returncode and self.returncode < 0:
            import signal
            return "Command '%s' died with <Signals.%s: %d>." % (self.cmd, signal._name(-self.returncode), -self.returncode)
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)
class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        super().__init__(cmd, timeout)
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr
    @property
    def stdout(self): return self.output
    def __str__(self): return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr
    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)
    def __repr__(self):
        parts = ['args=%r' % (self.args,), 'returncode=%r' % self.returncode]
        if self.stdout is not None: parts.append('stdout=%r' % self.stdout)
        if self.stderr is not None: parts.append('stderr=%r' % self.stderr)
        return 'CompletedProcess(%s)' % ', '.join(parts)

def _fd(stream, which, given):
    if stream is None: return which
    if stream == PIPE: return 'pipe'
    if stream == DEVNULL: return 'null'
    if stream == STDOUT: return 'stdout'
    if isinstance(stream, int): return stream
    stream.flush()
    return stream.fileno()

class Popen:
    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True, shell=False, cwd=None,
                 env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(),
                 encoding=None, errors=None, text=None, **k):
        self.args, self.returncode = args, None
        self._text = bool(text or universal_newlines or encoding or errors)
        words = [args] if isinstance(args, (str, bytes)) or hasattr(args, '__fspath__') else list(args)
        words = [w.decode() if isinstance(w, bytes) else w if isinstance(w, str) else w.__fspath__() if hasattr(w, '__fspath__') else w for w in words]
        for w in words:
            if not isinstance(w, str):
                raise TypeError('expected str, bytes or os.PathLike object, not %s' % type(w).__name__)
        if shell:
            words = ['/bin/sh', '-c'] + words
        for s in (sys.stdout, sys.stderr):
            s.flush()
        start = {'argv': words, 'cwd': None if cwd is None else os.path.abspath(os.fspath(cwd)), 'env': None if env is None else {k: str(v) for k, v in env.items()},
            'streams': [_fd(stdin, 0, args), _fd(stdout, 1, args), _fd(stderr, 2, args)]}
        if cwd is not None and not os.path.isdir(cwd):
            raise __os_error(20 if os.path.exists(cwd) else 2, 'Not a directory' if os.path.exists(cwd) else 'No such file or directory', os.fspath(cwd))
        parts = [int(x) for x in _call('spawn', _json.dumps(start), path=words[0]).split(' ')]
        self.pid = parts[0]
        self.stdin, self.stdout, self.stderr = [None if fd < 0 else __File(fd, m + ('' if self._text else 'b'), fd, line=m == 'w' and bufsize == 1) for fd, m in zip(parts[1:], 'wrr')]
    def poll(self):
        if self.returncode is None:
            self.returncode = _call('poll', self.pid)
        return self.returncode
    def wait(self, timeout=None):
        if self.returncode is None:
            try:
                self.returncode = _call('wait', self.pid, -1 if timeout is None else float(timeout))
            except TimeoutError:
                raise TimeoutExpired(self.args, timeout)
        return self.returncode
    def communicate(self, input=None, timeout=None):
        data = b'' if input is None else input.encode() if isinstance(input, str) else input
        if self.stdin:
            self.stdin.flush()
        got = None
        if timeout is not None:
            end = time.monotonic() + timeout
            self.wait(timeout)
        out = _call('communicate', self.stdin.fileno() if self.stdin and not self.stdin.closed else -1, __hex(data),
            self.stdout.fileno() if self.stdout else -1, self.stderr.fileno() if self.stderr else -1).split(' ')
        if self.stdin: self.stdin.closed = True
        both = []
        for f, digits in zip((self.stdout, self.stderr), out):
            if f is None:
                both.append(None)
                continue
            data = f._in + __unhex(digits)
            f.close()
            both.append(data.decode() if self._text else data)
        self.wait()
        return tuple(both)
    def send_signal(self, sig):
        if self.poll() is None:
            os.kill(self.pid, sig)
    def terminate(self): self.send_signal(15)
    def kill(self): self.send_signal(9)
    def __enter__(self): return self
    def __exit__(self, *a):
        for f in (self.stdin, self.stdout, self.stderr):
            if f: f.close()
        self.wait()
    def __repr__(self): return '<Popen: returncode: %s args: %r>' % (self.returncode, self.args)

def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **k):
    if input is not None:
        if k.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        k['stdin'] = PIPE
    if capture_output:
        if k.get('stdout') is not None or k.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        k['stdout'] = k['stderr'] = PIPE
    p = Popen(*popenargs, **k)
    try:
        out, err = p.communicate(input, timeout)
    except TimeoutExpired as e:
        p.kill()
        p.wait()
        raise TimeoutExpired(p.args, timeout)
    except KeyboardInterrupt:
        p.wait()
        raise
    done = CompletedProcess(p.args, p.returncode, out, err)
    if check:
        done.check_returncode()
    return done
def call(*a, timeout=None, **k):
    p = Popen(*a, **k)
    try:
        return p.wait(timeout)
    except TimeoutExpired:
        p.kill()
        p.wait()
        raise
def check_call(*a, **k):
    code = call(*a, **k)
    if code:
        raise CalledProcessError(code, k.get('args') or a[0])
    return 0
def check_output(*a, timeout=None, **k):
    return run(*a, stdout=PIPE, timeout=timeout, check=True, **k).stdout
def getstatusoutput(cmd, **k):
    r = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT)
    return r.returncode, r.stdout[:-1] if r.stdout[-1:] == '\n' else r.stdout
def getoutput(cmd, **k): return getstatusoutput(cmd)[1]
def list2cmdline(seq): return ' '.join(seq)
`;
