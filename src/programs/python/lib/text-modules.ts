/** textwrap.py */
export const TEXTWRAP = String.raw`
def _chunks(text):
    out, i = [], 0
    while i < len(text):
        j = i
        blank = text[i] == ' '
        while j < len(text) and (text[j] == ' ') == blank:
            j += 1
            # A word may be parted behind its hyphens.
            if not blank and text[j - 1] == '-' and j - 2 >= i and text[j - 2].isalpha() and text[j:j + 1].isalpha():
                break
        out.append(text[i:j])
        i = j
    return out
class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width, self.initial_indent, self.subsequent_indent, self.break_long_words = width, initial_indent, subsequent_indent, break_long_words
        self.drop_whitespace, self.max_lines, self.placeholder, self.expand_tabs, self.tabsize = drop_whitespace, max_lines, placeholder, expand_tabs, tabsize
        self.replace_whitespace, self.break_on_hyphens = replace_whitespace, break_on_hyphens
    def wrap(self, text):
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.expand_tabs:
            text = text.replace('\t', '        ')
        if self.replace_whitespace:
            for c in '\n\r\f\v\t':
                text = text.replace(c, ' ')
        chunks = _chunks(text)
        if not self.break_on_hyphens:
            chunks = [c for c in text.replace(' ', '\0 \0').split('\0') if c]
        chunks.reverse()
        lines = []
        while chunks:
            line, n = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                chunks.pop()
            while chunks and n + len(chunks[-1]) <= width:
                n += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                room = 1 if width < 1 else width - n
                if self.break_long_words:
                    if room > 0:
                        line.append(chunks[-1][:room])
                        chunks[-1] = chunks[-1][room:]
                elif not line:
                    line.append(chunks.pop())
                n = sum([len(c) for c in line])
            if self.drop_whitespace and line and line[-1].strip() == '':
                n -= len(line[-1])
                line.pop()
            if line:
                if self.max_lines is None or len(lines) + 1 < self.max_lines or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and n <= width:
                    lines.append(indent + ''.join(line))
                else:
                    while line:
                        if line[-1].strip() and n + len(self.placeholder) <= width:
                            line.append(self.placeholder)
                            lines.append(indent + ''.join(line))
                            break
                        n -= len(line[-1])
                        line.pop()
                    else:
                        if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
                            lines[-1] = lines[-1].rstrip() + self.placeholder
                        else:
                            lines.append(indent + self.placeholder.lstrip())
                    break
        return lines
    def fill(self, text): return '\n'.join(self.wrap(text))
def wrap(text, width=70, **k): return TextWrapper(width=width, **k).wrap(text)
def fill(text, width=70, **k): return TextWrapper(width=width, **k).fill(text)
def shorten(text, width, **k): return TextWrapper(width=width, max_lines=1, **k).fill(' '.join(text.strip().split()))
def dedent(text):
    lines = [l if l.strip() else '' for l in text.split('\n')]
    margin = None
    for l in lines:
        if not l:
            continue
        indent = l[:len(l) - len(l.lstrip())]
        if margin is None:
            margin = indent
        else:
            n = 0
            while n < len(margin) and n < len(indent) and margin[n] == indent[n]:
                n += 1
            margin = margin[:n]
    n = len(margin or '')
    return '\n'.join([l[n:] for l in lines])
def indent(text, prefix, predicate=None):
    return ''.join([prefix + l if (predicate(l) if predicate else l.strip()) else l for l in text.splitlines(True)])
`;

