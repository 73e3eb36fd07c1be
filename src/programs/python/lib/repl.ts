/** Python without a script on a terminal: reads, runs and shows, line by line. It follows the start, whose names it uses. */
export const REPL = String.raw`
def __show(value):
    if value is not None:
        _main['_'] = value
        print(repr(value))
_b.__repl_print__ = __show

def _exit(code=None): raise SystemExit(code)
_b.exit = _exit
_b.quit = _exit

def _ask(prompt):
    _sys_module.stdout.write(prompt)
    _sys_module.stdout.flush()
    line = _sys_module.stdin.readline()
    if not line:
        raise EOFError()
    return line.rstrip('\n')

def _is_open(text):
    depth, quote = 0, None
    i = 0
    while i < len(text):
        c = text[i]
        if quote:
            if c == '\\':
                i += 1
            elif text[i:i + len(quote)] == quote:
                i += len(quote) - 1
                quote = None
            elif c == '\n' and len(quote) == 1:
                quote = None
        elif c in '"\'':
            quote = c * 3 if text[i:i + 3] == c * 3 else c
            i += len(quote) - 1
        elif c == '#':
            while i < len(text) and text[i] != '\n':
                i += 1
        elif c in '([{':
            depth += 1
        elif c in ')]}':
            depth -= 1
        i += 1
    return depth > 0 or (quote is not None and len(quote) == 3) or text.endswith('\\')

_COMPOUND = ('if', 'while', 'for', 'def', 'class', 'try', 'with', 'async')
def _read_input():
    text = _ask('>>> ')
    while _is_open(text):
        text += '\n' + _ask('... ')
    if text.rstrip().endswith(':') or text.startswith('@') or ':' in text and text.split(' ', 1)[0].rstrip(':') in _COMPOUND:
        line = _ask('... ')
        while line.strip() or _is_open(text):
            text += '\n' + line
            line = _ask('... ')
        text += '\n'
    return text

def _repl():
    _sys_module.stderr.write('Python %s on linux\nType "help", "copyright", "credits" or "license" for more information.\n' % _sys_module.version)
    while True:
        try:
            text = _read_input()
            if text.strip():
                _exec(_compile(_call('transform', text, '<stdin>'), '<standard input>', 'single'), _main)
        except EOFError:
            print()
            return
        except KeyboardInterrupt:
            _sys_module.stderr.write('\nKeyboardInterrupt\n')
        except SystemExit:
            raise
        except SyntaxError as e:
            _sys_module.stderr.write(_call('syntax', '<stdin>', _raw(e)))
        except BaseException as e:
            _traceback(e)
_begin()
_turn(_repl)
`;
