/** bisect.py */
export const BISECT = String.raw`
def bisect_right(a, x, lo=0, hi=None, *, key=None):
    if lo < 0: raise ValueError('lo must be non-negative')
    hi = len(a) if hi is None else hi
    while lo < hi:
        mid = (lo + hi) // 2
        if x < (a[mid] if key is None else key(a[mid])): hi = mid
        else: lo = mid + 1
    return lo
def bisect_left(a, x, lo=0, hi=None, *, key=None):
    if lo < 0: raise ValueError('lo must be non-negative')
    hi = len(a) if hi is None else hi
    while lo < hi:
        mid = (lo + hi) // 2
        if (a[mid] if key is None else key(a[mid])) < x: lo = mid + 1
        else: hi = mid
    return lo
bisect = bisect_right
def insort_right(a, x, lo=0, hi=None, *, key=None): a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)
def insort_left(a, x, lo=0, hi=None, *, key=None): a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)
insort = insort_right
`;

/** heapq.py; the heaps that result are CPython's. */
export const HEAPQ = String.raw`
def _up(h, start, pos):
    x = h[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        if not x < h[parent]:
            break
        h[pos] = h[parent]
        pos = parent
    h[pos] = x
def _down(h, pos):
    end, start, x = len(h), pos, h[pos]
    child = 2 * pos + 1
    while child < end:
        if child + 1 < end and not h[child] < h[child + 1]:
            child += 1
        h[pos] = h[child]
        pos = child
        child = 2 * pos + 1
    h[pos] = x
    _up(h, start, pos)
def heappush(h, x):
    h.append(x)
    _up(h, 0, len(h) - 1)
def heappop(h):
    if not h:
        raise IndexError('index out of range')
    last = h.pop()
    if not h:
        return last
    x, h[0] = h[0], last
    _down(h, 0)
    return x
def heapreplace(h, x):
    if not h:
        raise IndexError('index out of range')
    r, h[0] = h[0], x
    _down(h, 0)
    return r
def heappushpop(h, x):
    if h and h[0] < x:
        x, h[0] = h[0], x
        _down(h, 0)
    return x
def heapify(h):
    for i in range(len(h) // 2 - 1, -1, -1):
        _down(h, i)
def nlargest(n, it, key=None): return sorted(it, key=key, reverse=True)[:n]
def nsmallest(n, it, key=None): return sorted(it, key=key)[:n]
def merge(*its, key=None, reverse=False):
    all = []
    for i, it in enumerate(its):
        all.extend(it)
    return iter(sorted(all, key=key, reverse=reverse))
`;

/** statistics.py. Simplified: sums are those of fsum, not of fractions. */
export const STATISTICS = String.raw`
import math as _math
class StatisticsError(ValueError): pass
def _sum(data):
    exact, floats = 0, []
    for x in data:
        if isinstance(x, float): floats.append(x)
        else: exact += x
    return _fsum(floats + [exact]) if floats else exact
def _fsum(values):
    partials = []
    for x in values:
        x, i = float(x), 0
        for y in partials:
            if abs(x) < abs(y): x, y = y, x
            hi = x + y
            lo = y - (hi - x)
            if lo:
                partials[i] = lo
                i += 1
            x = hi
        partials[i:] = [x]
    return sum(reversed(partials), 0.0)
def _divided(a, n):
    r = a / n
    return int(r) if isinstance(a, int) and not isinstance(r, float) or isinstance(a, int) and a % n == 0 else r
def _need(data, n, words):
    data = list(data)
    if len(data) < n:
        raise StatisticsError(words)
    return data
def mean(data):
    data = _need(data, 1, 'mean requires at least one data point')
    return _divided(_sum(data), len(data))
def fmean(data, weights=None):
    data = _need(data, 1, 'fmean requires at least one data point')
    if weights is not None:
        return _fsum([x * w for x, w in zip(data, weights)]) / _fsum(weights)
    return _fsum(data) / len(data)
def geometric_mean(data):
    data = _need(data, 1, 'Must have a non-empty dataset')
    return _math.exp(_fsum([_math.log(x) for x in data]) / len(data))
def harmonic_mean(data, weights=None):
    data = _need(data, 1, 'harmonic_mean requires at least one data point')
    return len(data) / _sum([1 / x for x in data])
def median(data):
    data = sorted(_need(data, 1, 'no median for empty data'))
    n = len(data)
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2
def median_low(data):
    data = sorted(_need(data, 1, 'no median for empty data'))
    return data[(len(data) - 1) // 2]
def median_high(data):
    data = sorted(_need(data, 1, 'no median for empty data'))
    return data[len(data) // 2]
def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts
def mode(data):
    counts = _counts(_need(data, 1, 'no mode for empty data'))
    most = max(counts.values())
    for x, n in counts.items():
        if n == most: return x
def multimode(data):
    counts = _counts(data)
    most = max(counts.values()) if counts else 0
    return [x for x, n in counts.items() if n == most]
def _squares(data, center):
    center = mean(data) if center is None else center
    return _sum([(x - center) * (x - center) for x in data])
def pvariance(data, mu=None):
    data = _need(data, 1, 'pvariance requires at least one data point')
    return _divided(_squares(data, mu), len(data))
def variance(data, xbar=None):
    data = _need(data, 2, 'variance requires at least two data points')
    return _divided(_squares(data, xbar), len(data) - 1)
def stdev(data, xbar=None):
    data = _need(data, 2, 'stdev requires at least two data points')
    return _math.sqrt(variance(data, xbar))
def pstdev(data, mu=None):
    data = _need(data, 1, 'pstdev requires at least one data point')
    return _math.sqrt(pvariance(data, mu))
def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(_need(data, 2, 'must have at least two data points'))
    out, ld = [], len(data)
    for i in range(1, n):
        if method == 'inclusive':
            j, delta = divmod(i * (ld - 1), n)
        else:
            j = min(max(i * (ld + 1) // n, 1), ld - 1)
            delta = i * (ld + 1) - j * n
            j -= 1
        out.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    return out
def covariance(x, y):
    mx, my = fmean(x), fmean(y)
    return _fsum([(a - mx) * (b - my) for a, b in zip(x, y)]) / (len(x) - 1)
def correlation(x, y):
    mx, my = fmean(x), fmean(y)
    return _fsum([(a - mx) * (b - my) for a, b in zip(x, y)]) / _math.sqrt(_fsum([(a - mx) ** 2 for a in x]) * _fsum([(b - my) ** 2 for b in y]))
def linear_regression(x, y):
    from collections import namedtuple
    mx, my = fmean(x), fmean(y)
    slope = _fsum([(a - mx) * (b - my) for a, b in zip(x, y)]) / _fsum([(a - mx) ** 2 for a in x])
    return namedtuple('LinearRegression', ('slope', 'intercept'))(slope, my - slope * mx)
`;

