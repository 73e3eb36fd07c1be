/** traceback.py, over what the prelude knows of errors. */
export const TRACEBACK = String.raw`
import sys
def _error(exc, value):
    return value if value is not None else exc if isinstance(exc, BaseException) else sys.exc_info()[1]
def _lines(text): return [l + '\n' for l in text.split('\n')[:-1]]
def format_exception(exc=None, value=None, tb=None, limit=None, chain=True):
    e = _error(exc, value)
    return ['NoneType: None\n'] if e is None else _lines(__traceback(e))
def format_exc(limit=None, chain=True): return ''.join(format_exception())
def print_exception(exc=None, value=None, tb=None, limit=None, file=None, chain=True):
    (file or sys.stderr).write(''.join(format_exception(exc, value)))
def print_exc(limit=None, file=None, chain=True): print_exception(file=file)
def format_exception_only(exc, value=None):
    e = _error(exc, value)
    text, name = str(e), type(e).__name__
    return ['%s: %s\n' % (name, text) if text else name + '\n']
def print_tb(tb, limit=None, file=None): (file or sys.stderr).write(''.join(format_tb(tb)))
def format_tb(tb, limit=None):
    text = __traceback(tb._e)
    return [l for l in _lines(text) if l.startswith('  ')]
def print_stack(f=None, limit=None, file=None): pass
def format_stack(f=None, limit=None): return []
def extract_tb(tb, limit=None): return []
`;
