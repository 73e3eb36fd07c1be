/** json/__init__.py: MicroPython's reader where all is well, CPython's words where it is not, and CPython's writer. */
export const JSON_MODULE = String.raw`
import sys as _sys
from ujson import loads as _loads, dumps as _dumps
class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno, self.colno = doc.count('\n', 0, pos) + 1, pos - doc.rfind('\n', 0, pos)
        super().__init__('%s: line %d column %d (char %d)' % (msg, self.lineno, self.colno, pos))
JSONDecodeError.__module__ = 'json.decoder'

class _Scanner:
    def __init__(self, s, hook=None, floats=None, ints=None, pairs=None):
        self.s, self.hook, self.floats, self.ints, self.pairs = s, hook, floats or float, ints or int, pairs
    def fail(self, msg, pos): raise JSONDecodeError(msg, self.s, pos)
    def blank(self, i):
        s = self.s
        while i < len(s) and s[i] in ' \t\n\r':
            i += 1
        return i
    def value(self, i):
        s = self.s
        c = s[i:i + 1]
        if c == '"':
            return self.string(i + 1)
        if c == '{':
            return self.object(i + 1)
        if c == '[':
            return self.array(i + 1)
        for word, v in (('null', None), ('true', True), ('false', False), ('NaN', float('nan')), ('Infinity', float('inf')), ('-Infinity', float('-inf'))):
            if s.startswith(word, i):
                return v, i + len(word)
        j = i + (c == '-')
        if not s[j:j + 1].isdigit():
            self.fail('Expecting value', i)
        if s[j] == '0':
            j += 1
        while j < len(s) and s[j].isdigit() and (s[j - 1] != '0' or j > i + 1 + (c == '-') or s[i + (c == '-')] != '0'):
            j += 1
        whole = True
        if s[j:j + 1] == '.' and s[j + 1:j + 2].isdigit():
            whole, j = False, j + 1
            while j < len(s) and s[j].isdigit():
                j += 1
        if s[j:j + 1] in ('e', 'E') and s[j:j + 1]:
            k = j + 1 + (s[j + 1:j + 2] in ('+', '-') and s[j + 1:j + 2] != '')
            if s[k:k + 1].isdigit():
                whole, j = False, k
                while j < len(s) and s[j].isdigit():
                    j += 1
        return (self.ints if whole else self.floats)(s[i:j]), j
    def string(self, i):
        s, out, begin = self.s, [], i - 1
        while True:
            if i >= len(s):
                self.fail('Unterminated string starting at', begin)
            c = s[i]
            i += 1
            if c == '"':
                return ''.join(out), i
            if c == '\\':
                e = s[i:i + 1]
                if not e:
                    self.fail('Unterminated string starting at', begin)
                i += 1
                if e == 'u':
                    try:
                        n = int(s[i:i + 4], 16)
                    except ValueError:
                        self.fail('Invalid \\uXXXX escape', i)
                    i += 4
                    if 0xd800 <= n < 0xdc00 and s[i:i + 2] == '\\u':
                        n = 0x10000 + (n - 0xd800 << 10) + int(s[i + 2:i + 6], 16) - 0xdc00
                        i += 6
                    out.append(chr(n))
                elif e in '"\\/bfnrt':
                    out.append({'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}.get(e, e))
                else:
                    self.fail('Invalid \\escape', i - 2)
            elif c < ' ':
                self.fail('Invalid control character at', i - 1)
            else:
                out.append(c)
    def object(self, i):
        d, s = [], self.s
        i = self.blank(i)
        if s[i:i + 1] == '}':
            return self.made(d), i + 1
        while True:
            if s[i:i + 1] != '"':
                self.fail('Expecting property name enclosed in double quotes', i)
            k, i = self.string(i + 1)
            i = self.blank(i)
            if s[i:i + 1] != ':':
                self.fail("Expecting ':' delimiter", i)
            v, i = self.value(self.blank(i + 1))
            d.append((k, v))
            i = self.blank(i)
            if s[i:i + 1] == '}':
                return self.made(d), i + 1
            if s[i:i + 1] != ',':
                self.fail("Expecting ',' delimiter", i)
            i = self.next(i, '}', 'object')
    def next(self, i, end, what):
        j = self.blank(i + 1)
        if self.s[j:j + 1] == end and _sys.version_info >= (3, 13):
            self.fail('Illegal trailing comma before end of ' + what, i)
        return j
    def made(self, d):
        if self.pairs:
            return self.pairs(d)
        return self.hook(dict(d)) if self.hook else dict(d)
    def array(self, i):
        l, s = [], self.s
        i = self.blank(i)
        if s[i:i + 1] == ']':
            return l, i + 1
        while True:
            v, i = self.value(i)
            l.append(v)
            i = self.blank(i)
            if s[i:i + 1] == ']':
                return l, i + 1
            if s[i:i + 1] != ',':
                self.fail("Expecting ',' delimiter", i)
            i = self.next(i, ']', 'array')
    def all(self):
        v, i = self.value(self.blank(0))
        i = self.blank(i)
        if i != len(self.s):
            self.fail('Extra data', i)
        return v

def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **k):
    if isinstance(s, (bytes, bytearray)):
        s = bytes(s).decode()
    elif not isinstance(s, str):
        raise TypeError('the JSON object must be str, bytes or bytearray, not %s' % type(s).__name__)
    if cls is not None:
        return cls().decode(s)
    if not (object_hook or parse_float or parse_int or object_pairs_hook) and '\\u' not in s and __hostcall('isJson', s) == 1:
        return _loads(s)
    return _Scanner(s, object_hook, parse_float, parse_int, object_pairs_hook).all()
def load(f, **k): return loads(f.read(), **k)

_SHORT = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b'}
def _quoted(s, ascii):
    t = s
    for c in '\\"\n\r\t\f\b':
        if c in t:
            t = t.replace(c, _SHORT[c])
    if ascii or min(t or 'a') < ' ':
        if not all([' ' <= c <= '~' for c in t]):
            t = ''.join([_unicode(ord(c)) if c < ' ' or c > '~' and ascii else c for c in t])
    return '"' + t + '"'
def _unicode(n): return '\\u%04x' % n if n < 65536 else '\\u%04x\\u%04x' % (0xd800 + (n - 65536 >> 10), 0xdc00 + (n - 65536 & 1023))

class JSONEncoder:
    item_separator, key_separator = ', ', ': '
    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.allow_nan, self.sort_keys = skipkeys, ensure_ascii, allow_nan, sort_keys
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        self._seps = separators or (',' if indent is not None else self.item_separator, self.key_separator)
        self._default = default
    def default(self, o): raise TypeError('Object of type %s is not JSON serializable' % type(o).__name__)
    def encode(self, o): return self._write(o, 0, [])
    def iterencode(self, o, **k): yield self.encode(o)
    def _float(self, o):
        if o != o or o in (float('inf'), float('-inf')):
            if not self.allow_nan:
                raise ValueError('Out of range float values are not JSON compliant')
            return 'NaN' if o != o else 'Infinity' if o > 0 else '-Infinity'
        return float.__repr__(o) if type(o) is not float and hasattr(float, '__repr__') else repr(o)
    def _write(self, o, depth, open):
        if isinstance(o, str):
            return _quoted(o, self.ensure_ascii)
        if o is None or o is True or o is False:
            return 'null' if o is None else 'true' if o else 'false'
        if isinstance(o, int):
            return str(int(o))
        if isinstance(o, float):
            return self._float(o)
        if isinstance(o, dict):
            parts, o_ = [], open
            self._enter(o, open)
            items = list(o.items())
            for k, v in (sorted(items, key=lambda p: p[0]) if self.sort_keys else items):
                if isinstance(k, str): name = k
                elif k is True or k is False or k is None: name = 'null' if k is None else 'true' if k else 'false'
                elif isinstance(k, int): name = str(int(k))
                elif isinstance(k, float): name = self._float(k)
                elif self.skipkeys: continue
                else: raise TypeError('keys must be str, int, float, bool or None, not %s' % type(k).__name__)
                parts.append(_quoted(name, self.ensure_ascii) + self._seps[1] + self._write(v, depth + 1, open))
            open.pop()
            return self._joined(parts, '{', '}', depth)
        if isinstance(o, (list, tuple)):
            self._enter(o, open)
            parts = [self._write(v, depth + 1, open) for v in o]
            open.pop()
            return self._joined(parts, '[', ']', depth)
        self._enter(o, open)
        r = self._write((self._default or self.default)(o), depth, open)
        open.pop()
        return r
    def _enter(self, o, open):
        for x in open:
            if x is o:
                raise ValueError('Circular reference detected')
        open.append(o)
    def _joined(self, parts, a, b, depth):
        if not parts:
            return a + b
        if self.indent is None:
            return a + self._seps[0].join(parts) + b
        pad = '\n' + self.indent * (depth + 1)
        return a + pad + (self._seps[0] + pad).join(parts) + '\n' + self.indent * depth + b
class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, object_pairs_hook=None, **k): self._k = (object_hook, parse_float, parse_int, object_pairs_hook)
    def decode(self, s): return _Scanner(s, *self._k).all()
    def raw_decode(self, s, idx=0): return _Scanner(s, *self._k).value(idx)
def dumps(o, *, cls=None, **k): return (cls or JSONEncoder)(**k).encode(o)
def dump(o, f, **k): f.write(dumps(o, **k))

`;

