/** random.py: CPython's Mersenne Twister and what it makes of its numbers, so that a seed gives the same here. */
export const RANDOM = String.raw`
import sys as _sys
from math import log as _log, exp as _exp, sqrt as _sqrt, cos as _cos, sin as _sin, pi as _pi, ceil as _ceil
_call = __hostcall
NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
TWOPI = 2.0 * _pi
_ids = [0]

class Random:
    def __init__(self, x=None):
        _ids[0] += 1
        self._id, self.gauss_next = _ids[0], None
        self.seed(x)
    def seed(self, a=None, version=2):
        self.gauss_next = None
        if a is None:
            words = [_call('random') & 0x7fffffff for _ in range(8)]
        else:
            if isinstance(a, float):
                a = hash(a)
            elif isinstance(a, (str, bytes, bytearray)):
                import hashlib
                a = a.encode() if isinstance(a, str) else bytes(a)
                a = int.from_bytes(a + hashlib.sha512(a).digest(), 'big')
            elif not isinstance(a, int):
                raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
            a, words = abs(int(a)), []
            while a:
                words.append(a & 0xffffffff)
                a >>= 32
        _call('seedRandom', self._id, ','.join([str(w) for w in words or [0]]))
    def random(self): return _call('randomFloat', self._id)
    def getrandbits(self, k):
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        if k <= 32:
            return int(_call('randomBits', self._id, k)) if k else 0
        r, shift = 0, 0
        while k > 0:
            r |= int(_call('randomBits', self._id, min(k, 32))) << shift
            k, shift = k - 32, shift + 32
        return r
    def randbytes(self, n): return self.getrandbits(n * 8).to_bytes(n, 'little')
    def getstate(self): return (3, _call('randomState', self._id), self.gauss_next)
    def setstate(self, state):
        _call('setRandomState', self._id, state[1])
        self.gauss_next = state[2]
    def _randbelow(self, n):
        k = len(bin(n)) - 2
        r = self.getrandbits(k)
        while r >= n:
            r = self.getrandbits(k)
        return r
    def randrange(self, start, stop=None, step=1):
        for v in (start, stop, step):
            if isinstance(v, float) and (_sys.version_info >= (3, 12) or v != int(v)):
                raise TypeError("'float' object cannot be interpreted as an integer")
        if isinstance(start, float) or isinstance(stop, float):
            start, stop = int(start), None if stop is None else int(stop)
        if stop is None:
            if start > 0:
                return self._randbelow(start)
            raise ValueError('empty range for randrange()')
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError('empty range for randrange() (%d, %d, %d)' % (start, stop, width))
        if step == 0:
            raise ValueError('zero step for randrange()')
        n = (width + step - 1) // step if step > 0 else (width + step + 1) // step
        if n <= 0:
            raise ValueError('empty range for randrange()')
        return start + step * self._randbelow(n)
    def randint(self, a, b): return self.randrange(a, b + 1)
    def choice(self, seq):
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]
    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]
    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        if counts is not None:
            population = [p for p, c in zip(population, counts) for _ in range(c)]
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        result, size = [None] * k, 21
        if k > 5:
            size += 4 ** _ceil(_log(k * 3) / _log(4) - 1e-12)
        if n <= size:
            pool = list(population)
            for i in range(k):
                j = self._randbelow(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            selected = set()
            for i in range(k):
                j = self._randbelow(n)
                while j in selected:
                    j = self._randbelow(n)
                selected.add(j)
                result[i] = population[j]
        return result
    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[int(self.random() * n)] for _ in range(k)]
            cum_weights, total = [], 0
            for w in weights:
                total += w
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        from bisect import bisect
        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]
    def uniform(self, a, b): return a + (b - a) * self.random()
    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u, c, low, high = 1.0 - u, 1.0 - c, high, low
        return low + (high - low) * _sqrt(u * c)
    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u1, u2 = self.random(), 1.0 - self.random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma
    def gauss(self, mu=0.0, sigma=1.0):
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            x2pi = self.random() * TWOPI
            g2rad = _sqrt(-2.0 * _log(1.0 - self.random()))
            z, self.gauss_next = _cos(x2pi) * g2rad, _sin(x2pi) * g2rad
        return mu + z * sigma
    def lognormvariate(self, mu=0.0, sigma=1.0): return _exp(self.normalvariate(mu, sigma))
    def expovariate(self, lambd=1.0): return -_log(1.0 - self.random()) / lambd
    def paretovariate(self, alpha): return (1.0 - self.random()) ** (-1.0 / alpha)

class SystemRandom(Random):
    def seed(self, *a, **k): _call('seedRandom', self._id, ','.join([str(_call('random') & 0x7fffffff) for _ in range(8)]))

_inst = Random()
seed, random, getrandbits, randbytes, getstate, setstate, randrange, randint = _inst.seed, _inst.random, _inst.getrandbits, _inst.randbytes, _inst.getstate, _inst.setstate, _inst.randrange, _inst.randint
choice, shuffle, sample, choices, uniform, triangular = _inst.choice, _inst.shuffle, _inst.sample, _inst.choices, _inst.uniform, _inst.triangular
normalvariate, gauss, lognormvariate, expovariate, paretovariate = _inst.normalvariate, _inst.gauss, _inst.lognormvariate, _inst.expovariate, _inst.paretovariate
`;

/** secrets.py */
export const SECRETS = String.raw`
import os
from random import SystemRandom
from hmac import compare_digest
_random = SystemRandom()
choice, randbits = _random.choice, _random.getrandbits
def randbelow(n):
    if n <= 0: raise ValueError('Upper bound must be positive.')
    return _random._randbelow(n)
def token_bytes(nbytes=None): return os.urandom(32 if nbytes is None else nbytes)
def token_hex(nbytes=None): return token_bytes(nbytes).hex()
def token_urlsafe(nbytes=None):
    import binascii
    return binascii.b2a_base64(token_bytes(nbytes)).decode().strip().rstrip('=').replace('+', '-').replace('/', '_')
`;
