/** A small Jinja: expressions with filters, for, if, comments. An expression is Python's own. */
export const TEMPLATE = String.raw`
class _Safe(str): pass
def _escape(v):
    if isinstance(v, _Safe):
        return str(v)
    return str(v).replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&#34;').replace("'", '&#39;')
class _Dot(dict):
    def __getattr__(self, k): return self[k]
_FILTERS = {'safe': _Safe, 'upper': lambda v: str(v).upper(), 'lower': lambda v: str(v).lower(), 'title': lambda v: str(v).title(), 'length': len, 'count': len,
    'join': lambda v, s='': s.join([str(x) for x in v]), 'default': lambda v, d='': d if v is None or v == '' else v, 'int': int, 'e': lambda v: _Safe(_escape(v)),
    'round': lambda v, n=0: round(v, n), 'sort': sorted, 'first': lambda v: v[0], 'last': lambda v: v[-1], 'capitalize': lambda v: str(v)[:1].upper() + str(v)[1:].lower()}

def _tokens(source):
    at = 0
    while True:
        starts = [i for i in (source.find('{{', at), source.find('{%', at), source.find('{#', at)) if i >= 0]
        if not starts:
            yield 'text', source[at:]
            return
        i = min(starts)
        yield 'text', source[at:i]
        close = {'{': '}}', '%': '%}', '#': '#}'}[source[i + 1]]
        end = source.find(close, i)
        if end < 0:
            raise ValueError('unexpected end of template')
        yield source[i + 1], source[i + 2:end].strip('-').strip()
        at = end + 2

def _split(text):
    parts, quote, depth, at = [], '', 0, 0
    for i, c in enumerate(text):
        if quote:
            quote = '' if c == quote else quote
        elif c in '"\'':
            quote = c
        elif c in '([{':
            depth += 1
        elif c in ')]}':
            depth -= 1
        elif c == '|' and not depth:
            parts.append(text[at:i])
            at = i + 1
    return parts + [text[at:]]

def _dots(v):
    if isinstance(v, dict) and not isinstance(v, _Dot):
        return _Dot([(k, _dots(x)) for k, x in v.items()])
    return [_dots(x) for x in v] if isinstance(v, list) else v

def _value(text, names):
    parts = _split(text)
    try:
        v = eval(parts[0].strip(), names)
    except NameError:
        v = ''
    for f in parts[1:]:
        name, paren, args = f.strip().partition('(')
        if name.strip() not in _FILTERS:
            raise ValueError("No filter named '%s'." % name)
        v = _FILTERS[name.strip()](v, *(eval('(' + args[:-1] + ',)', names) if paren and args != ')' else ()))
    return v

def _parse(tokens, ends):
    nodes = []
    for kind, text in tokens:
        word = text.split(' ')[0] if kind == '%' else ''
        if word in ends:
            return nodes, text
        if word == 'for':
            name, _, source = text[4:].partition(' in ')
            body, end = _parse(tokens, ('endfor', 'else'))
            other = _parse(tokens, ('endfor',))[0] if end == 'else' else []
            nodes.append(('for', name.strip(), source, body, other))
        elif word == 'if':
            branches, test = [], text[3:]
            while test is not None:
                body, end = _parse(tokens, ('elif', 'else', 'endif'))
                branches.append((test, body))
                test = end[5:] if end.startswith('elif') else 'True' if end == 'else' else None
            nodes.append(('if', branches))
        elif word == 'set':
            name, _, source = text[4:].partition('=')
            nodes.append(('set', name.strip(), source))
        elif kind != '#':
            if kind == '%':
                raise ValueError("Encountered unknown tag '%s'." % word)
            nodes.append((kind, text))
    return nodes, ''

def _run(nodes, names, out):
    for n in nodes:
        if n[0] == 'text':
            out.append(n[1])
        elif n[0] == '{':
            v = _value(n[1], names)
            out.append(_escape(v))
        elif n[0] == 'set':
            names[n[1]] = _dots(_value(n[2], names))
        elif n[0] == 'if':
            for test, body in n[1]:
                if _value(test, names):
                    _run(body, names, out)
                    break
        else:
            items = list(_value(n[2], names) or [])
            for i, item in enumerate(items):
                inner = dict(names)
                keys = [k.strip() for k in n[1].split(',')]
                for k, v in ([(keys[0], item)] if len(keys) == 1 else zip(keys, item)):
                    inner[k] = v
                inner['loop'] = _Dot(index=i + 1, index0=i, first=i == 0, last=i == len(items) - 1, length=len(items))
                _run(n[3], inner, out)
            if not items:
                _run(n[4], names, out)

def render(source, values):
    out = []
    names = {'true': True, 'false': False, 'none': None}
    for k, v in values.items():
        names[k] = _dots(v)
    _run(_parse(_tokens(source), ())[0], names, out)
    text = ''.join(out)
    return text[:-1] if text.endswith('\n') else text
`;