/** string.py */
export const STRING = String.raw`
whitespace, ascii_lowercase, ascii_uppercase, digits = ' \t\n\r\v\f', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789'
ascii_letters, hexdigits, octdigits = ascii_lowercase + ascii_uppercase, digits + 'abcdefABCDEF', '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_' + chr(96) + '{|}~'
printable = digits + ascii_letters + punctuation + whitespace
def capwords(s, sep=None): return (sep or ' ').join([w.capitalize() for w in s.split(sep)])
class Template:
    delimiter = '$'
    def __init__(self, template): self.template = template
    def _sub(self, mapping, safe):
        import re
        d = re.escape(self.delimiter)
        def put(m):
            if m.group('escaped'):
                return self.delimiter
            name = m.group('named') or m.group('braced')
            if name is None:
                if safe:
                    return m.group()
                before = self.template[:m.start()].split('\n')
                raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(before), len(before[-1]) + 1))
            if safe and name not in mapping:
                return m.group()
            return str(mapping[name])
        return re.sub(d + r'(?:(?P<escaped>' + d + r')|(?P<named>[_a-zA-Z][_a-zA-Z0-9]*)|\{(?P<braced>[_a-zA-Z][_a-zA-Z0-9]*)\}|)', put, self.template)
    def substitute(self, mapping=None, **k): return self._sub(dict(mapping or {}, **k), False)
    def safe_substitute(self, mapping=None, **k): return self._sub(dict(mapping or {}, **k), True)
class Formatter:
    def format(self, s, *a, **k): return s.format(*a, **k)
    def vformat(self, s, a, k): return s.format(*a, **k)
`;

/** csv.py */
export const CSV = String.raw`
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = 0, 1, 2, 3
class Error(Exception): pass
class Dialect:
    delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict = ',', '"', None, True, False, '\r\n', QUOTE_MINIMAL, False
class excel(Dialect): pass
class excel_tab(excel):
    delimiter = '\t'
class unix_dialect(Dialect):
    lineterminator, quoting = '\n', QUOTE_ALL
_dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}
def register_dialect(name, dialect=None, **k): _dialects[name] = _dialect(dialect or 'excel', k)
def list_dialects(): return list(_dialects)
def get_dialect(name): return _dialects[name]
_NAMES = ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting', 'strict')
def _dialect(base, k):
    if isinstance(base, str):
        if base not in _dialects:
            raise Error('unknown dialect')
        base = _dialects[base]
    d = Dialect()
    for n in _NAMES:
        setattr(d, n, k.get(n, getattr(base, n)))
    for n in k:
        if n not in _NAMES:
            raise TypeError("'%s' is an invalid keyword argument for this function" % n)
    if not isinstance(d.delimiter, str) or len(d.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    return d
class reader:
    def __init__(self, csvfile, dialect='excel', **k):
        self._it, self.dialect, self.line_num = iter(csvfile), _dialect(dialect, k), 0
    def __iter__(self): return self
    def __next__(self):
        d = self.dialect
        fields, field, quoted, inside, start = [], [], False, False, True
        while True:
            try:
                line = next(self._it)
            except StopIteration:
                if inside or not start:
                    break
                raise
            self.line_num += 1
            i, n = 0, len(line)
            while i < n:
                c = line[i]
                i += 1
                if inside:
                    if c == d.escapechar and i < n:
                        field.append(line[i])
                        i += 1
                    elif c == d.quotechar:
                        if d.doublequote and line[i:i + 1] == c:
                            field.append(c)
                            i += 1
                        else:
                            inside = False
                    else:
                        field.append(c)
                elif c in '\r\n':
                    break
                elif c == d.delimiter:
                    fields.append(self._made(field, quoted))
                    field, quoted, start = [], False, False
                elif c == d.quotechar and not field and not quoted and d.quoting != QUOTE_NONE:
                    inside = quoted = True
                    start = False
                elif c == d.escapechar and i < n:
                    field.append(line[i])
                    i += 1
                elif not (c == ' ' and d.skipinitialspace and not field):
                    field.append(c)
                    start = False
            if not inside:
                break
        if fields or field or quoted:
            fields.append(self._made(field, quoted))
        return fields
    def _made(self, field, quoted):
        text = ''.join(field)
        return float(text) if self.dialect.quoting == QUOTE_NONNUMERIC and not quoted else text
class writer:
    def __init__(self, csvfile, dialect='excel', **k): self._f, self.dialect = csvfile, _dialect(dialect, k)
    def _field(self, v, alone):
        d = self.dialect
        s = '' if v is None else v if isinstance(v, str) else repr(v) if isinstance(v, float) else str(v)
        q = d.quotechar
        if d.quoting == QUOTE_NONE:
            if d.escapechar:
                return ''.join([d.escapechar + c if c in (d.delimiter, d.escapechar, q, '\n', '\r') else c for c in s])
            if [c for c in s if c in (d.delimiter, '\n', '\r', q)]:
                raise Error('need to escape, but no escapechar set')
            return s
        need = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not isinstance(v, (int, float)) or alone and s == ''
        if need or [c for c in s if c in (d.delimiter, q, '\n', '\r')] or s[:1] == ' ' and d.delimiter == ' ':
            return q + s.replace(q, q + q) + q
        return s
    def writerow(self, row):
        row = list(row)
        return self._f.write(self.dialect.delimiter.join([self._field(v, len(row) == 1) for v in row]) + self.dialect.lineterminator)
    def writerows(self, rows):
        for r in rows:
            self.writerow(r)
class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *a, **k):
        self._names, self.restkey, self.restval, self.reader = fieldnames, restkey, restval, reader(f, dialect, **k)
    @property
    def fieldnames(self):
        if self._names is None:
            try:
                self._names = next(self.reader)
            except StopIteration:
                pass
        return self._names
    @property
    def line_num(self): return self.reader.line_num
    def __iter__(self): return self
    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        d = dict(zip(names, row))
        if len(row) > len(names):
            d[self.restkey] = row[len(names):]
        for n in names[len(row):]:
            d[n] = self.restval
        return d
class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *a, **k):
        self.fieldnames, self.restval, self.extrasaction, self.writer = fieldnames, restval, extrasaction, writer(f, dialect, **k)
    def writeheader(self): return self.writer.writerow(self.fieldnames)
    def writerow(self, d):
        if self.extrasaction == 'raise':
            wrong = [n for n in d if n not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(x) for x in wrong]))
        return self.writer.writerow([d.get(n, self.restval) for n in self.fieldnames])
    def writerows(self, rows):
        for r in rows:
            self.writerow(r)
class Sniffer:
    def sniff(self, sample, delimiters=None):
        line = sample.split('\n')[0]
        best = max(delimiters or ',;\t|', key=line.count)
        if not line.count(best):
            raise Error('Could not determine delimiter')
        class dialect(Dialect):
            delimiter = best
        return dialect
    def has_header(self, sample):
        rows = list(reader(sample.split('\n')))
        return not any([c.replace('.', '', 1).isdigit() for c in rows[0]])
`;

