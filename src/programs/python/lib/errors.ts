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
def _chain(e):
    out, seen = [], []
    while e is not None and e not in seen and len(out) < 20:
        seen.append(e)
        _reword(e)
        try:
            text = str(e)
        except Exception:
            text = '<exception str() failed>'
        entry = {'raw': _raw(e), 'name': _qualified(type(e)), 'text': text, 'notes': list(getattr(e, '__notes__', ())), 'link': ''}
        out.append(entry)
        if e.__cause__ is not None:
            entry['link'], e = 'cause', e.__cause__
        elif e.__context__ is not None and not e.__suppress_context__:
            entry['link'], e = 'context', e.__context__
        else:
            break
    return _json.dumps(out)
def __traceback(e): return _call('traceback', _chain(e))
_b.__traceback = __traceback
_b.__report = _raw
`;
