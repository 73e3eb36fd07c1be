/** Errors that are being handled, what they came from, and how they are told. Part of the prelude. */
export const ERRORS = String.raw`
_handled, _linked = [], []
def _raw(e):
    import io
    s = io.StringIO()
    _sys.print_exception(e, s)
    return s.getvalue()

# Messages that want names which only the source has.
_VAGUE = ('unsupported operand type(s) for __', 'bad operand type for unary __', 'not enough values to unpack (got', 'function ', 'unexpected keyword argument',
          'local variable referenced', 'arg is an empty sequence', "can't set attribute", 'division by zero', 'cannot import name ', 'int() argument must be ')
def _reword(e):
    if type(e) in (TypeError, ValueError, UnboundLocalError, AttributeError, ZeroDivisionError, ImportError) and len(e.args) == 1:
        m = e.args[0]
        if isinstance(m, str) and (m.startswith(_VAGUE) or ' positional arguments but ' in m or ' object is not iterable' in m):
            e.args = (_call('explain', m, _raw(e)),)
    elif type(e) is OverflowError and e.args == ('overflow converting long int to machine word',):
        e.args = ("cannot fit 'int' into an index-sized integer",)
    elif isinstance(e, AttributeError) and not e.args:
        e.args = (_call('explain', "can't set attribute", _raw(e)),)

def _link(e, **how):
    for name, value in how.items():
        setattr(e, name, value)
    _linked.append(e)
    if len(_linked) > 40:
        _attributes.pop(_linked.pop(0), None)

class _Handling:
    def __init__(self, e): self._e = e
    def __enter__(self):
        _reword(self._e)
        _handled.append(self._e)
    def __exit__(self, kind, e, tb):
        if _handled:
            _handled.pop()
        if e is not None and e is not self._e and getattr(e, '__context__', None) is None:
            _link(e, __context__=self._e)
_b.__handling = _Handling

@_def
def __raise_from(e, cause):
    if isinstance(e, type):
        e = e()
    if isinstance(cause, type):
        cause = cause()
    _link(e, __cause__=cause, __suppress_context__=True)
    return e

class BaseExceptionGroup(Exception):
    def __init__(self, message, exceptions):
        if not exceptions:
            raise ValueError('second argument (exceptions) must be a non-empty sequence')
        super().__init__(message, list(exceptions))
        self.message, self.exceptions = message, tuple(exceptions)
    def __str__(self): return '%s (%d sub-exception%s)' % (self.message, len(self.exceptions), '' if len(self.exceptions) == 1 else 's')
    # Parts of a group were raised where it was.
    def derive(self, exceptions):
        part = type(self)(self.message, exceptions)
        part._origin = getattr(self, '_origin', self)
        return part
    def split(self, kinds):
        fits = (lambda e: isinstance(e, kinds)) if isinstance(kinds, (type, tuple)) else kinds
        if fits(self):
            return self, None
        yes, no = [], []
        for e in self.exceptions:
            if isinstance(e, BaseExceptionGroup):
                a, b = e.split(kinds)
                yes += [a] if a else []
                no += [b] if b else []
            else:
                (yes if fits(e) else no).append(e)
        return self.derive(yes) if yes else None, self.derive(no) if no else None
    def subgroup(self, kinds): return self.split(kinds)[0]
class ExceptionGroup(BaseExceptionGroup): pass
_b.BaseExceptionGroup, _b.ExceptionGroup = BaseExceptionGroup, ExceptionGroup
class _Groups:
    def __init__(self, e): self._rest = e
    def __enter__(self):
        _handled.append(self._rest)
        return self
    def take(self, kinds):
        got, e = None, self._rest
        if isinstance(e, BaseExceptionGroup):
            got, self._rest = e.split(kinds)
        elif e is not None and isinstance(e, kinds):
            got, self._rest = ExceptionGroup('', [e]), None
        return [got] if got else []
    def __exit__(self, kind, e, tb):
        _handled.pop()
        if e is None and self._rest is not None:
            raise self._rest
_b.__groups = _Groups

class _Frame:
    def __init__(self, line): self.f_lineno, self.f_code, self.f_globals, self.f_locals, self.f_back = line, _Code(), _main, {}, None
class _Code: co_name, co_filename = '<module>', ''
class _Traceback:
    def __init__(self, e):
        self._e = e
        self.tb_lineno = _call('lineno', _raw(e))
        self.tb_next, self.tb_frame = None, _Frame(self.tb_lineno)
def _add_note(e, note):
    e.__notes__ = getattr(e, '__notes__', []) + [note]
def _with_traceback(e, tb): return e
_extras[BaseException] = {'__cause__': None, '__context__': None, '__suppress_context__': False, 'add_note': _add_note, 'with_traceback': _with_traceback,
                          '__traceback__': property(_Traceback), '__doc__': None}
_extras[OSError] = {'strerror': property(lambda e: e.args[1] if len(e.args) > 1 else None), 'filename': None}
_extras[ImportError] = {'name': None, 'path': None}
_extras[StopIteration] = {}

def _qualified(t):
    m = getattr(t, '__module__', 'builtins')
    return t.__name__ if m in ('builtins', '__main__') else m + '.' + t.__name__
def _chain(e): return _json.dumps(_records(e))
def _records(e):
    out, seen = [], []
    while e is not None and e not in seen and len(out) < 20:
        seen.append(e)
        _reword(e)
        try:
            text = str(e)
        except Exception:
            text = '<exception str() failed>'
        entry = {'raw': _raw(getattr(e, '_origin', e)), 'name': _qualified(type(e)), 'text': text, 'notes': list(getattr(e, '__notes__', ())), 'link': ''}
        if isinstance(e, BaseExceptionGroup):
            entry['group'] = [_records(x) for x in e.exceptions]
        out.append(entry)
        if e.__cause__ is not None:
            entry['link'], e = 'cause', e.__cause__
        elif e.__context__ is not None and not e.__suppress_context__:
            entry['link'], e = 'context', e.__context__
        else:
            break
    return out
def __traceback(e): return _call('traceback', _chain(e))
_b.__traceback = __traceback
_b.__report = _raw
`;
