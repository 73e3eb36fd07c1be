/** The expressions of Jinja: its own little language, read into functions of a context. */
export const JINJA_EXPRESSIONS = String.raw`
from markupsafe import Markup, escape, soft_str
class TemplateError(Exception):
    @property
    def message(self): return self.args[0] if self.args else None
class TemplateNotFound(TemplateError):
    def __init__(self, name):
        super().__init__(name)
        self.name = name
    def __str__(self): return str(self.name)
class TemplateSyntaxError(TemplateError):
    def __init__(self, message, lineno=1, name=None, filename=None):
        super().__init__(message)
        self.lineno, self.name, self.filename = lineno, name, filename
    def __str__(self): return str(self.args[0]) if self.name is None else '%s\n  File "%s", line %d' % (self.args[0], self.name, self.lineno)
class UndefinedError(TemplateError): pass
class TemplateRuntimeError(TemplateError): pass
class TemplateAssertionError(TemplateSyntaxError): pass

class Undefined:
    def __init__(self, name='', owner=None): self._name, self._owner = name, owner
    def _fail(self):
        if self._owner is not None:
            raise UndefinedError("%r has no attribute %r" % (_kind(self._owner), self._name))
        raise UndefinedError('%r is undefined' % self._name)
    def __str__(self): return ''
    def __repr__(self): return 'Undefined'
    def __bool__(self): return False
    def __iter__(self): return iter(())
    def __len__(self): return 0
    def __eq__(self, o): return isinstance(o, Undefined)
    def __hash__(self): return 0
    def __call__(self, *a, **k): self._fail()
    def __getattr__(self, n):
        if n[:1] == '_': raise AttributeError(n)
        self._fail()
    def __getitem__(self, n): self._fail()
    def __add__(self, o): self._fail()
    def __radd__(self, o): self._fail()
    def __sub__(self, o): self._fail()
    def __mul__(self, o): self._fail()
    def __lt__(self, o): self._fail()
    def __gt__(self, o): self._fail()
class StrictUndefined(Undefined):
    def __str__(self): self._fail()
    def __iter__(self): self._fail()
    def __bool__(self): self._fail()
class _Kind:
    def __init__(self, s): self._s = s
    def __repr__(self): return "'" + self._s + "'"
def _kind(o):
    return _Kind(('' if type(o).__module__ in ('builtins', None) else type(o).__module__ + '.') + type(o).__name__ + ' object')

def _lex(s, line):
    out, i = [], 0
    while i < len(s):
        c = s[i]
        if c.isspace():
            i += 1
        elif c in '"\'':
            j, text = i + 1, []
            while j < len(s) and s[j] != c:
                if s[j] == '\\' and j + 1 < len(s):
                    j += 1
                    text.append({'n': '\n', 't': '\t'}.get(s[j], s[j]))
                else:
                    text.append(s[j])
                j += 1
            if j >= len(s):
                raise TemplateSyntaxError('unexpected char %r at %d' % (c, i), line)
            out.append(('string', ''.join(text)))
            i = j + 1
        elif c.isdigit():
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == '_' or s[j] == '.' and s[j + 1:j + 2].isdigit()):
                j += 1
            t = s[i:j].replace('_', '')
            out.append(('number', float(t) if '.' in t else int(t)))
            i = j
        elif c.isalpha() or c == '_':
            j = i
            while j < len(s) and (s[j].isalpha() or s[j].isdigit() or s[j] == '_'):
                j += 1
            out.append(('name', s[i:j]))
            i = j
        else:
            two = s[i:i + 2]
            op = two if two in ('==', '!=', '<=', '>=', '**', '//') else c
            if op not in ('==', '!=', '<=', '>=', '**', '//') and op not in '+-*/%~()[]{}.,:|<>=':
                raise TemplateSyntaxError('unexpected char %r at %d' % (c, i), line)
            out.append(('op', op))
            i += len(op)
    return out

class _Parser:
    def __init__(self, text, env, line):
        self.t, self.i, self.env, self.line = _lex(text, line), 0, env, line
    def fail(self, words): raise TemplateSyntaxError(words, self.line)
    def peek(self): return self.t[self.i] if self.i < len(self.t) else ('end', '')
    def take(self):
        t = self.peek()
        self.i += 1
        return t
    def op(self, *ops):
        k, v = self.peek()
        if k == 'op' and v in ops:
            self.i += 1
            return v
        return None
    def word(self, *words):
        k, v = self.peek()
        if k == 'name' and v in words:
            self.i += 1
            return v
        return None
    def need(self, v):
        k, got = self.take()
        if got != v or k == 'string':
            self.fail("unexpected end of template" if k == 'end' else "expected token %r, got %r" % (v, got))
    def end(self):
        k, v = self.peek()
        if k != 'end':
            self.fail("expected token 'end of print statement', got %r" % (v,))
    def whole(self, tuples=True):
        e = self.listed() if tuples else self.expression()
        self.end()
        return e
    def listed(self):
        first = self.expression()
        if self.peek() != ('op', ','):
            return first
        all = [first]
        while self.op(','):
            if self.peek()[0] == 'end': break
            all.append(self.expression())
        return lambda c: tuple([e(c) for e in all])
    def expression(self):
        e = self.either()
        while self.word('if'):
            test = self.either()
            other = self.expression() if self.word('else') else (lambda c: c.env.undefined())
            e = (lambda a, t, o: lambda c: a(c) if t(c) else o(c))(e, test, other)
        return e
    def either(self):
        e = self.both()
        while self.word('or'):
            e = (lambda a, b: lambda c: a(c) or b(c))(e, self.both())
        return e
    def both(self):
        e = self.negated()
        while self.word('and'):
            e = (lambda a, b: lambda c: a(c) and b(c))(e, self.negated())
        return e
    def negated(self):
        if self.word('not'):
            e = self.negated()
            return lambda c: not e(c)
        return self.compared()
    def compared(self):
        e = self.concat()
        parts = []
        while True:
            o = self.op('==', '!=', '<', '>', '<=', '>=')
            if o is None and self.word('in'): o = 'in'
            if o is None and self.peek() == ('name', 'not') and self.t[self.i + 1:self.i + 2] == [('name', 'in')]:
                self.i += 2
                o = 'not in'
            if o is None: break
            parts.append((o, self.concat()))
        if not parts:
            return e
        def compare(c):
            a = e(c)
            for o, f in parts:
                b = f(c)
                r = a == b if o == '==' else a != b if o == '!=' else a < b if o == '<' else a > b if o == '>' else a <= b if o == '<=' else a >= b if o == '>=' else a in b if o == 'in' else a not in b
                if not r: return False
                a = b
            return True
        return compare
    def concat(self):
        e = self.sum()
        while self.op('~'):
            e = (lambda a, b: lambda c: c.join(a(c), b(c)))(e, self.sum())
        return e
    def sum(self):
        e = self.product()
        while True:
            o = self.op('+', '-')
            if not o: return e
            b = self.product()
            e = (lambda a, b: lambda c: a(c) + b(c))(e, b) if o == '+' else (lambda a, b: lambda c: a(c) - b(c))(e, b)
    def product(self):
        e = self.unary()
        while True:
            o = self.op('*', '/', '//', '%')
            if not o: return e
            e = (lambda a, b, o: lambda c: a(c) * b(c) if o == '*' else a(c) / b(c) if o == '/' else a(c) // b(c) if o == '//' else a(c) % b(c))(e, self.unary(), o)
    def unary(self):
        if self.op('-'):
            e = self.unary()
            return lambda c: -e(c)
        if self.op('+'):
            return self.unary()
        e = self.postfix(self.primary())
        while self.op('**'):
            e = (lambda a, b: lambda c: a(c) ** b(c))(e, self.unary())
        return self.filtered(e)
    def filtered(self, e):
        while True:
            if self.op('|'):
                name = self.take()[1]
                while self.op('.'): name += '.' + self.take()[1]
                args = self.arguments() if self.op('(') else (lambda c: ((), {}))
                if name not in self.env.filters:
                    raise TemplateAssertionError('No filter named %r.' % name, self.line)
                e = (lambda a, n, args: lambda c: c.filter(n, a(c), args(c)))(e, name, args)
            elif self.word('is'):
                negate = self.word('not')
                name = self.take()[1]
                args = lambda c: ((), {})
                if self.op('('):
                    args = self.arguments()
                elif self.peek()[0] in ('string', 'number') or self.peek()[0] == 'name' and self.peek()[1] not in ('and', 'or', 'else', 'if', 'is', 'not', 'in') :
                    one = self.postfix(self.primary())
                    args = (lambda o: lambda c: ((o(c),), {}))(one)
                if name not in self.env.tests:
                    raise TemplateAssertionError('No test named %r.' % name, self.line)
                e = (lambda a, n, args, neg: lambda c: bool(c.env.tests[n](a(c), *args(c)[0])) != neg)(e, name, args, bool(negate))
            else:
                return e
    def arguments(self):
        plain, named, star, stars = [], [], [], []
        while not self.op(')'):
            if self.op('**'): stars.append(self.expression())
            elif self.op('*'): star.append(self.expression())
            elif self.peek()[0] == 'name' and self.t[self.i + 1:self.i + 2] == [('op', '=')]:
                n = self.take()[1]
                self.i += 1
                named.append((n, self.expression()))
            else: plain.append(self.expression())
            if not self.op(','):
                self.need(')')
                break
        def made(c):
            a = [f(c) for f in plain]
            for f in star: a += list(f(c))
            k = {n: f(c) for n, f in named}
            for f in stars: k.update(f(c))
            return a, k
        return made
    def postfix(self, e):
        while True:
            if self.op('.'):
                k, n = self.take()
                e = (lambda a, n: lambda c: c.item(a(c), n))(e, n) if k == 'number' else (lambda a, n: lambda c: c.attribute(a(c), n))(e, n)
            elif self.op('['):
                e = self.subscript(e)
            elif self.op('('):
                e = (lambda f, args: lambda c: c.call(f(c), args(c)))(e, self.arguments())
            else:
                return e
    def subscript(self, e):
        parts = [None, None, None]
        n = 0
        if self.peek() != ('op', ':'): parts[0] = self.expression()
        while self.op(':'):
            n += 1
            if self.peek() not in (('op', ':'), ('op', ']')): parts[n] = self.expression()
        self.need(']')
        if n:
            at = lambda c, p: p(c) if p else None
            if parts[2]: return lambda c: e(c)[at(c, parts[0]):at(c, parts[1]):at(c, parts[2])]
            return lambda c: e(c)[at(c, parts[0]):at(c, parts[1])]
        return lambda c: c.item(e(c), parts[0](c))
    def primary(self):
        k, v = self.take()
        if k == 'string':
            while self.peek()[0] == 'string': v += self.take()[1]
            return lambda c: v
        if k == 'number':
            return lambda c: v
        if k == 'name':
            if v in ('true', 'True', 'false', 'False', 'none', 'None'):
                x = {'true': True, 'false': False, 'none': None}[v.lower()]
                return lambda c: x
            return lambda c: c.lookup(v)
        if v == '(':
            if self.op(')'): return lambda c: ()
            e = self.listed_until(')')
            return e
        if v == '[':
            all = []
            while not self.op(']'):
                all.append(self.expression())
                if not self.op(','):
                    self.need(']')
                    break
            return lambda c: [e(c) for e in all]
        if v == '{':
            pairs = []
            while not self.op('}'):
                a = self.expression()
                self.need(':')
                pairs.append((a, self.expression()))
                if not self.op(','):
                    self.need('}')
                    break
            return lambda c: {a(c): b(c) for a, b in pairs}
        self.fail('unexpected end of template' if k == 'end' else 'unexpected %r' % v)
    def listed_until(self, close):
        all, comma = [self.expression()], False
        while self.op(','):
            comma = True
            if self.peek() == ('op', close): break
            all.append(self.expression())
        self.need(close)
        return (lambda c: tuple([e(c) for e in all])) if comma else all[0]
`;
