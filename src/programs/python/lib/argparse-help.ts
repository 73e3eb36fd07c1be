/** The beginning of argparse.py: actions, groups and the text of `--help`. */
export const ARGPARSE_HELP = String.raw`
import os as _os, sys as _sys, textwrap as _textwrap
SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '==SUPPRESS==', '?', '*', '+', 'A...', '...'

class HelpFormatter: pass
class RawDescriptionHelpFormatter(HelpFormatter): pass
class RawTextHelpFormatter(RawDescriptionHelpFormatter): pass
class ArgumentDefaultsHelpFormatter(HelpFormatter): pass
class MetavarTypeHelpFormatter(HelpFormatter): pass

class ArgumentTypeError(Exception): pass
class ArgumentError(Exception):
    def __init__(self, argument, message):
        super().__init__(argument, message)
        self.argument_name, self.message = _name(argument) if argument else None, message
    def __str__(self):
        return self.message if self.argument_name is None else 'argument %s: %s' % (self.argument_name, self.message)

class Namespace:
    def __init__(self, **k):
        for n, v in k.items():
            setattr(self, n, v)
    def __eq__(self, o): return isinstance(o, Namespace) and self.__dict__ == o.__dict__
    def __contains__(self, k): return k in self.__dict__
    def __repr__(self): return 'Namespace(%s)' % ', '.join(['%s=%r' % p for p in self.__dict__.items()])

def _NEGATIVE(word):
    w = word[1:]
    return word[:1] == '-' and w.replace('.', '', 1).isdigit()
def _least(a): return {None: 1, '?': 0, '*': 0, '+': 1, 'A...': 1, '...': 0}[a.nargs] if not isinstance(a.nargs, int) else a.nargs
def _most(a): return {None: 1, '?': 1, '*': 1 << 30, '+': 1 << 30, 'A...': 1 << 30, '...': 1 << 30}[a.nargs] if not isinstance(a.nargs, int) else a.nargs
def _name(a):
    if a.option_strings:
        return '/'.join(a.option_strings)
    if a.metavar not in (None, SUPPRESS):
        return a.metavar if isinstance(a.metavar, str) else ', '.join(a.metavar)
    if a.dest not in (None, SUPPRESS):
        return a.dest
    return '{' + ','.join([str(c) for c in a.choices]) + '}' if a.choices else None

class Action:
    nargs_given = None
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None):
        self.option_strings, self.dest, self.nargs, self.const, self.default = option_strings, dest, nargs, const, default
        self.type, self.choices, self.required, self.help, self.metavar = type, choices, required, help, metavar
class _Store(Action):
    def __call__(self, parser, ns, values, option=None): setattr(ns, self.dest, values)
class _StoreConst(Action):
    def __call__(self, parser, ns, values, option=None): setattr(ns, self.dest, self.const)
class _Append(Action):
    def __call__(self, parser, ns, values, option=None): setattr(ns, self.dest, list(getattr(ns, self.dest, None) or []) + [values])
class _Extend(Action):
    def __call__(self, parser, ns, values, option=None): setattr(ns, self.dest, list(getattr(ns, self.dest, None) or []) + list(values))
class _AppendConst(Action):
    def __call__(self, parser, ns, values, option=None): setattr(ns, self.dest, list(getattr(ns, self.dest, None) or []) + [self.const])
class _Count(Action):
    def __call__(self, parser, ns, values, option=None): setattr(ns, self.dest, (getattr(ns, self.dest, None) or 0) + 1)
class _Help(Action):
    def __call__(self, parser, ns, values, option=None):
        parser.print_help()
        parser.exit()
class _Version(Action):
    version = None
    def __call__(self, parser, ns, values, option=None):
        print((self.version or '').replace('%(prog)s', parser.prog))
        parser.exit()
class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, **k):
        all = []
        for s in option_strings:
            all.append(s)
            if s[:2] == '--':
                all.append('--no-' + s[2:])
        super().__init__(all, dest, **k)
        self.nargs = 0
    def __call__(self, parser, ns, values, option=None): setattr(ns, self.dest, not option.startswith('--no-'))
class _SubParsers(Action):
    def __init__(self, option_strings, dest, **k):
        super().__init__(option_strings, dest, **k)
        self.choices, self._list = {}, []
    def add_parser(self, name, help=None, aliases=(), **k):
        k.setdefault('prog', self._prog + ' ' + name)
        p = self._make(**k)
        self.choices[name] = p
        for a in aliases:
            self.choices[a] = p
        if help is not None:
            self._list.append((name + (' (%s)' % ', '.join(aliases) if aliases else ''), help))
        return p
    def __call__(self, parser, ns, values, option=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(ns, self.dest, name)
        if name not in self.choices:
            raise ArgumentError(self, 'invalid choice: %r (choose from %s)' % (name, ', '.join([repr(c) for c in self.choices])))
        sub, more = self.choices[name].parse_known_args(rest)
        for k, v in sub.__dict__.items():
            setattr(ns, k, v)
        if more:
            ns._unrecognized = getattr(ns, '_unrecognized', []) + more

_ACTIONS = {None: _Store, 'store': _Store, 'store_const': _StoreConst, 'store_true': _StoreConst, 'store_false': _StoreConst, 'append': _Append, 'extend': _Extend,
    'append_const': _AppendConst, 'count': _Count, 'help': _Help, 'version': _Version}

class _Container:
    def add_argument(self, *names, action=None, version=None, **k):
        parser = self._parser
        made = action if isinstance(action, type) else _ACTIONS.get(action)
        if made is None:
            raise ValueError('unknown action "%s"' % action)
        if action in ('store_true', 'store_false'):
            k.setdefault('default', action == 'store_false')
            k['const'] = action == 'store_true'
        if action in ('store_true', 'store_false', 'store_const', 'append_const', 'count', 'help', 'version'):
            k['nargs'] = 0
        if action == 'version':
            k.setdefault('help', "show program's version number and exit")
            k.setdefault('default', SUPPRESS)
        options = [n for n in names if n[:1] == '-']
        dest = k.pop('dest', None)
        if options:
            for n in options:
                for a in parser._actions:
                    if n in a.option_strings:
                        raise ArgumentError(a, 'conflicting option string: %s' % n) if False else ValueError('argument %s: conflicting option string: %s' % ('/'.join(options), n))
            long = [n for n in options if n[:2] == '--']
            dest = dest or (long or options)[0].lstrip('-').replace('-', '_')
        else:
            dest = dest or names[0]
            k['required'] = k.get('nargs') not in ('?', '*', '...') and not (k.get('nargs') == '*')
        a = made(options, dest, **k)
        if action == 'version':
            a.version = version
        if not options and a.metavar is None and a.nargs == 0:
            raise ValueError('nargs for positionals must be != 0')
        parser._actions.append(a)
        self._place(a)
        return a
    def _place(self, a): (self._parser._optionals if a.option_strings else self._parser._positionals)._own.append(a)
class _Group(_Container):
    def __init__(self, parser, title, description=None): self._parser, self.title, self.description, self._own = parser, title, description, []
    def _place(self, a): self._own.append(a)
    def add_mutually_exclusive_group(self, required=False): return self._parser.add_mutually_exclusive_group(required)
class _Exclusive(_Container):
    def __init__(self, parser, required): self._parser, self.required, self._own = parser, required, []
    def _place(self, a):
        self._own.append(a)
        super()._place(a)

def _metavar(a, default):
    if a.metavar is not None:
        m = a.metavar
    elif a.choices is not None:
        m = '{' + ','.join([str(c) for c in a.choices]) + '}'
    else:
        m = default
    return m if isinstance(m, tuple) else (m,) * 10
def _args(a, default):
    m = _metavar(a, default)
    n = a.nargs
    if n is None: return m[0]
    if n == '?': return '[%s]' % m[0]
    if n == '*': return '[%s ...]' % m[0]
    if n == '+': return '%s [%s ...]' % (m[0], m[1])
    if n == 'A...': return '%s ...' % m[0]
    if n == '...': return '...'
    return ' '.join(m[:n])
def _columns():
    try:
        return int(_os.environ.get('COLUMNS', '')) - 2
    except ValueError:
        return 78

def _usage(p):
    if p.usage is not None:
        return 'usage: %s\n' % p.usage.replace('%(prog)s', p.prog)
    parts = {True: [], False: []}
    done = []
    for a in p._actions:
        if a.help is SUPPRESS or a in done:
            continue
        group = [g for g in p._exclusive if a in g._own and a.option_strings]
        shown = [a]
        if group:
            shown = [x for x in group[0]._own if x.help is not SUPPRESS]
            done += shown
        pieces = []
        for x in shown:
            if x.option_strings:
                s = ' | '.join(x.option_strings) if isinstance(x, BooleanOptionalAction) else x.option_strings[0] + ('' if x.nargs == 0 else ' ' + _args(x, x.dest.upper()))
            else:
                s = _args(x, x.dest)
            pieces.append(s)
        s = ' | '.join(pieces)
        if group:
            s = ('(%s)' if group[0].required else '[%s]') % s if len(pieces) > 1 else '[%s]' % s
        elif a.option_strings and not a.required:
            s = '[%s]' % s
        parts[bool(a.option_strings)].append(s)
    head, width = 'usage: ' + p.prog, _columns()
    one = ' '.join([head] + parts[True] + parts[False])
    if len(one) <= width:
        return one + '\n'
    def lines(words, indent, first=None):
        out, line = [], first if first is not None else ' ' * (indent - 1)
        length = len(line)
        for w in words:
            if length + 1 + len(w) > width and line.strip() and line != first:
                out.append(line)
                line = ' ' * (indent - 1)
                length = indent - 1
            line += ' ' + w
            length = len(line)
        return out + [line] if words else out
    if len(head) <= 0.75 * width:
        indent = len(head) + 1
        if parts[True]:
            all = lines(parts[True], indent, head) + lines(parts[False], indent)
        else:
            all = lines(parts[False], indent, head)
    else:
        all = [head] + lines(parts[True] + parts[False], 7)
    return '\n'.join(all) + '\n'

def _invocation(a):
    if not a.option_strings:
        return _metavar(a, a.dest if a.dest is not SUPPRESS else '')[0]
    if a.nargs == 0:
        return ', '.join(a.option_strings)
    if _sys.version_info >= (3, 13):
        return ', '.join(a.option_strings) + ' ' + _args(a, a.dest.upper())
    return ', '.join(['%s %s' % (s, _args(a, a.dest.upper())) for s in a.option_strings])
def _expand_help(p, a):
    text = a.help
    if issubclass(p.formatter_class, ArgumentDefaultsHelpFormatter) and '%(default)' not in text and a.default is not SUPPRESS and (a.option_strings or a.nargs in ('?', '*')):
        text += ' (default: %(default)s)'
    names = {'default': a.default, 'prog': p.prog, 'type': getattr(a.type, '__name__', a.type), 'dest': a.dest, 'const': a.const, 'nargs': a.nargs,
        'choices': ', '.join([str(c) for c in a.choices]) if a.choices is not None else None, 'metavar': a.metavar, 'required': a.required}
    for k, v in names.items():
        text = text.replace('%%(%s)s' % k, str(v)).replace('%%(%s)d' % k, str(v))
    return text.replace('%%', '%')
def _fill(text, width, indent):
    return '\n'.join([' ' * indent + l for l in _textwrap.wrap(' '.join(text.split()), width - indent)])
def _help(p):
    width, rows = _columns(), []
    for g in p._groups:
        own = [a for a in g._own if a.help is not SUPPRESS]
        for a in own:
            rows.append(len(_invocation(a)) + 2)
            rows += [len(n) + 4 for n, h in a._list] if isinstance(a, _SubParsers) else []
    column = min(max(rows or [0]) + 2, 24)
    def row(name, text, indent):
        if not text:
            return ' ' * indent + name + '\n'
        raw = issubclass(p.formatter_class, RawTextHelpFormatter)
        lines = text.split('\n') if raw else _textwrap.wrap(' '.join(text.split()), max(width - column, 11))
        head = ' ' * indent + name
        if len(head) <= column - 2:
            out = [head + ' ' * (column - len(head)) + lines[0]]
            lines = lines[1:]
        else:
            out = [head]
        return '\n'.join(out + [' ' * column + l for l in lines]) + '\n'
    raw = issubclass(p.formatter_class, RawDescriptionHelpFormatter)
    para = lambda t: (t.replace('%(prog)s', p.prog) if raw else _fill(t.replace('%(prog)s', p.prog), width, 0)) + '\n'
    sections = [_usage(p)]
    if p.description:
        sections.append(para(p.description))
    for g in p._groups:
        own = [a for a in g._own if a.help is not SUPPRESS]
        if not own:
            continue
        text = (g.title + ':\n') if g.title else ''
        if g.description:
            text += _fill(g.description, width, 2) + '\n\n'
        for a in own:
            text += row(_invocation(a), _expand_help(p, a) if a.help else '', 2)
            if isinstance(a, _SubParsers):
                for n, h in a._list:
                    text += row(n, h, 4)
        sections.append(text)
    if p.epilog:
        sections.append(para(p.epilog))
    return '\n'.join(sections)
`;
