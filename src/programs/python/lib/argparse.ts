/** argparse.py: arguments and what `--help` says of them, in CPython's words. The parser itself; its help is in argparse-help. */
export const ARGPARSE_PARSER = String.raw`
class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter, prefix_chars='-',
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True):
        self.prog = prog or _os.path.basename(_sys.argv[0] or 'python')
        self.usage, self.description, self.epilog, self.formatter_class = usage, description, epilog, formatter_class
        self.exit_on_error, self._subparsers, self._defaults, self._actions, self._groups, self._exclusive = exit_on_error, None, {}, [], [], []
        self._parser = self
        self._positionals = _Group(self, 'positional arguments')
        self._optionals = _Group(self, 'options')
        self._groups += [self._positionals, self._optionals]
        if add_help:
            self.add_argument('-h', '--help', action='help', default=SUPPRESS, help='show this help message and exit')
        for p in parents:
            for a in p._actions:
                if a.dest != 'help':
                    self._actions.append(a)
                    (self._optionals if a.option_strings else self._positionals)._own.append(a)
            self._defaults.update(p._defaults)
    def set_defaults(self, **k): self._defaults.update(k)
    def get_default(self, dest):
        for a in self._actions:
            if a.dest == dest and a.default is not None:
                return a.default
        return self._defaults.get(dest)
    def add_argument_group(self, title=None, description=None):
        g = _Group(self, title, description)
        self._groups.append(g)
        return g
    def add_mutually_exclusive_group(self, required=False):
        g = _Exclusive(self, required)
        self._exclusive.append(g)
        return g
    def add_subparsers(self, title=None, description=None, dest=None, required=False, help=None, metavar=None, prog=None, parser_class=None, **k):
        a = _SubParsers([], dest or SUPPRESS, required=required, help=help, metavar=metavar, nargs='A...')
        positionals = [x for x in self._actions if not x.option_strings]
        a._prog = prog or ' '.join([self.prog] + [_metavar(x, x.dest)[0] for x in positionals])
        a._make = parser_class or type(self)
        self._subparsers = a
        self._actions.append(a)
        (self.add_argument_group(title or 'subcommands', description) if title or description else self._positionals)._own.append(a)
        return a
    def format_usage(self): return _usage(self)
    def format_help(self): return _help(self)
    def print_usage(self, file=None): (file or _sys.stdout).write(self.format_usage())
    def print_help(self, file=None): (file or _sys.stdout).write(self.format_help())
    def exit(self, status=0, message=None):
        if message:
            _sys.stderr.write(message)
        _sys.exit(status)
    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, '%s: error: %s\n' % (self.prog, message))
    def parse_args(self, args=None, namespace=None):
        ns, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error('unrecognized arguments: ' + ' '.join(rest))
        return ns
    def parse_known_args(self, args=None, namespace=None):
        args = list(_sys.argv[1:] if args is None else args)
        ns = namespace if namespace is not None else Namespace()
        try:
            return self._parse(args, ns)
        except ArgumentError as e:
            if not self.exit_on_error:
                raise
            self.error(str(e))
    def _option(self, word):
        for a in self._actions:
            if word in a.option_strings:
                return a, word, None
        if word[:2] == '--':
            name, eq, value = word.partition('=')
            found = []
            for a in self._actions:
                for s in a.option_strings:
                    if s == name:
                        return a, s, value if eq else None
                    if s.startswith(name):
                        found.append((a, s))
            if len(found) > 1:
                raise ArgumentError(None, 'ambiguous option: %s could match %s' % (word, ', '.join([s for a, s in found])))
            if found:
                return found[0][0], found[0][1], value if eq else None
        else:
            for a in self._actions:
                if word[:2] in a.option_strings:
                    return a, word[:2], word[2:]
        return None
    def _looks_like_option(self, word):
        if word[:1] != '-' or word == '-':
            return False
        if self._option(word):
            return True
        if _NEGATIVE(word) and not any([_NEGATIVE(s) for a in self._actions for s in a.option_strings]):
            return False
        return ' ' not in word
    def _parse(self, args, ns):
        for a in self._actions:
            if a.dest is not SUPPRESS and not hasattr(ns, a.dest) and a.default is not SUPPRESS:
                setattr(ns, a.dest, a.default)
        for k, v in self._defaults.items():
            if not hasattr(ns, k):
                setattr(ns, k, v)
        waiting, seen, rest = [a for a in self._actions if not a.option_strings], [], []
        kinds, plain = [], False
        for w in args:
            kinds.append('A' if plain else '-' if w == '--' else 'O' if self._looks_like_option(w) else 'A')
            plain = plain or w == '--'
        i = 0
        while True:
            start = i
            if waiting:
                n = i
                while n < len(args) and kinds[n] != 'O':
                    n += 1
                i = self._positional(waiting, args, kinds, i, n, ns, seen, n == len(args))
            if i >= len(args):
                break
            if kinds[i] == 'O':
                i = self._optional(args, kinds, i, ns, seen, rest)
            elif i == start:
                if args[i] != '--':
                    rest.append(args[i])
                i += 1
        missing = [_name(a) for a in self._actions if a not in seen and a.required]
        for a in self._actions:
            if a not in seen and isinstance(a.default, str) and a.type and getattr(ns, a.dest, None) is a.default:
                setattr(ns, a.dest, self._value(a, a.default))
        if missing:
            raise ArgumentError(None, 'the following arguments are required: ' + ', '.join(missing))
        for g in self._exclusive:
            if g.required and not [a for a in g._own if a in seen]:
                raise ArgumentError(None, 'one of the arguments %s is required' % ' '.join([_name(a) for a in g._own]))
        rest = getattr(ns, '_unrecognized', []) + rest
        if hasattr(ns, '_unrecognized'):
            del ns._unrecognized
        return ns, rest
    def _seen(self, a, seen):
        for g in self._exclusive:
            if a in g._own:
                for b in g._own:
                    if b is not a and b in seen:
                        raise ArgumentError(a, 'not allowed with argument ' + _name(b))
        seen.append(a)
    # How many of the words that are left each of these positionals takes.
    def _share(self, actions, count):
        low, counts = [_least(a) for a in actions], []
        for k, a in enumerate(actions):
            spare = count - sum(counts) - sum(low[k:])
            if spare < 0:
                return None
            counts.append(low[k] + min(spare, _most(a) - low[k]))
        return counts
    def _positional(self, waiting, args, kinds, i, n, ns, seen, last):
        words = [j for j in range(i, n)]
        plain = [j for j in words if kinds[j] == 'A']
        k = len(waiting)
        while k and self._share(waiting[:k], len(plain)) is None:
            k -= 1
        counts = self._share(waiting[:k], len(plain)) or []
        for a, c in zip(waiting[:k], counts):
            if c == 0 and not last and plain == []:
                break
            if a.nargs in ('A...', '...') and plain:
                start = plain[0]
                values, i = args[start:], len(args)
                plain = []
            else:
                values = [args[j] for j in plain[:c]]
                if c:
                    i = plain[c - 1] + 1
                plain = plain[c:]
            waiting.remove(a)
            if c == 0 and a.nargs in ('?', '*'):
                if a.nargs == '*' and a.default is None:
                    setattr(ns, a.dest, [])
                continue
            self._seen(a, seen)
            self._take(a, ns, values, None)
            if i == len(args):
                break
        return i
    def _optional(self, args, kinds, i, ns, seen, rest):
        found = self._option(args[i])
        if found is None:
            rest.append(args[i])
            i += 1
            while i < len(args) and kinds[i] == 'A' and not [a for a in self._actions if not a.option_strings and a not in seen]:
                rest.append(args[i])
                i += 1
            return i
        a, name, value = found
        i += 1
        while a.nargs == 0 and value is not None and name[:2] != '--':
            self._seen(a, seen)
            self._take(a, ns, [], name)
            found = self._option('-' + value)
            if found is None:
                raise ArgumentError(a, 'ignored explicit argument %r' % value)
            a, name, value = found
        if a.nargs == 0:
            if value is not None:
                raise ArgumentError(a, 'ignored explicit argument %r' % value)
            values = []
        elif value is not None:
            values = [value]
            if isinstance(a.nargs, int) and a.nargs > 1:
                raise ArgumentError(a, 'expected %d arguments' % a.nargs)
        else:
            values, most = [], _most(a)
            while i < len(args) and kinds[i] == 'A' and len(values) < most:
                values.append(args[i])
                i += 1
            if len(values) < _least(a):
                n = a.nargs
                raise ArgumentError(a, 'expected one argument' if n is None else 'expected at least one argument' if n == '+' else 'expected %d argument%s' % (n, '' if n == 1 else 's'))
        self._seen(a, seen)
        self._take(a, ns, values, name)
        return i
    def _value(self, a, text):
        make = a.type
        if make is None:
            return text
        try:
            return make(text)
        except ArgumentTypeError as e:
            raise ArgumentError(a, str(e))
        except (TypeError, ValueError):
            raise ArgumentError(a, 'invalid %s value: %r' % (getattr(make, '__name__', repr(make)), text))
    def _take(self, a, ns, texts, name):
        values = [self._value(a, t) for t in texts] if a.nargs not in ('A...',) else texts
        if a.choices is not None and not isinstance(a, _SubParsers):
            for v in values:
                if v not in a.choices:
                    raise ArgumentError(a, 'invalid choice: %r (choose from %s)' % (v, ', '.join([repr(c) for c in a.choices])))
        if a.nargs is None or a.nargs == '?':
            values = values[0] if values else a.const
        a(self, ns, values, name)
`;
