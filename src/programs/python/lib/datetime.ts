/** datetime.py */
export const DATETIME = String.raw`
import time as _time, sys as _sys
# fromisoformat reads more since 3.11.
_OLD = _sys.version_info < (3, 11)
MINYEAR, MAXYEAR = 1, 9999
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
def _leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
def _dim(y, m): return 29 if m == 2 and _leap(y) else _DAYS[m - 1]
def _ord(y, m, d): return _time._days(y, m, d)
def _ymd(n):
    y = max(1, n // 366)
    while _time._days(y + 1, 1, 1) <= n: y += 1
    m = 12
    while _time._days(y, m, 1) > n: m -= 1
    return y, m, n - _time._days(y, m, 1) + 1
def _kind(x, words):
    if isinstance(x, float): raise TypeError("'float' object cannot be interpreted as an integer")
    return x

class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        whole, us = 0, 0
        for v, n in ((weeks, 604800000000), (days, 86400000000), (hours, 3600000000), (minutes, 60000000), (seconds, 1000000), (milliseconds, 1000), (microseconds, 1)):
            if isinstance(v, float): us += v * n
            else: whole += v * n
        whole += round(us)
        self._us = whole
        self.days, rest = whole // 86400000000, whole % 86400000000
        self.seconds, self.microseconds = rest // 1000000, rest % 1000000
        if not -1000000000 < self.days < 1000000000: raise OverflowError('days=%d; must have magnitude <= 999999999' % self.days)
    @staticmethod
    def _of(us):
        return timedelta(0, 0, us)
    def total_seconds(self): return self._us / 1000000
    def __add__(self, o): return timedelta._of(self._us + o._us) if isinstance(o, timedelta) else o.__add__(self) if isinstance(o, date) else NotImplemented
    __radd__ = __add__
    def __sub__(self, o): return timedelta._of(self._us - o._us) if isinstance(o, timedelta) else NotImplemented
    def __neg__(self): return timedelta._of(-self._us)
    def __pos__(self): return self
    def __abs__(self): return timedelta._of(abs(self._us))
    def __mul__(self, n): return timedelta._of(round(self._us * n))
    __rmul__ = __mul__
    def __truediv__(self, o): return self._us / o._us if isinstance(o, timedelta) else timedelta._of(round(self._us / o))
    def __floordiv__(self, o): return self._us // o._us if isinstance(o, timedelta) else timedelta._of(self._us // o)
    def __mod__(self, o): return timedelta._of(self._us % o._us)
    def __divmod__(self, o): return self // o, self % o
    def __eq__(self, o): return isinstance(o, timedelta) and self._us == o._us
    def __lt__(self, o): return self._us < o._us
    def __le__(self, o): return self._us <= o._us
    def __gt__(self, o): return self._us > o._us
    def __ge__(self, o): return self._us >= o._us
    def __hash__(self): return hash(self._us)
    def __bool__(self): return self._us != 0
    def __str__(self):
        m, s = divmod(self.seconds, 60)
        h, m = divmod(m, 60)
        t = '%d:%02d:%02d' % (h, m, s) + ('.%06d' % self.microseconds if self.microseconds else '')
        return '%d day%s, %s' % (self.days, '' if abs(self.days) == 1 else 's', t) if self.days else t
    def __repr__(self):
        parts = ['%s=%d' % (n, v) for n, v in (('days', self.days), ('seconds', self.seconds), ('microseconds', self.microseconds)) if v]
        return 'datetime.timedelta(%s)' % (', '.join(parts) or '0')
timedelta.min, timedelta.max, timedelta.resolution = timedelta(-999999999), timedelta(999999999, 86399, 999999), timedelta(0, 0, 1)

class tzinfo:
    def utcoffset(self, dt): raise NotImplementedError('a tzinfo subclass must implement utcoffset()')
    def dst(self, dt): return None
    def tzname(self, dt): return None
    def fromutc(self, dt): return dt + self.utcoffset(dt)
class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta): raise TypeError('timezone() argument 1 must be datetime.timedelta, not %s' % type(offset).__name__)
        self._o, self._n = offset, name
    def utcoffset(self, dt=None): return self._o
    def dst(self, dt=None): return None
    def tzname(self, dt=None): return self._n or ('UTC' if not self._o else 'UTC' + _offset(self._o))
    def __eq__(self, o): return isinstance(o, timezone) and self._o == o._o
    def __hash__(self): return hash(self._o)
    def __str__(self): return self.tzname()
    def __repr__(self): return 'datetime.timezone.utc' if self is timezone.utc else 'datetime.timezone(%r%s)' % (self._o, '' if self._n is None else ', %r' % self._n)
timezone.utc = timezone(timedelta(0))
UTC = timezone.utc
def _offset(o, colon=':'):
    sign, o = ('-', -o) if o.days < 0 else ('+', o)
    n = o.seconds
    return '%s%02d%s%02d' % (sign, n // 3600, colon, n % 3600 // 60) + ('%s%02d' % (colon, n % 60) if n % 60 else '')

class date:
    def __init__(self, year, month, day):
        for v in (year, month, day): _kind(v, '')
        if not MINYEAR <= year <= MAXYEAR: raise ValueError('year %d is out of range' % year)
        if not 1 <= month <= 12: raise ValueError('month must be in 1..12')
        if not 1 <= day <= _dim(year, month): raise ValueError('day is out of range for month')
        self.year, self.month, self.day = year, month, day
    @classmethod
    def today(cls): return cls.fromtimestamp(_time.time())
    @classmethod
    def fromtimestamp(cls, t): return cls(*_time.localtime(t)[:3])
    @classmethod
    def fromordinal(cls, n): return cls(*_ymd(n))
    @classmethod
    def fromisoformat(cls, s):
        try:
            if _OLD and s[4:5] != '-': raise ValueError
            y, m, d = (s[:4], s[5:7], s[8:]) if s[4:5] == '-' else (s[:4], s[4:6], s[6:])
            if len(y) != 4 or len(m) != 2 or len(d) != 2 or (s[4:5] == '-' and s[7] != '-'): raise ValueError
            y, m, d = int(y), int(m), int(d)
        except (ValueError, TypeError, IndexError):
            raise ValueError('Invalid isoformat string: %r' % s)
        return cls(y, m, d)
    @classmethod
    def fromisocalendar(cls, year, week, day):
        first = date(year, 1, 4)
        return cls.fromordinal(first.toordinal() - first.weekday() + (week - 1) * 7 + day - 1)
    def toordinal(self): return _ord(self.year, self.month, self.day)
    def weekday(self): return (self.toordinal() + 6) % 7
    def isoweekday(self): return self.weekday() + 1
    def isocalendar(self):
        thursday = date.fromordinal(self.toordinal() - self.weekday() + 3)
        return _IsoDate((thursday.year, (thursday.toordinal() - _ord(thursday.year, 1, 1)) // 7 + 1, self.isoweekday()))
    def isoformat(self): return '%04d-%02d-%02d' % (self.year, self.month, self.day)
    def __str__(self): return self.isoformat()
    def __repr__(self): return 'datetime.date(%d, %d, %d)' % (self.year, self.month, self.day)
    def timetuple(self): return _time.struct_time((self.year, self.month, self.day, 0, 0, 0, self.weekday(), self.toordinal() - _ord(self.year, 1, 1) + 1, -1))
    def ctime(self): return _time.asctime(self.timetuple())
    def strftime(self, f): return _time.strftime(f, self.timetuple())
    def __format__(self, f): return self.strftime(f) if f else str(self)
    def replace(self, year=None, month=None, day=None): return type(self)(year or self.year, month or self.month, day or self.day)
    def _key(self): return (self.year, self.month, self.day)
    def __eq__(self, o): return type(o) is type(self) and self._key() == o._key()
    def _compare(self, o):
        if not isinstance(o, date) or isinstance(o, datetime) != isinstance(self, datetime):
            raise TypeError("'<' not supported between instances of '%s' and '%s'" % (_title(self), _title(o)))
        return o._key()
    def __lt__(self, o): return self._key() < self._compare(o)
    def __le__(self, o): return self._key() <= self._compare(o)
    def __gt__(self, o): return self._key() > self._compare(o)
    def __ge__(self, o): return self._key() >= self._compare(o)
    def __hash__(self): return hash(self._key())
    def __add__(self, d): return type(self).fromordinal(self.toordinal() + d.days) if isinstance(d, timedelta) else NotImplemented
    __radd__ = __add__
    def __sub__(self, o):
        if isinstance(o, timedelta): return self + timedelta(-o.days)
        if isinstance(o, date): return timedelta(self.toordinal() - o.toordinal())
        return NotImplemented
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
def _title(o): return ('datetime.' if isinstance(o, (date, time, timedelta)) else '') + type(o).__name__
class _IsoDate(tuple):
    year = property(lambda s: s[0]); week = property(lambda s: s[1]); weekday = property(lambda s: s[2])
    def __str__(self): return self.__repr__()
    def __repr__(self): return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % tuple(self)

def _clock(h, m, s, us):
    if not 0 <= h <= 23: raise ValueError('hour must be in 0..23')
    if not 0 <= m <= 59: raise ValueError('minute must be in 0..59')
    if not 0 <= s <= 59: raise ValueError('second must be in 0..59')
    if not 0 <= us <= 999999: raise ValueError('microsecond must be in 0..999999')
def _clock_text(t, spec):
    us = t.microsecond
    if spec == 'auto': spec = 'microseconds' if us else 'seconds'
    s = '%02d:%02d:%02d' % (t.hour, t.minute, t.second)
    return {'hours': s[:2], 'minutes': s[:5], 'seconds': s, 'milliseconds': s + '.%03d' % (us // 1000), 'microseconds': s + '.%06d' % us}[spec]
def _read_clock(s):
    tz = None
    if s[-1:] in ('Z', 'z'): tz, s = timezone.utc, s[:-1]
    else:
        i = max(s.rfind('+'), s.rfind('-'))
        if i > 0:
            o = s[i + 1:].replace(':', '')
            d = timedelta(hours=int(o[:2]), minutes=int(o[2:4] or 0), seconds=int(o[4:6] or 0))
            tz = timezone.utc if not d else timezone(-d if s[i] == '-' else d)
            s = s[:i]
    s, _, f = s.replace(',', '.').partition('.')
    if ':' in s: parts = [int(x) for x in s.split(':')]
    else: parts = [int(s[i:i + 2]) for i in range(0, len(s), 2)]
    if not 1 <= len(parts) <= 3: raise ValueError
    return tuple(parts + [0] * (3 - len(parts))) + (int((f + '000000')[:6]) if f else 0, tz)

class time:
    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _clock(hour, minute, second, microsecond)
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo, self.fold = hour, minute, second, microsecond, tzinfo, fold
    @classmethod
    def fromisoformat(cls, s):
        try:
            return cls(*_read_clock(s))
        except (ValueError, IndexError):
            raise ValueError('Invalid isoformat string: %r' % s)
    def utcoffset(self): return self.tzinfo.utcoffset(None) if self.tzinfo else None
    def isoformat(self, timespec='auto'): return _clock_text(self, timespec) + (_offset(self.utcoffset()) if self.tzinfo else '')
    def __str__(self): return self.isoformat()
    def __repr__(self):
        parts = [self.hour, self.minute] + ([self.second] if self.second or self.microsecond else []) + ([self.microsecond] if self.microsecond else [])
        return 'datetime.time(%s%s)' % (', '.join([str(p) for p in parts]), ', tzinfo=%r' % self.tzinfo if self.tzinfo else '')
    def strftime(self, f): return _time.strftime(f, (1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1), self.microsecond)
    def __format__(self, f): return self.strftime(f) if f else str(self)
    def replace(self, **k):
        for n in ('hour', 'minute', 'second', 'microsecond', 'tzinfo'): k.setdefault(n, getattr(self, n))
        return time(**k)
    def _key(self): return (self.hour, self.minute, self.second, self.microsecond)
    def __eq__(self, o): return isinstance(o, time) and self._key() == o._key()
    def __lt__(self, o): return self._key() < o._key()
    def __le__(self, o): return self._key() <= o._key()
    def __gt__(self, o): return self._key() > o._key()
    def __ge__(self, o): return self._key() >= o._key()
    def __hash__(self): return hash(self._key())
time.min, time.max = time(0, 0), time(23, 59, 59, 999999)

class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        date.__init__(self, year, month, day)
        for v in (hour, minute, second, microsecond): _kind(v, '')
        _clock(hour, minute, second, microsecond)
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo, self.fold = hour, minute, second, microsecond, tzinfo, fold
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(_time.time(), tz)
    @classmethod
    def today(cls): return cls.now()
    @classmethod
    def utcnow(cls): return cls.utcfromtimestamp(_time.time())
    @classmethod
    def _at(cls, t, parts, tz=None):
        us = round(t % 1 * 1000000)
        return cls(*parts[:6], min(us, 999999), tz)
    @classmethod
    def fromtimestamp(cls, t, tz=None):
        if tz is None: return cls._at(t, _time.localtime(t))
        return tz.fromutc(cls._at(t, _time.gmtime(t), tz))
    @classmethod
    def utcfromtimestamp(cls, t): return cls._at(t, _time.gmtime(t))
    @classmethod
    def combine(cls, d, t, tzinfo=None): return cls(d.year, d.month, d.day, t.hour, t.minute, t.second, t.microsecond, tzinfo or t.tzinfo)
    @classmethod
    def fromordinal(cls, n): return cls(*_ymd(n))
    @classmethod
    def fromisoformat(cls, s):
        try:
            n = 10 if s[4:5] == '-' else 8
            if _OLD and s[-1:] == 'Z': raise ValueError
            d = date.fromisoformat(s[:n])
            return cls(d.year, d.month, d.day, *(_read_clock(s[n + 1:]) if len(s) > n else ()))
        except (ValueError, IndexError) as e:
            if ' must be in ' in str(e) or 'out of range' in str(e): raise
            raise ValueError('Invalid isoformat string: %r' % s)
    @classmethod
    def strptime(cls, s, f):
        t, us, off, name = _time._strptime(s, f)
        tz = None if off is None else timezone.utc if off == 0 and not name else timezone(timedelta(seconds=off), name) if name else timezone(timedelta(seconds=off))
        return cls(*t[:6], us, tz)
    def date(self): return date(self.year, self.month, self.day)
    def time(self): return time(self.hour, self.minute, self.second, self.microsecond)
    def timetz(self): return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo)
    def _us(self): return ((self.toordinal() * 24 + self.hour) * 60 + self.minute) * 60000000 + self.second * 1000000 + self.microsecond
    def utcoffset(self): return self.tzinfo.utcoffset(self) if self.tzinfo else None
    def dst(self): return self.tzinfo.dst(self) if self.tzinfo else None
    def tzname(self): return self.tzinfo.tzname(self) if self.tzinfo else None
    def timestamp(self):
        if self.tzinfo: return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()
        return _time.mktime((self.year, self.month, self.day, self.hour, self.minute, self.second, 0, 0, -1)) + self.microsecond / 1000000
    def timetuple(self): return _time.struct_time((self.year, self.month, self.day, self.hour, self.minute, self.second, self.weekday(), self.toordinal() - _ord(self.year, 1, 1) + 1, -1))
    def utctimetuple(self): return (self - self.utcoffset() if self.tzinfo else self).timetuple()
    def astimezone(self, tz=None):
        here = self if self.tzinfo else self.replace(tzinfo=timezone(timedelta(seconds=_time._local_offset(self.timestamp()))))
        tz = tz or timezone(timedelta(seconds=_time._local_offset(here.timestamp())), _time.tzname[0])
        return tz.fromutc((here - here.utcoffset()).replace(tzinfo=tz))
    def isoformat(self, sep='T', timespec='auto'):
        return '%04d-%02d-%02d%s%s' % (self.year, self.month, self.day, sep, _clock_text(self, timespec)) + (_offset(self.utcoffset()) if self.tzinfo else '')
    def __str__(self): return self.isoformat(' ')
    def __repr__(self):
        parts = [self.year, self.month, self.day, self.hour, self.minute] + ([self.second] if self.second or self.microsecond else []) + ([self.microsecond] if self.microsecond else [])
        return 'datetime.datetime(%s%s)' % (', '.join([str(p) for p in parts]), ', tzinfo=%r' % self.tzinfo if self.tzinfo else '')
    def strftime(self, f):
        o = self.utcoffset()
        return _time.strftime(f, self.timetuple(), self.microsecond, '' if o is None else self.tzname(), '' if o is None else _offset(o, ''))
    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        pick = lambda v, old: old if v is None else v
        return type(self)(pick(year, self.year), pick(month, self.month), pick(day, self.day), pick(hour, self.hour), pick(minute, self.minute),
            pick(second, self.second), pick(microsecond, self.microsecond), self.tzinfo if tzinfo is True else tzinfo)
    def _key(self):
        us = self._us()
        return us - self.utcoffset()._us if self.tzinfo else us
    def __eq__(self, o): return isinstance(o, datetime) and (self.tzinfo is None) == (o.tzinfo is None) and self._key() == o._key()
    def _compare(self, o):
        if isinstance(o, datetime) and (self.tzinfo is None) != (o.tzinfo is None): raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return date._compare(self, o)
    def __hash__(self): return hash(self._key())
    def _moved(self, us):
        n = self._us() + us
        days, rest = n // 86400000000, n % 86400000000
        if not 0 < days <= 3652059: raise OverflowError('date value out of range')
        y, m, d = _ymd(days)
        s = rest // 1000000
        return type(self)(y, m, d, s // 3600, s % 3600 // 60, s % 60, rest % 1000000, self.tzinfo)
    def __add__(self, d): return self._moved(d._us) if isinstance(d, timedelta) else NotImplemented
    __radd__ = __add__
    def __sub__(self, o):
        if isinstance(o, timedelta): return self._moved(-o._us)
        if isinstance(o, datetime):
            if (self.tzinfo is None) != (o.tzinfo is None): raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return timedelta._of(self._key() - o._key())
        return NotImplemented
datetime.min, datetime.max, datetime.resolution = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999), timedelta(0, 0, 1)
`;
