/** time.py, over the clock of the machine. */
export const TIME = String.raw`
_call = __hostcall

class struct_time(tuple):
    def __str__(self): return self.__repr__()
    def __repr__(self): return 'time.struct_time(%s)' % ', '.join(['%s=%d' % p for p in zip(struct_time._names, tuple(self))])
    _names = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
    def __getattr__(self, name):
        if name in struct_time._names:
            return self[struct_time._names.index(name)]
        raise AttributeError("'struct_time' object has no attribute '%s'" % name)

# The zone that TZ names: its offset and name at a time, from the machine's table.
def _zone(seconds):
    offset, _, name = _call('zone', float(seconds)).partition(' ')
    return int(offset), name
def _local_offset(seconds): return _zone(seconds)[0]

def time(): return _call('now')
def time_ns(): return int(_call('now') * 1000) * 1000000
_start = time()
def monotonic(): return _call('now') - _start + 1000.0
def monotonic_ns(): return int(monotonic() * 1000000000)
perf_counter, perf_counter_ns = monotonic, monotonic_ns
def process_time(): return _call('cpu')

# How threads sleep, once there may be any.
_sleeper = []
def sleep(seconds):
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    _sleeper[-1](seconds) if _sleeper else _call('sleep', float(seconds))

_DAYS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
def _leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
def _days(y, m, d):
    y1 = y - 1
    return y1 * 365 + y1 // 4 - y1 // 100 + y1 // 400 + _DAYS[m - 1] + (1 if m > 2 and _leap(y) else 0) + d

def gmtime(seconds=None):
    t = int(time() if seconds is None else seconds // 1)
    days, rest = t // 86400, t % 86400
    n = days + 719163
    y = 1970 + days // 366
    while _days(y + 1, 1, 1) <= n:
        y += 1
    yday = n - _days(y, 1, 1) + 1
    m = 12
    while _days(y, m, 1) > n:
        m -= 1
    return struct_time((y, m, n - _days(y, m, 1) + 1, rest // 3600, rest % 3600 // 60, rest % 60, (n + 6) % 7, yday, 0))
def localtime(seconds=None):
    seconds = time() if seconds is None else seconds
    return gmtime(seconds + _local_offset(seconds // 1))
timezone = -_local_offset(time())
altzone, daylight, tzname = timezone, 0, (_zone(time())[1],) * 2
def tzset(): pass

def mktime(t):
    utc = (_days(t[0], t[1], t[2]) - 719163) * 86400 + t[3] * 3600 + t[4] * 60 + t[5]
    return float(utc - _local_offset(utc - _local_offset(utc)))

def _iso(t):
    n = _days(t[0], t[1], t[2]) - t[6] + 3
    y = t[0] - 1 if n < _days(t[0], 1, 1) else t[0] + 1 if n >= _days(t[0] + 1, 1, 1) else t[0]
    return y, (n - _days(y, 1, 1)) // 7 + 1, t[6] + 1

_WEEK = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')
# What a directive is replaced by, of a time t, microseconds m, and the name and offset of its zone.
_FIELDS = {
    'Y': lambda t, m, z, o: '%04d' % t[0], 'm': lambda t, m, z, o: '%02d' % t[1], 'd': lambda t, m, z, o: '%02d' % t[2], 'H': lambda t, m, z, o: '%02d' % t[3],
    'M': lambda t, m, z, o: '%02d' % t[4], 'S': lambda t, m, z, o: '%02d' % t[5], 'y': lambda t, m, z, o: '%02d' % (t[0] % 100), 'j': lambda t, m, z, o: '%03d' % t[7],
    'A': lambda t, m, z, o: _WEEK[t[6]], 'a': lambda t, m, z, o: _WEEK[t[6]][:3], 'B': lambda t, m, z, o: _MONTHS[t[1] - 1], 'b': lambda t, m, z, o: _MONTHS[t[1] - 1][:3],
    'I': lambda t, m, z, o: '%02d' % (t[3] % 12 or 12), 'p': lambda t, m, z, o: 'AM' if t[3] < 12 else 'PM', 'Z': lambda t, m, z, o: z, 'z': lambda t, m, z, o: o,
    'U': lambda t, m, z, o: '%02d' % ((t[7] + 6 - (t[6] + 1) % 7) // 7), 'W': lambda t, m, z, o: '%02d' % ((t[7] + 6 - t[6]) // 7), 's': lambda t, m, z, o: str(int(mktime(t))), '%': lambda t, m, z, o: '%',
    'w': lambda t, m, z, o: str((t[6] + 1) % 7), 'u': lambda t, m, z, o: str(t[6] + 1), 'f': lambda t, m, z, o: '%06d' % m, 'n': lambda t, m, z, o: '\n', 't': lambda t, m, z, o: '\t',
    'e': lambda t, m, z, o: '%2d' % t[2], 'k': lambda t, m, z, o: '%2d' % t[3], 'l': lambda t, m, z, o: '%2d' % (t[3] % 12 or 12),
    'G': lambda t, m, z, o: '%04d' % _iso(t)[0], 'V': lambda t, m, z, o: '%02d' % _iso(t)[1], 'C': lambda t, m, z, o: '%02d' % (t[0] // 100),
    'F': lambda t, m, z, o: '%04d-%02d-%02d' % (t[0], t[1], t[2]), 'T': lambda t, m, z, o: '%02d:%02d:%02d' % (t[3], t[4], t[5]), 'R': lambda t, m, z, o: '%02d:%02d' % (t[3], t[4]),
    'r': lambda t, m, z, o: '%02d:%02d:%02d %s' % (t[3] % 12 or 12, t[4], t[5], 'AM' if t[3] < 12 else 'PM'), 'D': lambda t, m, z, o: '%02d/%02d/%02d' % (t[1], t[2], t[0] % 100),
    'c': lambda t, m, z, o: '%s %s %2d %02d:%02d:%02d %04d' % (_WEEK[t[6]][:3], _MONTHS[t[1] - 1][:3], t[2], t[3], t[4], t[5], t[0])}
_FIELDS['X'], _FIELDS['x'], _FIELDS['h'] = _FIELDS['T'], _FIELDS['D'], _FIELDS['b']
def strftime(format, t=None, micro=0, zone=None, offset=None):
    t = t or localtime()
    if zone is None and ('%Z' in format or '%z' in format):
        n, zone = _zone(time())
        offset = '%s%02d%02d' % ('-' if n < 0 else '+', abs(n) // 3600, abs(n) % 3600 // 60)
    out, at, end = [], 0, len(format)
    while True:
        i = format.find('%', at)
        if i < 0 or i + 1 >= end:
            out.append(format[at:])
            return ''.join(out)
        out.append(format[at:i])
        c = format[i + 1]
        if c == '-' and i + 2 < end:
            i += 1
            out.append(str(int(_FIELDS[format[i + 1]](t, micro, zone, offset))))
        elif c in _FIELDS: out.append(_FIELDS[c](t, micro, zone, offset))
        else: out.append('%' + c)
        at = i + 2
_TODAY = {'D': '%m/%d/%y', 'x': '%m/%d/%y', 'T': '%H:%M:%S', 'X': '%H:%M:%S', 'R': '%H:%M', 'F': '%Y-%m-%d', 'c': '%a %b %d %H:%M:%S %Y', 'r': '%I:%M:%S %p'}
_DIGITS = {'Y': 4, 'm': 2, 'd': 2, 'e': 2, 'H': 2, 'I': 2, 'M': 2, 'S': 2, 'j': 3, 'y': 2, 'f': 6, 'w': 1}
def _strptime(s, f):
    def fail(): raise ValueError('time data %r does not match format %r' % (s, f))
    for k, v in _TODAY.items():
        f_ = f.replace('%' + k, v) if k == 'D' else f_.replace('%' + k, v)
    got, i, j, pm, off, zone = {}, 0, 0, None, None, None
    def names(all, i):
        for n, w in enumerate(all):
            if s[i:i + len(w)].lower() == w.lower(): return n, i + len(w)
        fail()
    while j < len(f_):
        c = f_[j]
        j += 1
        if c.isspace():
            if not s[i:i + 1].isspace(): fail()
            while s[i:i + 1].isspace(): i += 1
        elif c != '%':
            if s[i:i + 1] != c: fail()
            i += 1
        else:
            c = f_[j:j + 1]
            j += 1
            if c in _DIGITS and c:
                n = i
                while n < len(s) and n - i < _DIGITS[c] and s[n].isdigit(): n += 1
                if n == i or c == 'Y' and n - i < 4: fail()
                if c == 'f': got['f'] = int((s[i:n] + '00000')[:6])
                else: got['d' if c == 'e' else c] = int(s[i:n])
                i = n
            elif c in 'Bb': got['m'], i = names(_MONTHS, i) if c == 'B' else names([m[:3] for m in _MONTHS], i); got['m'] += 1
            elif c in 'Aa': got['a'], i = names(_WEEK, i) if c == 'A' else names([w[:3] for w in _WEEK], i)
            elif c == 'p': pm, i = names(('AM', 'PM'), i)
            elif c == 'z':
                if s[i:i + 1] in ('Z', 'z') and s[i:i + 1]: off, i = 0, i + 1
                else:
                    t = s[i + 1:i + 6]
                    n = 6 if t[2:3] == ':' else 5
                    t = t.replace(':', '')[:4]
                    if s[i:i + 1] not in ('+', '-') or len(t) < 4 or not t.isdigit(): fail()
                    off = (int(t[:2]) * 3600 + int(t[2:]) * 60) * (-1 if s[i] == '-' else 1)
                    i += n
            elif c == 'Z':
                n = i
                while n < len(s) and s[n].isalpha(): n += 1
                zone, i = s[i:n], n
            elif c == '%': i += 1
            else: raise ValueError("%r is a bad directive in format %r" % (c, f))
    if i < len(s): raise ValueError('unconverted data remains: ' + s[i:])
    y = got.get('Y', (got['y'] + (2000 if got['y'] < 69 else 1900)) if 'y' in got else 1900)
    h = got.get('H', 0)
    if 'I' in got:
        if not 1 <= got['I'] <= 12: fail()
        h = got['I'] % 12 + (12 if pm else 0)
    m, d = got.get('m', 1), got.get('d', 1)
    if not 1 <= m <= 12 or h > 23 or got.get('M', 0) > 59 or got.get('S', 0) > 61: fail()
    if d < 1 or d > 31: fail()
    if 'j' in got and 'm' not in got:
        t = gmtime((_days(y, 1, 1) - 719163 + got['j'] - 1) * 86400)
        m, d = t[1], t[2]
    if d > _days(y, m + 1, 1) - _days(y, m, 1) if m < 12 else False: raise ValueError('day is out of range for month')
    n = _days(y, m, d)
    return (y, m, d, h, got.get('M', 0), got.get('S', 0), (n + 6) % 7, n - _days(y, 1, 1) + 1, -1), got.get('f', 0), off, zone
def strptime(s, format='%a %b %d %H:%M:%S %Y'): return struct_time(_strptime(s, format)[0])
def get_clock_info(name): return None
def thread_time(): return _call('cpu')
def process_time_ns(): return int(_call('cpu') * 1000000000)
CLOCK_REALTIME, CLOCK_MONOTONIC = 0, 1
def clock_gettime(c): return time() if c == 0 else monotonic()
def asctime(t=None): return strftime('%a %b %e %H:%M:%S %Y', t)
def ctime(seconds=None): return asctime(localtime(seconds))
`;
