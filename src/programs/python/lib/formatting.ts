/** _formatting.py: the format specification language. @see https://docs.python.org/3.12/library/string.html#formatspec */
export const FORMATTING = String.raw`
_digits = __hostcall
_known = {}
def _parse(spec):
    n, i = len(spec), 0
    fill, align, sign, alt, zero, width, group, precision, kind = ' ', '', '', False, False, 0, '', -1, ''
    if n > 1 and spec[1] in '<>=^':
        fill, align, i = spec[0], spec[1], 2
    elif n and spec[0] in '<>=^':
        align, i = spec[0], 1
    if i < n and spec[i] in '+- ':
        sign, i = spec[i], i + 1
    if i < n and spec[i] == 'z':
        i += 1
    if i < n and spec[i] == '#':
        alt, i = True, i + 1
    if i < n and spec[i] == '0':
        zero, i = True, i + 1
    while i < n and spec[i].isdigit():
        width, i = width * 10 + int(spec[i]), i + 1
    if i < n and spec[i] in ',_':
        group, i = spec[i], i + 1
    if i < n and spec[i] == '.':
        i += 1
        if i >= n or not spec[i].isdigit():
            raise ValueError('Format specifier missing precision')
        precision = 0
        while i < n and spec[i].isdigit():
            precision, i = precision * 10 + int(spec[i]), i + 1
    if i < n:
        kind, i = spec[i], i + 1
    if i < n:
        return None
    if zero and not align:
        fill, align = '0', '='
    return fill, align, sign, alt, width, group, precision, kind

def _grouped(digits, mark, size=3):
    out = []
    while len(digits) > size:
        out.append(digits[-size:])
        digits = digits[:-size]
    out.append(digits)
    return mark.join(out[::-1])

def _fixed(x, precision, kind):
    if x - x != 0:
        return 'nan' if x != x else 'inf'
    if kind == 'f':
        return _digits('digits', 'f', precision, x)
    if kind == 'e':
        m, e = _digits('digits', 'e', precision, x).split('e')
        return m + 'e' + e[0] + ('0' + e[1:] if len(e) < 3 else e[1:])
    return None

def _general(x, precision, alt, least):
    if x - x != 0:
        return 'nan' if x != x else 'inf'
    precision = precision or 1
    m, e = _digits('digits', 'e', precision - 1, x).split('e')
    n = int(e)
    if n < -4 or n >= precision:
        if not alt and '.' in m:
            m = m.rstrip('0').rstrip('.')
        return m + 'e' + ('-' if n < 0 else '+') + ('0' if abs(n) < 10 else '') + str(abs(n))
    t = _digits('digits', 'f', precision - 1 - n, x)
    if not alt and '.' in t:
        t = t.rstrip('0').rstrip('.')
    if least and '.' not in t:
        t += '.0'
    return t

def _float_text(x, precision, kind, alt):
    low = kind.lower()
    if low == '%':
        return _fixed(x * 100, 6 if precision < 0 else precision, 'f') + '%'
    if low in ('f', 'e'):
        return _fixed(x, 6 if precision < 0 else precision, low)
    if low == 'g' or low == 'n':
        return _general(x, 6 if precision < 0 else precision, alt, False)
    if precision >= 0:
        return _general(x, precision, alt, True)
    return repr(x)

def format(v, spec):
    parts = _known.get(spec)
    if parts is None:
        parts = _parse(spec)
        if parts is None:
            raise ValueError("Invalid format specifier '%s' for object of type '%s'" % (spec, type(v).__name__))
        _known[spec] = parts
    fill, align, sign, alt, width, group, precision, kind = parts
    if isinstance(v, str):
        if kind not in ('', 's'):
            raise ValueError("Unknown format code '%s' for object of type 'str'" % kind)
        if sign:
            raise ValueError('Sign not allowed in string format specifier')
        if align == '=' and fill != '0':
            raise ValueError("'=' alignment not allowed in string format specifier")
        text, mark, align = (v if precision < 0 else v[:precision]), '', '<' if align in ('', '=') else align
    else:
        if isinstance(v, float) or kind in ('e', 'E', 'f', 'F', 'g', 'G', '%') and kind:
            v = float(v)
            if kind and kind not in 'eEfFgGn%':
                raise ValueError("Unknown format code '%s' for object of type 'float'" % kind)
            negative = v < 0 or (v == 0 and str(v)[0] == '-')
            text = _float_text(-v if negative else v, precision, kind, alt)
            whole = text
            rest = ''
            for i in range(len(text)):
                if not text[i].isdigit():
                    whole, rest = text[:i], text[i:]
                    break
            if kind in ('E', 'F', 'G'):
                rest = rest.upper()
            size, prefix = 3, ''
        else:
            if precision >= 0:
                raise ValueError('Precision not allowed in integer format specifier')
            if kind == 'c':
                whole, rest, negative, prefix, size = chr(v), '', False, '', 3
            else:
                if kind not in ('', 'd', 'n', 'b', 'o', 'x', 'X'):
                    raise ValueError("Unknown format code '%s' for object of type '%s'" % (kind, type(v).__name__))
                v = int(v)
                negative = v < 0
                n = abs(v)
                prefix, size = '', 4
                if kind == 'b':
                    whole, prefix = bin(n)[2:], '0b'
                elif kind == 'o':
                    whole, prefix = oct(n)[2:], '0o'
                elif kind in ('x', 'X'):
                    whole, prefix = hex(n)[2:], '0x'
                    if kind == 'X':
                        whole, prefix = whole.upper(), '0X'
                else:
                    whole, size = str(n), 3
                rest, prefix = '', prefix if alt else ''
        mark = ('-' if negative else sign if sign in ('+', ' ') else '') + prefix
        if group:
            if fill == '0' and align == '=':
                while len(_grouped(whole, group, size)) < width - len(mark) - len(rest):
                    whole = '0' + whole
            whole = _grouped(whole, group, size)
            if whole[:1] == group:
                whole = whole[1:]
        text, align = whole + rest, align or '>'
    pad = width - len(text) - len(mark)
    if pad <= 0:
        return mark + text
    if align == '=':
        return mark + fill * pad + text
    text = mark + text
    if align == '<':
        return text + fill * pad
    if align == '>':
        return fill * pad + text
    return fill * (pad // 2) + text + fill * (pad - pad // 2)

_whole = __builtins_format = None
def _value(name, args, kwargs, auto):
    end = len(name)
    for i in range(len(name)):
        if name[i] in '.[':
            end = i
            break
    first, rest = name[:end], name[end:]
    if first == '':
        first = str(auto[0])
        auto[0] += 1
    if first.isdigit():
        if int(first) >= len(args):
            raise IndexError('Replacement index %s out of range for positional args tuple' % first)
        v = args[int(first)]
    else:
        v = kwargs[first]
    while rest:
        if rest[0] == '.':
            i = 1
            while i < len(rest) and rest[i] not in '.[':
                i += 1
            v, rest = getattr(v, rest[1:i]), rest[i:]
        else:
            i = rest.find(']')
            key = rest[1:i]
            v, rest = v[int(key) if key.isdigit() else key], rest[i + 1:]
    return v

def fill(s, args, kwargs, auto=None):
    auto, out, i, n = auto or [0], [], 0, len(s)
    while i < n:
        at = i
        while i < n and s[i] not in '{}':
            i += 1
        out.append(s[at:i])
        if i >= n:
            break
        if s[i:i + 2] in ('{{', '}}'):
            out.append(s[i])
            i += 2
            continue
        if s[i] == '}':
            raise ValueError("Single '}' encountered in format string")
        depth, j = 1, i + 1
        while j < n and depth:
            depth += 1 if s[j] == '{' else -1 if s[j] == '}' else 0
            j += 1
        if depth:
            raise ValueError("Single '{' encountered in format string" if i + 1 >= n else "expected '}' before end of string")
        field, spec, i = s[i + 1:j - 1], '', j
        colon, bang = field.find(':'), field.find('!')
        if colon >= 0:
            spec, head = field[colon + 1:], field[:colon]
        else:
            head = field
        convert = ''
        if bang >= 0 and (colon < 0 or bang < colon):
            convert, head = head[bang + 1:], head[:bang]
        v = _value(head, args, kwargs, auto)
        if convert:
            v = repr(v) if convert == 'r' else ascii(v) if convert == 'a' else str(v)
        if '{' in spec:
            spec = fill(spec, args, kwargs, auto)
        out.append(__format(v, spec))
    return ''.join(out)
`;
/** _codecs.py: what is not plain UTF-8. */
export const CODECS = String.raw`
def decode(data, encoding, errors):
    name = encoding.lower().replace('_', '-')
    if name in ('latin-1', 'latin1', 'iso-8859-1'):
        return ''.join([chr(b) for b in data])
    if name not in ('utf-8', 'utf8', 'ascii', 'us-ascii', 'utf-8-sig'):
        raise LookupError('unknown encoding: ' + encoding)
    if name == 'utf-8-sig' and data[:3] == b'\xef\xbb\xbf':
        data = data[3:]
    ascii_only = 'ascii' in name
    out, i, n = [], 0, len(data)
    while i < n:
        b = data[i]
        size = 1 if b < 128 else 0 if ascii_only or b < 0xc2 or b > 0xf4 else 2 if b < 0xe0 else 3 if b < 0xf0 else 4
        piece = data[i:i + size]
        if size and len(piece) == size and all([128 <= c < 192 for c in piece[1:]]):
            out.append(str(piece, 'utf-8'))
            i += size
            continue
        if errors == 'strict':
            why = 'ordinal not in range(128)' if ascii_only else 'invalid start byte' if not size else 'unexpected end of data' if len(piece) < size else 'invalid continuation byte'
            raise UnicodeDecodeError("'%s' codec can't decode byte 0x%02x in position %d: %s" % ('ascii' if ascii_only else 'utf-8', b, i, why))
        if errors == 'replace':
            out.append('\ufffd')
        i += 1
    return ''.join(out)
`;
