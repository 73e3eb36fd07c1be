/** hashlib.py: digests are made by the machine below from all that was fed. */
export const HASHLIB = String.raw`
_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128), 'sha512': (64, 128), 'blake2b': (64, 128), 'blake2s': (32, 64),
    'sha3_224': (28, 144), 'sha3_256': (32, 136), 'sha3_384': (48, 104), 'sha3_512': (64, 72)}
algorithms_guaranteed = algorithms_available = set(_SIZES)

class _Hash:
    def __init__(self, name, data=b''):
        self.name, self._parts = name, []
        self.digest_size, self.block_size = _SIZES[name]
        self.update(data)
    def update(self, data):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('object supporting the buffer API required')
        self._parts.append(bytes(data))
    def hexdigest(self): return __hostcall('hash', self.name, __hex(b''.join(self._parts)))
    def digest(self): return __unhex(self.hexdigest())
    def copy(self): return _Hash(self.name, b''.join(self._parts))
    def __repr__(self): return '<%s _hashlib.HASH object @ 0x7f0000000000>' % self.name

def new(name, data=b'', **k):
    key = name.lower().replace('-', '_') if name.lower().startswith('sha3') else name.lower().replace('-', '')
    if key not in _SIZES:
        raise ValueError('unsupported hash type ' + name)
    return _Hash(key, data)
def _maker(name):
    def make(data=b'', usedforsecurity=True, **k): return _Hash(name, data)
    return make
md5, sha1, sha224, sha256, sha384, sha512 = [_maker(n) for n in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512')]
sha3_224, sha3_256, sha3_384, sha3_512, blake2b, blake2s = [_maker(n) for n in ('sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s')]

def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    size = new(hash_name).digest_size
    if iterations < 1: raise ValueError('iteration value must be greater than 0.')
    if dklen is not None and dklen < 1: raise ValueError('key length must be greater than 0.')
    return __unhex(__hostcall('pbkdf2', new(hash_name).name, __hex(bytes(password)), __hex(bytes(salt)), iterations, dklen or size))
def scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64):
    made = __hostcall('scrypt', __hex(bytes(password)), __hex(bytes(salt)), n, r, p, maxmem, dklen)
    if made == 'parameters': raise ValueError('n must be a power of 2.' if n < 2 or n & (n - 1) else 'Invalid parameter combination for n, r, p, maxmem.')
    if made == 'memory': raise ValueError('[digital envelope routines] memory limit exceeded')
    return __unhex(made)
def file_digest(f, digest):
    h = new(digest) if isinstance(digest, str) else digest()
    h.update(f.read())
    return h
`;

/** hmac.py */
export const HMAC = String.raw`
import hashlib
class HMAC:
    def __init__(self, key, msg=None, digestmod=''):
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        make = (lambda d=b'': hashlib.new(digestmod, d)) if isinstance(digestmod, str) else getattr(digestmod, 'new', digestmod)
        inner = make()
        self.digest_size, self.block_size, self.name = inner.digest_size, inner.block_size, 'hmac-' + inner.name
        if len(key) > self.block_size:
            key = make(key).digest()
        key = bytes(key) + bytes(self.block_size - len(key))
        self._make, self._outer, self._parts = make, bytes([b ^ 0x5c for b in key]), [bytes([b ^ 0x36 for b in key])]
        if msg is not None:
            self.update(msg)
    def update(self, msg): self._parts.append(bytes(msg))
    def digest(self): return self._make(self._outer + self._make(b''.join(self._parts)).digest()).digest()
    def hexdigest(self): return self.digest().hex()
def new(key, msg=None, digestmod=''): return HMAC(key, msg, digestmod)
def digest(key, msg, digest): return HMAC(key, msg, digest).digest()
def compare_digest(a, b): return a == b
`;
