/** logging/__init__.py */
export const LOGGING = String.raw`
import sys, os, time, io
CRITICAL, FATAL, ERROR, WARNING, WARN, INFO, DEBUG, NOTSET = 50, 50, 40, 30, 30, 20, 10, 0
_names = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
_levels = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}
BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'
raiseExceptions = True
_start = time.time()
def getLevelName(level):
    if level in _names: return _names[level]
    return _levels.get(level, 'Level %s' % level)
def getLevelNamesMapping(): return dict(_levels)
def addLevelName(level, name):
    _names[level] = name
    _levels[name] = level
def _level(l):
    if isinstance(l, str):
        if l not in _levels: raise ValueError('Unknown level: %r' % l)
        return _levels[l]
    if not isinstance(l, int): raise TypeError('Level not an integer or a valid string: %r' % (l,))
    return l

# The names of source files without their folders, and without their endings too.
_files = {}
class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **k):
        self.name, self.msg, self.levelname, self.levelno = name, msg, getLevelName(level), level
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]: args = args[0]
        self.args, self.exc_info, self.exc_text, self.stack_info = args, exc_info, None, sinfo
        self.pathname, self.lineno, self.funcName = pathname, lineno, func
        if pathname not in _files:
            file = os.path.basename(pathname)
            _files[pathname] = file, os.path.splitext(file)[0]
        self.filename, self.module = _files[pathname]
        self.created = time.time()
        self.msecs = int((self.created - int(self.created)) * 1000) + 0.0
        self.relativeCreated = (self.created - _start) * 1000
        self.thread, self.threadName, self.process, self.processName = 140000000000000, 'MainThread', os.getpid(), 'MainProcess'
        t = sys.modules.get('threading') if isinstance(sys.modules, dict) else None
        if t: self.threadName = t.current_thread().name
        self.taskName = None
    def getMessage(self):
        msg = str(self.msg)
        return msg % self.args if self.args else msg
    def __repr__(self): return '<LogRecord: %s, %s, %s, %s, "%s">' % (self.name, self.levelno, self.pathname, self.lineno, self.msg)
_FIRST = ('name', 'msg', 'args')

class Formatter:
    default_time_format, default_msec_format = '%Y-%m-%d %H:%M:%S', '%s,%03d'
    converter = time.localtime
    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        if style not in '%{$': raise ValueError('Style must be one of: %,{,$')
        self._style_name, self.datefmt, self._defaults = style, datefmt, defaults or {}
        self._fmt = fmt or {'%': '%(message)s', '{': '{message}', '$': '$' + '{message}'}[style]
    def usesTime(self): return 'asctime' in self._fmt
    def formatTime(self, record, datefmt=None):
        t = time.localtime(record.created)
        if datefmt: return time.strftime(datefmt, t)
        return '%s,%03d' % (time.strftime(self.default_time_format, t), record.msecs)
    def formatMessage(self, record):
        if self._fmt == '%(message)s': return record.message
        values = dict(self._defaults)
        values.update(record.__dict__)
        if self._style_name == '%': return self._fmt % values
        if self._style_name == '{': return self._fmt.format(**values)
        import string
        return string.Template(self._fmt).substitute(values)
    def formatException(self, e): return __traceback(e[1])[:-1]
    def formatStack(self, s): return s
    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime(): record.asctime = self.formatTime(record, self.datefmt)
        s = self.formatMessage(record)
        if record.exc_info and not record.exc_text: record.exc_text = self.formatException(record.exc_info)
        if record.exc_text: s = s + ('' if s[-1:] == '\n' else '\n') + record.exc_text
        if record.stack_info: s += '\n' + record.stack_info
        return s
_default = Formatter()

class Filter:
    def __init__(self, name=''): self.name = name
    def filter(self, r): return not self.name or r.name == self.name or r.name.startswith(self.name + '.')
class Filterer:
    def addFilter(self, f):
        if f not in self.filters: self.filters.append(f)
    def removeFilter(self, f):
        if f in self.filters: self.filters.remove(f)
    def filter(self, record):
        for f in self.filters:
            r = f.filter(record) if hasattr(f, 'filter') else f(record)
            if not r: return False
            if isinstance(r, LogRecord): record = r
        return record

_handlers = []
class Handler(Filterer):
    def __init__(self, level=NOTSET):
        self.filters, self.level, self.formatter, self.name = [], _level(level), None, None
        _handlers.append(self)
    def setLevel(self, level): self.level = _level(level)
    def setFormatter(self, f): self.formatter = f
    def set_name(self, name): self.name = name
    def get_name(self): return self.name
    def format(self, record): return (self.formatter or _default).format(record)
    def handle(self, record):
        r = self.filter(record)
        if r: self.emit(r)
        return r
    def emit(self, record): raise NotImplementedError('emit must be implemented by Handler subclasses')
    def acquire(self): pass
    def release(self): pass
    def flush(self): pass
    def close(self):
        if self in _handlers: _handlers.remove(self)
    def handleError(self, record):
        sys.stderr.write('--- Logging error ---\n' + __traceback(self._error))
        sys.stderr.write("Message: %r\nArguments: %r\n" % (record.msg, record.args))
    def __repr__(self): return '<%s (%s)>' % (type(self).__name__, getLevelName(self.level))
class StreamHandler(Handler):
    terminator = '\n'
    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream
    def setStream(self, stream): self.stream = stream
    def flush(self):
        if self.stream and hasattr(self.stream, 'flush'): self.stream.flush()
    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except Exception as e:
            self._error = e
            self.handleError(record)
    def __repr__(self): return '<%s %s(%s)>' % (type(self).__name__, (getattr(self.stream, 'name', '') + ' ') if getattr(self.stream, 'name', '') else '', getLevelName(self.level))
class FileHandler(StreamHandler):
    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        self.baseFilename, self.mode = os.path.abspath(filename), mode
        super().__init__(None if delay else open(filename, mode))
        if delay: self.stream = None
    def emit(self, record):
        if self.stream is None: self.stream = open(self.baseFilename, self.mode)
        super().emit(record)
    def close(self):
        if self.stream: self.stream.close()
        super().close()
    def __repr__(self): return '<%s %s (%s)>' % (type(self).__name__, self.baseFilename, getLevelName(self.level))
class NullHandler(Handler):
    def emit(self, record): pass
    def handle(self, record): pass
class _LastResort(StreamHandler):
    def emit(self, record):
        self.stream = sys.stderr
        super().emit(record)
lastResort = _LastResort()
_handlers.remove(lastResort)
lastResort.level = WARNING

class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        self.filters, self.name, self.level, self.parent, self.propagate, self.handlers, self.disabled = [], name, _level(level), None, True, [], False
    def setLevel(self, level): self.level = _level(level)
    def getEffectiveLevel(self):
        l = self
        while l:
            if l.level: return l.level
            l = l.parent
        return NOTSET
    def isEnabledFor(self, level): return not self.disabled and level > _off[0] and level >= self.getEffectiveLevel()
    def addHandler(self, h):
        if h not in self.handlers: self.handlers.append(h)
    def removeHandler(self, h):
        if h in self.handlers: self.handlers.remove(h)
    def hasHandlers(self):
        l = self
        while l:
            if l.handlers: return True
            l = l.parent if l.propagate else None
        return False
    def getChild(self, suffix): return getLogger(self.name + '.' + suffix if self is not root else suffix)
    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if exc_info:
            e = exc_info if isinstance(exc_info, BaseException) else exc_info[1] if isinstance(exc_info, tuple) else sys.exc_info()[1]
            exc_info = (type(e), e, None) if e is not None else None
        where = __caller() if _caller_known else (sys.argv[0] or '<string>', 0, '<module>')
        r = LogRecord(self.name, level, where[0], where[1], msg, args, exc_info, where[2])
        for k, v in (extra or {}).items(): setattr(r, k, v)
        self.handle(r)
    def handle(self, record):
        if self.disabled: return
        r = self.filter(record)
        if r: self.callHandlers(r)
    def callHandlers(self, record):
        l, found = self, 0
        while l:
            for h in l.handlers:
                found += 1
                if record.levelno >= h.level: h.handle(record)
            l = l.parent if l.propagate else None
        if not found and record.levelno >= lastResort.level: lastResort.handle(record)
    def log(self, level, msg, *args, **k):
        if not isinstance(level, int): raise TypeError('level must be an integer')
        if self.isEnabledFor(level): self._log(level, msg, args, **k)
    def debug(self, msg, *args, **k):
        if self.isEnabledFor(DEBUG): self._log(DEBUG, msg, args, **k)
    def info(self, msg, *args, **k):
        if self.isEnabledFor(INFO): self._log(INFO, msg, args, **k)
    def warning(self, msg, *args, **k):
        if self.isEnabledFor(WARNING): self._log(WARNING, msg, args, **k)
    warn = warning
    def error(self, msg, *args, **k):
        if self.isEnabledFor(ERROR): self._log(ERROR, msg, args, **k)
    def exception(self, msg, *args, exc_info=True, **k): self.error(msg, *args, exc_info=exc_info, **k)
    def critical(self, msg, *args, **k):
        if self.isEnabledFor(CRITICAL): self._log(CRITICAL, msg, args, **k)
    fatal = critical
    def __repr__(self): return '<%s %s (%s)>' % (type(self).__name__, self.name, getLevelName(self.getEffectiveLevel()))
try:
    __caller
    _caller_known = True
except NameError:
    _caller_known = False
class RootLogger(Logger): pass
class LoggerAdapter:
    def __init__(self, logger, extra=None): self.logger, self.extra = logger, extra
    def process(self, msg, k):
        k['extra'] = self.extra
        return msg, k
    def log(self, level, msg, *a, **k):
        msg, k = self.process(msg, k)
        self.logger.log(level, msg, *a, **k)
    def debug(self, msg, *a, **k): self.log(DEBUG, msg, *a, **k)
    def info(self, msg, *a, **k): self.log(INFO, msg, *a, **k)
    def warning(self, msg, *a, **k): self.log(WARNING, msg, *a, **k)
    def error(self, msg, *a, **k): self.log(ERROR, msg, *a, **k)
root = RootLogger('root', WARNING)
Logger.root, _loggers, _off = root, {}, [0]
def getLogger(name=None):
    if not name or name == 'root': return root
    if name not in _loggers:
        made = _loggers[name] = Logger(name)
        made.parent = root
        for n, other in _loggers.items():
            if name.startswith(n + '.') and (made.parent is root or len(n) > len(made.parent.name)): made.parent = other
            if n.startswith(name + '.') and (other.parent is root or len(other.parent.name) < len(name)): other.parent = made
    return _loggers[name]
def basicConfig(*, filename=None, filemode='a', format=None, datefmt=None, style='%', level=None, stream=None, handlers=None, force=False, encoding=None, errors=None):
    if force:
        for h in root.handlers[:]:
            root.removeHandler(h)
            h.close()
    if root.handlers: return
    if handlers is None: handlers = [FileHandler(filename, filemode) if filename else StreamHandler(stream)]
    f = Formatter(format or {'%': BASIC_FORMAT, '{': '{levelname}:{name}:{message}', '$': '$' + '{levelname}:$' + '{name}:$' + '{message}'}[style], datefmt, style)
    for h in handlers:
        if h.formatter is None: h.setFormatter(f)
        root.addHandler(h)
    if level is not None: root.setLevel(level)
def _root(level, msg, args, k):
    if not root.handlers: basicConfig()
    root.log(level, msg, *args, **k)
def debug(msg, *a, **k): _root(DEBUG, msg, a, k)
def info(msg, *a, **k): _root(INFO, msg, a, k)
def warning(msg, *a, **k): _root(WARNING, msg, a, k)
warn = warning
def error(msg, *a, **k): _root(ERROR, msg, a, k)
def exception(msg, *a, **k):
    k.setdefault('exc_info', True)
    _root(ERROR, msg, a, k)
def critical(msg, *a, **k): _root(CRITICAL, msg, a, k)
fatal = critical
def log(level, msg, *a, **k): _root(level, msg, a, k)
def disable(level=CRITICAL): _off[0] = level
def captureWarnings(on): pass
def shutdown():
    for h in _handlers[:]: h.flush()
def setLoggerClass(c): pass
def getLogRecordFactory(): return LogRecord
`;

