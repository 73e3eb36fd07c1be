/** jinja2: templates as functions that write. Simplified: no sandbox, no async, no custom delimiters. */
export const JINJA_TEMPLATES = String.raw`
_SEP = (('{{', '}}'), ('{%', '%}'), ('{#', '#}'))
def _tokens(source, trim, lstrip):
    out, at, line, eat = [], 0, 1, False
    while True:
        starts = [i for i in [source.find(o, at) for o, c in _SEP] if i >= 0]
        i = min(starts) if starts else len(source)
        text = source[at:i]
        if eat == '-': text = text.lstrip()
        elif eat == 'n' and text[:1] == '\n': text = text[1:]
        mark = source[i + 2:i + 3] if starts else ''
        if mark == '-': text = text.rstrip()
        elif lstrip and starts and source[i + 1] != '{' and mark != '+':
            j = text.rfind('\n') + 1
            if not text[j:].strip() and (j > 0 or at == 0 or source[at - 1] == '\n'): text = text[:j]
        if text: out.append(('text', text, line))
        line += source.count('\n', at, i)
        if not starts: return out
        kind = source[i + 1]
        close = {'{': '}}', '%': '%}', '#': '#}'}[kind]
        j = _close(source, i + 2, close) if kind != '#' else source.find(close, i)
        if j < 0: raise TemplateSyntaxError({'{': 'unexpected end of template, expected \'end of print statement\'.', '%': 'unexpected end of template, expected \'end of statement block\'.', '#': 'Missing end of comment tag'}[kind], line)
        inside = source[i + 2:j]
        eat = '-' if inside[-1:] == '-' else 'n' if trim and kind != '{' else False
        inside = inside.strip('-').strip() if inside[:1] in '-+' or inside[-1:] == '-' else inside.strip()
        if kind == '%' and inside == 'raw':
            k = source.find('{%', j + 2)
            while k >= 0 and source[k + 2:].lstrip(' -')[:6] != 'endraw': k = source.find('{%', k + 2)
            if k < 0: raise TemplateSyntaxError('Missing end of raw directive', line)
            out.append(('text', source[j + 2:k], line))
            at = source.find('%}', k) + 2
        else:
            if kind != '#': out.append((kind, inside, line))
            at = j + 2
        line += source.count('\n', i, at)
def _close(s, i, close):
    quote = ''
    while i < len(s):
        c = s[i]
        if quote:
            if c == '\\': i += 1
            elif c == quote: quote = ''
        elif c in '"\'': quote = c
        elif s.startswith(close, i) : return i
        i += 1
    return -1

class _Builder:
    def __init__(self, env, tokens, name): self.env, self.t, self.i, self.name, self.blocks, self.parent = env, tokens, 0, name, {}, None
    def expr(self, text, line, tuples=True):
        try:
            return _Parser(text, self.env, line).whole(tuples)
        except TemplateSyntaxError as e:
            e.name = self.name
            raise
    def fail(self, words, line): raise TemplateSyntaxError(words, line, self.name)
    def until(self, *ends):
        nodes = []
        while self.i < len(self.t):
            kind, text, line = self.t[self.i]
            self.i += 1
            if kind == 'text': nodes.append((lambda x: lambda c, out: out.append(x))(text))
            elif kind == '{': nodes.append((lambda e: lambda c, out: out.append(c.shown(e(c))))(self.expr(text, line)))
            else:
                word = text.split(None, 1)[0] if text else ''
                rest = text[len(word):].strip()
                if word in ends: return nodes, word, rest, line
                make = getattr(self, 'tag_' + word, None)
                if make is None:
                    if ends: self.fail("Encountered unknown tag %r. Jinja was looking for the following tags: %s. The innermost block that needs to be closed is %r." % (word, ' or '.join([repr(e) for e in ends]), ends[-1][3:]), line)
                    self.fail('Encountered unknown tag %r.' % word, line)
                n = make(rest, line)
                if n: nodes.append(n)
        if ends: self.fail("Unexpected end of template. Jinja was looking for the following tags: %s. The innermost block that needs to be closed is %r." % (' or '.join([repr(e) for e in ends]), ends[-1][3:]), self.t[-1][2] if self.t else 1)
        return nodes, '', '', 0
    def tag_if(self, rest, line):
        branches, test = [], self.expr(rest, line)
        while True:
            body, end, more, line = self.until('elif', 'else', 'endif')
            branches.append((test, body))
            if end == 'endif': break
            test = self.expr(more, line) if end == 'elif' else lambda c: True
        def run(c, out):
            for t, body in branches:
                if t(c):
                    _run(body, c, out)
                    return
        return run
    def tag_for(self, rest, line):
        names, found, source = rest.partition(' in ')
        if not found: self.fail("expected token 'in', got 'end of statement block'", line)
        recursive = source.endswith(' recursive')
        if recursive: source = source[:-10]
        only = None
        at = _top_if(source)
        if at >= 0:
            only, source = self.expr(source[at + 4:], line), source[:at]
        items, targets = self.expr(source, line), [n.strip() for n in names.strip('() ').split(',')]
        body, end, _, _ = self.until('else', 'endfor')
        other = self.until('endfor')[0] if end == 'else' else []
        def bind(c, x):
            if len(targets) == 1: c.names[targets[0]] = x
            else:
                for n, v in zip(targets, x): c.names[n] = v
        def loop(c, out, values, depth):
            all = []
            for x in values:
                if only:
                    inner = c.child()
                    bind(inner, x)
                    if not only(inner): continue
                all.append(x)
            for i, x in enumerate(all):
                inner = c.child()
                again = lambda v: _text_of(lambda o: loop(c, o, v, depth + 1))
                inner.names['loop'] = _Loop(i, all, depth, again)
                bind(inner, x)
                _run(body, inner, out)
            return all
        def run(c, out):
            if not loop(c, out, items(c), 1): _run(other, c, out)
        return run
    def tag_set(self, rest, line):
        eq = rest.find('=')
        if eq < 0:
            name, filters = rest.partition('|')[0].strip(), rest.partition('|')[2]
            body = self.until('endset')[0]
            f = self.expr('_x|' + filters, line) if filters else None
            def fill(c, out):
                v = Markup(_text_of(lambda o: _run(body, c, o))) if c.autoescape else _text_of(lambda o: _run(body, c, o))
                if f:
                    inner = c.child()
                    inner.names['_x'] = v
                    v = f(inner)
                c.names[name] = v
            return fill
        targets, e = [n.strip() for n in rest[:eq].split(',')], self.expr(rest[eq + 1:], line)
        def run(c, out):
            v = e(c)
            for n, x in ([(targets[0], v)] if len(targets) == 1 else zip(targets, v)):
                if '.' in n: setattr(c.lookup(n.split('.')[0]), n.split('.')[1], x)
                else: c.names[n] = x
        return run
    def tag_extends(self, rest, line):
        self.parent = self.expr(rest, line)
    def tag_block(self, rest, line):
        name = rest.split()[0]
        body, _, _, _ = self.until('endblock')
        if name in self.blocks: self.fail('block %r defined twice' % name, line)
        self.blocks[name] = body
        return lambda c, out: c.block(name, out)
    def tag_include(self, rest, line):
        missing = rest.endswith('ignore missing') or 'ignore missing ' in rest
        bare = rest.endswith('without context')
        for words in ('ignore missing', 'with context', 'without context'): rest = rest.replace(words, '')
        e = self.expr(rest, line)
        def run(c, out):
            names = e(c)
            for n in (names if isinstance(names, (list, tuple)) else [names]):
                try:
                    t = c.env.get_template(n)
                except TemplateNotFound:
                    continue
                out.append(t._render({} if bare else c.flat()))
                return
            if not missing: raise TemplateNotFound(names)
        return run
    def _module(self, e, c):
        t = c.env.get_template(e(c))
        inner = _Context(c.env, t, {})
        _run(t._nodes, inner, [])
        return inner.names
    def tag_import(self, rest, line):
        source, _, name = rest.replace(' with context', '').partition(' as ')
        e = self.expr(source, line)
        def run(c, out): c.names[name.strip()] = _Space(self._module(e, c))
        return run
    def tag_from(self, rest, line):
        source, _, names = rest.replace(' with context', '').partition(' import ')
        e = self.expr(source, line)
        def run(c, out):
            m = self._module(e, c)
            for n in names.split(','):
                a, _, b = n.strip().partition(' as ')
                c.names[b.strip() or a] = m[a]
        return run
    def tag_macro(self, rest, line):
        name, _, params = rest.partition('(')
        p = _Parser('(' + params, self.env, line)
        p.need('(')
        args = []
        while not p.op(')'):
            n = p.take()[1]
            args.append((n, p.expression() if p.op('=') else None))
            p.op(',')
        body = self.until('endmacro')[0]
        def run(c, out): c.names[name.strip()] = _macro(c, name.strip(), args, body)
        return run
    def tag_call(self, rest, line):
        e = self.expr(rest, line)
        body = self.until('endcall')[0]
        def run(c, out):
            inner = c.child()
            inner.names['_caller'] = _macro(c, 'caller', [], body)
            out.append(str(e(inner)))
        return run
    def tag_filter(self, rest, line):
        e, body = self.expr('_x|' + rest, line), self.until('endfilter')[0]
        def run(c, out):
            inner = c.child()
            inner.names['_x'] = _text_of(lambda o: _run(body, c, o))
            out.append(str(e(inner)))
        return run
    def tag_with(self, rest, line):
        pairs = []
        if rest:
            p = _Parser(rest, self.env, line)
            while p.peek()[0] != 'end':
                n = p.take()[1]
                p.need('=')
                pairs.append((n, p.expression()))
                p.op(',')
        body = self.until('endwith')[0]
        def run(c, out):
            inner = c.child()
            for n, e in pairs: inner.names[n] = e(c)
            _run(body, inner, out)
        return run
    def tag_autoescape(self, rest, line):
        e, body = self.expr(rest, line), self.until('endautoescape')[0]
        def run(c, out):
            inner = c.child()
            inner.autoescape = e(c)
            _run(body, inner, out)
        return run
    def tag_do(self, rest, line):
        e = self.expr(rest, line)
        return lambda c, out: (e(c), None)[1]

def _top_if(s):
    depth, quote = 0, ''
    for i, ch in enumerate(s):
        if quote: quote = '' if ch == quote else quote
        elif ch in '"\'': quote = ch
        elif ch in '([{': depth += 1
        elif ch in ')]}': depth -= 1
        elif not depth and s.startswith(' if ', i) and ' else ' not in s[i:]: return i
    return -1
def _run(nodes, c, out):
    for n in nodes: n(c, out)
def _text_of(f):
    out = []
    f(out)
    return ''.join(out)
class _Space:
    def __init__(self, names):
        for k, v in names.items(): setattr(self, k, v)
class _Loop:
    def __init__(self, i, all, depth, again):
        n = len(all)
        self.index0, self.index, self.length, self.first, self.last, self.revindex, self.revindex0 = i, i + 1, n, i == 0, i == n - 1, n - i, n - i - 1
        self.depth, self.depth0, self._again = depth, depth - 1, again
        if i > 0: self.previtem = all[i - 1]
        if i < n - 1: self.nextitem = all[i + 1]
    def cycle(self, *a): return a[self.index0 % len(a)]
    def changed(self, *v): return not hasattr(self, 'previtem') or self.previtem not in v
    def __call__(self, values): return Markup(self._again(values))
def _macro(c, name, args, body):
    def call(*a, **k):
        inner = c.child()
        caller = k.pop('caller', None)
        for i, (n, default) in enumerate(args):
            inner.names[n] = a[i] if i < len(a) else k.pop(n) if n in k else default(c) if default else c.env.undefined(n)
        inner.names['varargs'], inner.names['kwargs'] = a[len(args):], k
        if caller: inner.names['caller'] = caller
        return Markup(_text_of(lambda o: _run(body, inner, o)))
    return call

class _Context:
    def __init__(self, env, template, names, up=None):
        self.env, self.template, self.names, self.up = env, template, names, up
        self.autoescape = up.autoescape if up else template._autoescape
        self.stack = up.stack if up else [template]
    def child(self): return _Context(self.env, self.template, {}, self)
    def flat(self):
        d = self.up.flat() if self.up else {}
        d.update(self.names)
        return d
    def lookup(self, n):
        c = self
        while c:
            if n in c.names: return c.names[n]
            c = c.up
        if n in self.env.globals: return self.env.globals[n]
        if n == 'self': return _Self(self)
        return self.env.undefined(n)
    def attribute(self, o, n):
        if isinstance(o, dict):
            if n in o and not hasattr(dict, n): return o[n]
            if hasattr(o, n): return getattr(o, n)
            return o[n] if n in o else self.env.undefined(n, o)
        try:
            return getattr(o, n)
        except AttributeError:
            pass
        try:
            return o[n]
        except (KeyError, TypeError, IndexError, AttributeError):
            return self.env.undefined(n, o)
    def item(self, o, n):
        if isinstance(o, Undefined): o._fail()
        try:
            return o[n]
        except (KeyError, TypeError, IndexError, AttributeError):
            if isinstance(n, str) and hasattr(o, n): return getattr(o, n)
            return self.env.undefined(n, o)
    def call(self, f, args):
        a, k = args
        caller = self.names.get('_caller')
        if caller: k = dict(k, caller=caller)
        return f(*a, **k)
    def join(self, a, b): return escape(a) + escape(b) if self.autoescape else str(a) + str(b)
    def filter(self, n, v, args): return self.env.filters[n](v, *args[0], **args[1])
    def shown(self, v): return str(escape(v)) if self.autoescape else str(v)
    def block(self, name, out):
        bodies = [t._blocks[name] for t in self.stack if name in t._blocks]
        self._level(name, bodies, 0, out)
    def _level(self, name, bodies, i, out):
        inner = self.child()
        inner.names['super'] = lambda: Markup(_text_of(lambda o: self._level(name, bodies, i + 1, o))) if i + 1 < len(bodies) else self.env.undefined('super')
        _run(bodies[i], inner, out)
class _Self:
    def __init__(self, c): self._c = c
    def __getattr__(self, n): return lambda: Markup(_text_of(lambda o: self._c.block(n, o)))

class Template:
    def __new__(cls, source=None, **k):
        if source is None: return object.__new__(cls)
        return Environment(**k).from_string(source)
    def __init__(self, *a, **k): pass
    def _set(self, env, source, name, filename, autoescape):
        if source[-1:] == '\n' and not env.keep_trailing_newline: source = source[:-1]
        b = _Builder(env, _tokens(source, env.trim_blocks, env.lstrip_blocks), name)
        self._nodes = b.until()[0]
        self._blocks, self._parent, self.environment, self.name, self.filename, self._autoescape = b.blocks, b.parent, env, name, filename, autoescape
        return self
    def _render(self, names):
        c = _Context(self.environment, self, dict(names))
        t, seen = self, []
        out = []
        while t._parent:
            quiet = []
            _run([n for n in t._nodes], _Quiet(c), quiet)
            p = t._parent(c)
            t = p if isinstance(p, Template) else self.environment.get_template(p)
            c.stack.append(t)
        _run(t._nodes, c, out)
        return ''.join(out)
    def render(self, *a, **k): return self._render(dict(*a, **k))
    def stream(self, *a, **k): return iter([self.render(*a, **k)])
    generate = stream
    def __repr__(self): return '<Template %r>' % self.name if self.name else '<Template memory:7f>'
class _Quiet:
    # What a child template has outside of its blocks: its settings count, its text does not.
    def __init__(self, c): self._c = c
    def __getattr__(self, n): return getattr(self._c, n)
    def block(self, name, out): pass
    def shown(self, v): return ''
`;
