/** What CPython's math has and MicroPython's lacks. */
export const MATH = String.raw`
_m = __import__('math')
for _n in dir(_m):
    if not _n.startswith('_'):
        globals()[_n] = getattr(_m, _n)
def _whole(n, name='integer'):
    if isinstance(n, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    return int(n)
def comb(n, k):
    n, k = _whole(n), _whole(k)
    if n < 0: raise ValueError('n must be a non-negative integer')
    if k < 0: raise ValueError('k must be a non-negative integer')
    if k > n: return 0
    r = 1
    for i in range(min(k, n - k)):
        r = r * (n - i) // (i + 1)
    return r
def perm(n, k=None):
    n = _whole(n)
    if k is None: return factorial(n)
    if n < 0: raise ValueError('n must be a non-negative integer')
    if k < 0: raise ValueError('k must be a non-negative integer')
    r = 1
    for i in range(k):
        r *= n - i
    return r
def prod(it, *, start=1):
    for x in it: start *= x
    return start
def gcd(*ns):
    r = 0
    for n in ns:
        n = abs(_whole(n))
        while n:
            r, n = n, r % n
    return r
def lcm(*ns):
    r = 1
    for n in ns:
        n = abs(_whole(n))
        if n == 0: return 0
        r = r // gcd(r, n) * n
    return r
def isqrt(n):
    n = _whole(n)
    if n < 0: raise ValueError('isqrt() argument must be nonnegative')
    if n == 0: return 0
    x = 1 << ((len(bin(n)) - 1) // 2)
    while True:
        y = (x + n // x) // 2
        if y >= x: return x
        x = y
def hypot(*xs):
    if len(xs) == 2: return _m.sqrt(xs[0] * xs[0] + xs[1] * xs[1])
    return _m.sqrt(sum([x * x for x in xs]))
def dist(p, q):
    if len(p) != len(q): raise ValueError('both points must have the same number of dimensions')
    return hypot(*[a - b for a, b in zip(p, q)])
def fsum(it):
    from statistics import _fsum
    return _fsum(list(it))
def sumprod(p, q): return sum([a * b for a, b in zip(p, q)])
def cbrt(x): return -((-x) ** (1 / 3)) if x < 0 else round(x ** (1 / 3)) * 1.0 if round(x ** (1 / 3)) ** 3 == x else x ** (1 / 3)
def exp2(x): return 2.0 ** x
def log1p(x): return _m.log(1 + x) if abs(x) > 1e-5 else x - x * x / 2 + x * x * x / 3
def remainder(x, y):
    n = round(x / y)
    return x - n * y
def ulp(x):
    if x != x or x in (inf, -inf): return abs(x)
    m, e = frexp(abs(x))
    return 2.0 ** max(e - 53, -1074) if x else 5e-324
def nextafter(x, y): return x if x == y else x + ulp(x) if y > x else x - ulp(x)
def factorial(n):
    if isinstance(n, float): raise TypeError("'float' object cannot be interpreted as an integer")
    if n < 0: raise ValueError('factorial() not defined for negative values')
    r = 1
    for i in range(2, n + 1): r *= i
    return r
def log(x, base=None):
    if isinstance(x, int) and x > 1 << 1000:
        e = len(bin(x)) - 55
        r = _m.log(x >> e) + e * _m.log(2)
    else:
        if x <= 0: raise ValueError('math domain error')
        r = _m.log(x)
    return r if base is None else r / _m.log(base)
`;
