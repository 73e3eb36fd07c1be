/** re.py: expressions are those of PCRE, which Python's are nearly all of. Simplified: no conditions, `\\w` and `\\d` know ASCII only. */
export const RE = String.raw`
import json as _json
_call = __hostcall
A = ASCII = 256
I = IGNORECASE = 2
L = LOCALE = 4
M = MULTILINE = 8
S = DOTALL = 16
U = UNICODE = 32
X = VERBOSE = 64
NOFLAG = 0

def _latin(data): return ''.join([chr(b) for b in data])
def _bytes(text): return bytes([ord(c) for c in text])
class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        super().__init__(msg if pos is None else '%s at position %d' % (msg, pos))
PatternError = error

_WORDS = {'missing closing parenthesis': 'missing ), unterminated subpattern', 'unmatched closing parenthesis': 'unbalanced parenthesis',
    'quantifier does not follow a repeatable item': 'nothing to repeat', 'missing terminating ] for character class': 'unterminated character set',
    '\\ at end of pattern': 'bad escape (end of pattern)', 'lookbehind assertion is not fixed length': 'look-behind requires fixed-width pattern',
    'range out of order in character class': 'bad character range'}

def _where(words, p):
    if words == 'nothing to repeat':
        for i, c in enumerate(p):
            if c in '*+?' and (i == 0 or p[i - 1] in '(|'):
                return i
    if words == 'unterminated character set':
        return p.rfind('[')
    if words == 'unbalanced parenthesis':
        return p.find(')')
    if words == 'missing ), unterminated subpattern':
        open, i = [], 0
        while i < len(p):
            if p[i] == '\\':
                i += 1
            elif p[i] == '(':
                open.append(i)
            elif p[i] == ')' and open:
                open.pop()
            i += 1
        return open[-1] if open else None
    if words.startswith('bad escape'):
        return len(p) - 1
    return None

# The expression in PCRE's spelling, the names of its groups and how many it has.
def _translate(p, verbose):
    out, names, groups, i, inside = [], {}, 0, 0, False
    while i < len(p):
        c = p[i]
        if c == '\\':
            n = p[i + 1:i + 2]
            out.append('\\z' if n == 'Z' and not inside else c + n)
            i += 2
            continue
        if inside:
            if c == ']':
                inside = False
            elif c == '[':
                c = '\\['
        elif c == '[':
            inside = True
            if p[i + 1:i + 2] == ']' or p[i + 1:i + 3] == '^]':
                j = p.find(']', i) + 1
                out.append(p[i:j - 1] + '\\]')
                i = j
                continue
        elif verbose and c == '#':
            j = p.find('\n', i)
            i = len(p) if j < 0 else j
            continue
        elif c == '(':
            if p[i + 1:i + 2] != '?':
                groups += 1
            elif p[i + 1:i + 4] == '?P<':
                groups += 1
                name = p[i + 4:p.find('>', i)]
                if name in names:
                    raise error('redefinition of group name %r as group %d; was group %d' % (name, groups, names[name]), p, i + 4)
                names[name] = groups
        elif c == '{' and p[i + 1:i + 2] == ',' and '}' in p[i:]:
            c = '{0'
        out.append(c)
        i += 1
    return ''.join(out), names, groups

class Match:
    def __init__(self, pattern, string, spans, pos, endpos):
        self.re, self.string, self._s, self.pos, self.endpos = pattern, string, spans, pos, endpos
    def _index(self, g):
        if isinstance(g, str):
            g = self.re.groupindex.get(g, -1)
        if not 0 <= g <= self.re.groups:
            raise IndexError('no such group')
        return g * 2
    def _text(self, g, default=None):
        i = self._index(g)
        a, b = self._s[i], self._s[i + 1]
        return default if a < 0 else self.string[a:b]
    def group(self, *which):
        if len(which) < 2:
            return self._text(which[0] if which else 0)
        return tuple([self._text(g) for g in which])
    def __getitem__(self, g): return self._text(g)
    def groups(self, default=None): return tuple([self._text(g + 1, default) for g in range(self.re.groups)])
    def groupdict(self, default=None): return {n: self._text(g, default) for n, g in self.re.groupindex.items()}
    def start(self, g=0): return self._s[self._index(g)]
    def end(self, g=0): return self._s[self._index(g) + 1]
    def span(self, g=0): return (self.start(g), self.end(g))
    def expand(self, template): return _expand(template, self)
    @property
    def lastindex(self):
        at = [(self._s[g * 2 + 1], g) for g in range(1, self.re.groups + 1) if self._s[g * 2] >= 0]
        return max(at)[1] if at else None
    @property
    def lastgroup(self):
        for n, g in self.re.groupindex.items():
            if g == self.lastindex:
                return n
        return None
    def __bool__(self): return True
    def __repr__(self): return '<re.Match object; span=(%d, %d), match=%r>' % (self._s[0], self._s[1], self.group())

_ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', 'f': '\f', 'v': '\v', 'a': '\a', 'b': '\b', '\\': '\\'}
def _expand(template, m):
    binary = isinstance(template, bytes)
    t = _latin(template) if binary else template
    if '\\' not in t:
        return template
    def text(g):
        try:
            v = m._text(g)
        except IndexError:
            raise error('invalid group reference %s' % g) if isinstance(g, int) else IndexError("unknown group name '%s'" % g)
        return '' if v is None else _latin(v) if binary else v
    out, i = [], 0
    while i < len(t):
        c = t[i]
        i += 1
        if c != '\\' or i >= len(t):
            out.append(c)
            continue
        c = t[i]
        i += 1
        if c == 'g' and t[i:i + 1] == '<':
            j = t.find('>', i)
            name = t[i + 1:j]
            out.append(text(int(name) if name.isdigit() else name))
            i = j + 1
        elif c == '0':
            out.append('\0')
        elif c.isdigit():
            if t[i:i + 1].isdigit():
                c += t[i]
                i += 1
            out.append(text(int(c)))
        elif c in _ESCAPES:
            out.append(_ESCAPES[c])
        elif c.isalpha():
            raise error('bad escape \\%s' % c, template, i - 2)
        else:
            out.append('\\' + c)
    r = ''.join(out)
    return _bytes(r) if binary else r

class Pattern:
    def __init__(self, pattern, flags):
        self.pattern, self._binary = pattern, isinstance(pattern, bytes)
        p = _latin(pattern) if self._binary else pattern
        while p[:2] == '(?' and p[2:3] in ('i', 'm', 's', 'x', 'a', 'u') and p.find(')') > 0 and p[2:p.find(')')].isalpha():
            for c in p[2:p.find(')')]:
                flags |= {'i': I, 'm': M, 's': S, 'x': X}.get(c, 0)
            p = p[p.find(')') + 1:]
        self.flags = flags | (0 if self._binary else U)
        source, self.groupindex, self.groups = _translate(p, flags & X)
        letters = ''.join([l for l, f in (('i', I), ('m', M), ('s', S), ('x', X)) if flags & f])
        self._source = ('(?%s)' % letters if letters else '') + source
        self._full, self._full_prefix = None, letters
        self._search, self._match = self._compile(self._source, 'g'), None
    def _compile(self, source, flags):
        r = _call('compileRegExp', source, flags)
        if isinstance(r, str):
            words = _WORDS.get(r, r)
            raise error(words, self.pattern, _where(words, self.pattern if isinstance(self.pattern, str) else self.pattern.decode()))
        return r
    def _find(self, id, string, pos, endpos, count):
        if isinstance(string, str):
            if self._binary:
                raise TypeError('cannot use a bytes pattern on a string-like object')
            subject = string
        elif isinstance(string, (bytes, bytearray, memoryview)):
            if not self._binary:
                raise TypeError('cannot use a string pattern on a bytes-like object')
            subject = _latin(bytes(string))
        else:
            raise TypeError("expected string or bytes-like object, got '%s'" % type(string).__name__)
        if endpos is not None and endpos < len(string):
            subject = subject[:max(0, endpos)]
        pos = max(0, pos)
        if pos > len(subject):
            return []
        end = len(subject)
        return [Match(self, string, s, pos, end) for s in _json.loads(_call('findMatches', id, subject, pos, count))]
    def search(self, string, pos=0, endpos=None):
        m = self._find(self._search, string, pos, endpos, 1)
        return m[0] if m else None
    def match(self, string, pos=0, endpos=None):
        if self._match is None:
            self._match = self._compile(self._source, 'y')
        m = self._find(self._match, string, pos, endpos, 1)
        return m[0] if m else None
    def fullmatch(self, string, pos=0, endpos=None):
        if self._full is None:
            head = '(?%s)' % self._full_prefix if self._full_prefix else ''
            self._full = self._compile(head + '(?:' + self._source[len(head):] + ')\\z', 'y')
        m = self._find(self._full, string, pos, endpos, 1)
        return m[0] if m else None
    def finditer(self, string, pos=0, endpos=None): return iter(self._find(self._search, string, pos, endpos, 1000000000))
    def findall(self, string, pos=0, endpos=None):
        empty = b'' if self._binary else ''
        all = self._find(self._search, string, pos, endpos, 1000000000)
        if self.groups == 0:
            return [m.group() for m in all]
        if self.groups == 1:
            return [m._text(1, empty) for m in all]
        return [m.groups(empty) for m in all]
    def split(self, string, maxsplit=0):
        out, at = [], 0
        for m in self._find(self._search, string, 0, None, maxsplit or 1000000000):
            out.append(string[at:m.start()])
            out.extend(m.groups())
            at = m.end()
        out.append(string[at:])
        return out
    def subn(self, repl, string, count=0):
        out, at, n = [], 0, 0
        for m in self._find(self._search, string, 0, None, count or 1000000000):
            out.append(string[at:m.start()])
            out.append(repl(m) if callable(repl) else _expand(repl, m))
            at, n = m.end(), n + 1
        out.append(string[at:])
        return (b'' if self._binary else '').join(out), n
    def sub(self, repl, string, count=0): return self.subn(repl, string, count)[0]
    def __repr__(self):
        names = ['re.' + n for n, f in (('IGNORECASE', I), ('MULTILINE', M), ('DOTALL', S), ('VERBOSE', X)) if self.flags & f]
        return 're.compile(%r%s)' % (self.pattern, ', ' + '|'.join(names) if names else '')
    def __eq__(self, o): return isinstance(o, Pattern) and self.pattern == o.pattern and self.flags == o.flags
    def __hash__(self): return hash((self.pattern, self.flags))

_cache = {}
def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    key = (pattern, int(flags))
    if key not in _cache:
        if not isinstance(pattern, (str, bytes)):
            raise TypeError('first argument must be string or compiled pattern')
        _cache[key] = Pattern(pattern, int(flags))
    return _cache[key]
def search(pattern, string, flags=0): return compile(pattern, flags).search(string)
def match(pattern, string, flags=0): return compile(pattern, flags).match(string)
def fullmatch(pattern, string, flags=0): return compile(pattern, flags).fullmatch(string)
def findall(pattern, string, flags=0): return compile(pattern, flags).findall(string)
def finditer(pattern, string, flags=0): return compile(pattern, flags).finditer(string)
def split(pattern, string, maxsplit=0, flags=0): return compile(pattern, flags).split(string, maxsplit)
def sub(pattern, repl, string, count=0, flags=0): return compile(pattern, flags).sub(repl, string, count)
def subn(pattern, repl, string, count=0, flags=0): return compile(pattern, flags).subn(repl, string, count)
def purge(): _cache.clear()
_SPECIAL = set('()[]{}?*+-|^$\\.&~# \t\n\r\v\f')
def escape(p):
    if isinstance(p, bytes):
        return _bytes(escape(_latin(p)))
    return ''.join(['\\' + c if c in _SPECIAL else c for c in p])
`;