/** operator.py */
export const OPERATOR = String.raw`
def lt(a, b): return a < b
def le(a, b): return a <= b
def eq(a, b): return a == b
def ne(a, b): return a != b
def ge(a, b): return a >= b
def gt(a, b): return a > b
def not_(a): return not a
def truth(a): return bool(a)
def is_(a, b): return a is b
def is_not(a, b): return a is not b
def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def truediv(a, b): return a / b
def floordiv(a, b): return a // b
def mod(a, b): return a % b
def pow(a, b): return a ** b
def matmul(a, b): return a.__matmul__(b)
def neg(a): return -a
def pos(a): return +a
def abs(a): return a if a >= 0 else -a
def inv(a): return ~a
invert = inv
def and_(a, b): return a & b
def or_(a, b): return a | b
def xor(a, b): return a ^ b
def lshift(a, b): return a << b
def rshift(a, b): return a >> b
def concat(a, b): return a + b
def contains(a, b): return b in a
def countOf(a, b): return sum([1 for x in a if x == b])
def indexOf(a, b):
    for i, x in enumerate(a):
        if x == b: return i
    raise ValueError('sequence.index(x): x not in sequence')
def getitem(a, b): return a[b]
def setitem(a, b, c): a[b] = c
def delitem(a, b): del a[b]
def iadd(a, b):
    a += b
    return a
def imul(a, b):
    a *= b
    return a
def length_hint(o, default=0): return len(o) if hasattr(o, '__len__') else default
def index(a): return a.__index__()
def call(f, *a, **k): return f(*a, **k)
class attrgetter:
    def __init__(self, *names): self._names = names
    def __call__(self, o):
        out = []
        for n in self._names:
            v = o
            for part in n.split('.'):
                v = getattr(v, part)
            out.append(v)
        return out[0] if len(out) == 1 else tuple(out)
class itemgetter:
    def __init__(self, *items): self._items = items
    def __call__(self, o): return o[self._items[0]] if len(self._items) == 1 else tuple([o[i] for i in self._items])
    def __repr__(self): return 'operator.itemgetter(%s)' % ', '.join([repr(i) for i in self._items])
class methodcaller:
    def __init__(self, name, *a, **k): self._n, self._a, self._k = name, a, k
    def __call__(self, o): return getattr(o, self._n)(*self._a, **self._k)
`;

/** keyword.py */
export const KEYWORD = String.raw`
kwlist = ['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for',
    'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield']
softkwlist = ['_', 'case', 'match', 'type']
iskeyword = set(kwlist).__contains__
def issoftkeyword(s): return s in softkwlist
`;
