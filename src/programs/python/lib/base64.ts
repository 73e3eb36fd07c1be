/** base64.py */
export const BASE64 = String.raw`
import binascii
_URL = {45: 43, 95: 47}
def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if not isinstance(s, (bytes, bytearray, memoryview)): raise TypeError("a bytes-like object is required, not '%s'" % type(s).__name__)
    return bytes(s)
def _need(s):
    if isinstance(s, str): raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(s)
_LETTERS = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_VALUES = {c: i for i, c in enumerate(_LETTERS)}
def b64encode(s, altchars=None):
    r = binascii.b2a_base64(_need(s))
    r = r[:-1] if r[-1:] == b'\n' else r
    return r.replace(b'+', altchars[:1]).replace(b'/', altchars[1:]) if altchars else r
def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars: s = s.replace(altchars[:1], b'+').replace(altchars[1:], b'/')
    n, bits, out, count, pad = 0, 0, bytearray(), 0, 0
    for c in s:
        if c == 61: pad += 1
        elif c in _VALUES:
            n = (n << 6 | _VALUES[c]) & 0xffffff
            bits += 6
            count += 1
            if bits >= 8:
                bits -= 8
                out.append(n >> bits & 255)
        elif validate: raise binascii.Error('Only base64 data is allowed')
    if count % 4 == 1: raise binascii.Error('Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4' % count)
    if count % 4 and pad < 4 - count % 4: raise binascii.Error('Incorrect padding')
    return bytes(out)
standard_b64encode, standard_b64decode = b64encode, b64decode
def urlsafe_b64encode(s): return b64encode(s, b'-_')
def urlsafe_b64decode(s): return b64decode(s, b'-_')
def b16encode(s): return bytes(s).hex().upper().encode()
def b16decode(s, casefold=False): return bytes.fromhex(_bytes(s).decode())
_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
def b32encode(s):
    s, out = bytes(s), bytearray()
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        n = int.from_bytes(part + bytes(5 - len(part)), 'big')
        used = (len(part) * 8 + 4) // 5
        for k in range(8): out.append(_B32[n >> (35 - 5 * k) & 31] if k < used else 61)
    return bytes(out)
def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if casefold: s = s.upper()
    out, n, bits = bytearray(), 0, 0
    for c in s.rstrip(b'='):
        v = _B32.find(bytes([c]))
        if v < 0: raise binascii.Error('Non-base32 digit found')
        n, bits = (n << 5 | v) & 0xfffff, bits + 5
        if bits >= 8:
            bits -= 8
            out.append(n >> bits & 255)
    return bytes(out)
def encodebytes(s): return b''.join([b64encode(s[i:i + 57]) + b'\n' for i in range(0, len(s), 57)])
def decodebytes(s): return b64decode(s)
`;

/** binascii.py */
export const BINASCII = String.raw`
class Error(ValueError): pass
class Incomplete(Exception): pass
_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
def b2a_base64(data, *, newline=True):
    data, out = bytes(data), []
    for i in range(0, len(data) - 2, 3):
        n = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        out.append(_LETTERS[n >> 18] + _LETTERS[n >> 12 & 63] + _LETTERS[n >> 6 & 63] + _LETTERS[n & 63])
    rest = data[len(data) - len(data) % 3:]
    if len(rest) == 1: out.append(_LETTERS[rest[0] >> 2] + _LETTERS[rest[0] << 4 & 63] + '==')
    elif rest:
        n = rest[0] << 8 | rest[1]
        out.append(_LETTERS[n >> 10] + _LETTERS[n >> 4 & 63] + _LETTERS[n << 2 & 63] + '=')
    return (''.join(out) + ('\n' if newline else '')).encode()
def a2b_base64(s, *, strict_mode=False):
    import base64
    return base64.b64decode(s)
def hexlify(data, sep=None, bytes_per_sep=1):
    h = bytes(data).hex()
    return (h if sep is None else (sep if isinstance(sep, str) else sep.decode()).join([h[i:i + 2] for i in range(0, len(h), 2)])).encode()
b2a_hex = hexlify
def unhexlify(s):
    s = s if isinstance(s, str) else bytes(s).decode()
    if len(s) % 2: raise Error('Odd-length string')
    try:
        return bytes.fromhex(s)
    except ValueError:
        raise Error('Non-hexadecimal digit found')
a2b_hex = unhexlify
_table = []
def _crc_table():
    for i in range(256):
        c = i
        for _ in range(8): c = c >> 1 ^ 0xedb88320 if c & 1 else c >> 1
        _table.append(c)
def crc32(data, value=0):
    if not _table: _crc_table()
    c = value ^ 0xffffffff
    for b in bytes(data): c = c >> 8 ^ _table[(c ^ b) & 255]
    return c ^ 0xffffffff
`;
