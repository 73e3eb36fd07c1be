/** time.py, over the clock of the machine. */
export const TIME = String.raw`
_call = __hostcall

class struct_time(tuple):
    _names = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
    def __getattr__(self, name):
        if name in struct_time._names:
            return self[struct_time._names.index(name)]
        raise AttributeError("'struct_time' object has no attribute '%s'" % name)

timezone = altzone = daylight = 0
tzname = ('UTC', 'UTC')

def time(): return _call('now')
def time_ns(): return int(_call('now') * 1000) * 1000000
_start = time()
def monotonic(): return _call('now') - _start + 1000.0
def monotonic_ns(): return int(monotonic() * 1000000000)
perf_counter, perf_counter_ns = monotonic, monotonic_ns
def process_time(): return _call('cpu')

def sleep(seconds):
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    _call('sleep', float(seconds))

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
localtime = gmtime

def mktime(t): return float((_days(t[0], t[1], t[2]) - 719163) * 86400 + t[3] * 3600 + t[4] * 60 + t[5])

_WEEK = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')
def strftime(format, t=None, micro=0):
    t = t or localtime()
    hour = t[3] % 12 or 12
    table = {'Y': '%04d' % t[0], 'm': '%02d' % t[1], 'd': '%02d' % t[2], 'H': '%02d' % t[3], 'M': '%02d' % t[4], 'S': '%02d' % t[5],
             'y': '%02d' % (t[0] % 100), 'j': '%03d' % t[7], 'A': _WEEK[t[6]], 'a': _WEEK[t[6]][:3], 'B': _MONTHS[t[1] - 1],
             'b': _MONTHS[t[1] - 1][:3], 'I': '%02d' % hour, 'p': 'AM' if t[3] < 12 else 'PM', 'Z': 'UTC', 'z': '+0000', '%': '%',
             'w': str((t[6] + 1) % 7), 'u': str(t[6] + 1), 'f': '%06d' % micro, 'n': '\n', 't': '\t', 'e': '%2d' % t[2]}
    table['F'] = '%s-%s-%s' % (table['Y'], table['m'], table['d'])
    table['T'] = table['X'] = '%s:%s:%s' % (table['H'], table['M'], table['S'])
    table['D'] = table['x'] = '%s/%s/%s' % (table['m'], table['d'], table['y'])
    table['R'] = '%s:%s' % (table['H'], table['M'])
    table['c'] = '%s %s %2d %s %s' % (table['a'], table['b'], t[2], table['T'], table['Y'])
    table['h'] = table['b']
    out, i = [], 0
    while i < len(format):
        c = format[i]
        if c == '%' and i + 1 < len(format):
            i += 1
            c = format[i]
            if c == '-' and i + 1 < len(format):
                i += 1
                c = str(int(table[format[i]]))
            else:
                c = table.get(c, '%' + c)
        out.append(c)
        i += 1
    return ''.join(out)
def asctime(t=None): return strftime('%a %b %e %H:%M:%S %Y', t)
def ctime(seconds=None): return asctime(localtime(seconds))
`;