/** json/tool.py: python -m json.tool */
export const JSON_TOOL = String.raw`
import argparse, json, sys
if __name__ == '__main__':
    p = argparse.ArgumentParser(prog='python -m json.tool', description='A simple command line interface for json module to validate and pretty-print JSON objects.')
    p.add_argument('infile', nargs='?', default='-', help='a JSON file to be validated or pretty-printed')
    p.add_argument('outfile', nargs='?', default=None, help='write the output of infile to outfile')
    p.add_argument('--sort-keys', action='store_true', help='sort the output of dictionaries alphabetically by key')
    p.add_argument('--no-ensure-ascii', dest='ensure_ascii', action='store_false', help='disable escaping of non-ASCII characters')
    p.add_argument('--json-lines', action='store_true', help='parse input using the JSON Lines format. Use with --no-indent or --compact to produce valid JSON Lines output.')
    p.add_argument('--indent', default=4, type=int, help='separate items with newlines and use this number of spaces for indentation')
    p.add_argument('--compact', action='store_true', help='suppress all whitespace separation (most compact)')
    o = p.parse_args()
    text = sys.stdin.read() if o.infile == '-' else open(o.infile).read()
    try:
        for part in (text.splitlines() if o.json_lines else [text]):
            r = json.dumps(json.loads(part), sort_keys=o.sort_keys, ensure_ascii=o.ensure_ascii, **({'separators': (',', ':')} if o.compact else {'indent': o.indent}))
            if o.outfile:
                with open(o.outfile, 'w') as f: f.write(r + '\n')
            else: print(r)
    except ValueError as e:
        sys.exit(str(e))
`;