/** shlex.py and fnmatch.py */
export const SHLEX = String.raw`
def split(s, comments=False, posix=True):
    words, word, quote, i = [], None, '', 0
    while i < len(s):
        c = s[i]
        i += 1
        if quote:
            if c == quote: quote = ''
            elif c == '\\' and quote == '"' and s[i:i + 1] in ('"', '\\'):
                word += s[i]
                i += 1
            else: word += c
        elif c in '"\'':
            quote, word = c, word or ''
        elif c == '\\':
            if i >= len(s): raise ValueError('No escaped character')
            word = (word or '') + s[i]
            i += 1
        elif c in ' \t\r\n':
            if word is not None: words.append(word)
            word = None
        elif c == '#' and comments and word is None: break
        else: word = (word or '') + c
    if quote: raise ValueError('No closing quotation')
    return words + ([word] if word is not None else [])
def quote(s):
    if not s: return "''"
    safe = all([c.isalpha() or c.isdigit() or c in '_@%+=:,./-' for c in s])
    return s if safe else "'" + s.replace("'", "'\"'\"'") + "'"
def join(words): return ' '.join([quote(w) for w in words])
`;

export const FNMATCH = String.raw`
import re
def translate(pat):
    out, i = [], 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*': out.append('.*')
        elif c == '?': out.append('.')
        elif c == '[' and ']' in pat[i + 1:]:
            j = pat.index(']', i + 1)
            inside = pat[i:j]
            out.append('[' + ('^' + inside[1:] if inside[0] == '!' else inside) + ']')
            i = j + 1
        else: out.append(re.escape(c))
    return '(?s:' + ''.join(out) + ')\\Z'
def fnmatchcase(name, pat): return re.compile(translate(pat)).match(name) is not None
fnmatch = fnmatchcase
def filter(names, pat): return [n for n in names if fnmatchcase(n, pat)]
`;