/** logging/handlers.py and logging/config.py, as far as they are used. */
export const LOGGING_HANDLERS = String.raw`
import logging, os
class RotatingFileHandler(logging.FileHandler):
    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False):
        super().__init__(filename, mode, encoding, delay)
        self.maxBytes, self.backupCount = maxBytes, backupCount
    def emit(self, record):
        if self.maxBytes and self.stream and self.stream.tell() + len(self.format(record)) + 1 >= self.maxBytes: self.doRollover()
        super().emit(record)
    def doRollover(self):
        self.stream.close()
        for i in range(self.backupCount - 1, 0, -1):
            a, b = '%s.%d' % (self.baseFilename, i), '%s.%d' % (self.baseFilename, i + 1)
            if os.path.exists(a): os.replace(a, b)
        if self.backupCount: os.replace(self.baseFilename, self.baseFilename + '.1')
        self.stream = open(self.baseFilename, 'w')
class TimedRotatingFileHandler(logging.FileHandler):
    def __init__(self, filename, when='h', interval=1, backupCount=0, **k): super().__init__(filename)
class QueueHandler(logging.Handler):
    def __init__(self, queue):
        super().__init__()
        self.queue = queue
    def emit(self, record): self.queue.put_nowait(record)
`;

export const LOGGING_CONFIG = String.raw`
import logging, sys
def _stream(s): return {'ext://sys.stdout': sys.stdout, 'ext://sys.stderr': sys.stderr}.get(s, s)
def dictConfig(c):
    formats = {n: logging.Formatter(f.get('format'), f.get('datefmt'), f.get('style', '%')) for n, f in c.get('formatters', {}).items()}
    handlers = {}
    for n, h in c.get('handlers', {}).items():
        kind = h['class'].split('.')[-1]
        if kind == 'StreamHandler': made = logging.StreamHandler(_stream(h.get('stream')))
        elif kind == 'NullHandler': made = logging.NullHandler()
        elif kind == 'RotatingFileHandler':
            import logging.handlers
            made = logging.handlers.RotatingFileHandler(h['filename'], maxBytes=h.get('maxBytes', 0), backupCount=h.get('backupCount', 0))
        else: made = logging.FileHandler(h['filename'], h.get('mode', 'a'))
        if 'level' in h: made.setLevel(h['level'])
        if 'formatter' in h: made.setFormatter(formats[h['formatter']])
        handlers[n] = made
    all = dict(c.get('loggers', {}))
    if 'root' in c: all[''] = c['root']
    for n, l in all.items():
        logger = logging.getLogger(n)
        if 'level' in l: logger.setLevel(l['level'])
        logger.handlers = [handlers[h] for h in l.get('handlers', [])]
        if 'propagate' in l: logger.propagate = l['propagate']
`;
