/** redis.exceptions */
export const REDIS_EXCEPTIONS = String.raw`
class RedisError(Exception): pass
class ConnectionError(RedisError): pass
class TimeoutError(RedisError): pass
class AuthenticationError(ConnectionError): pass
class AuthorizationError(ConnectionError): pass
class BusyLoadingError(ConnectionError): pass
class MaxConnectionsError(ConnectionError): pass
class InvalidResponse(RedisError): pass
class ResponseError(RedisError): pass
class DataError(RedisError): pass
class PubSubError(RedisError): pass
class WatchError(RedisError): pass
class NoScriptError(ResponseError): pass
class OutOfMemoryError(ResponseError): pass
class ExecAbortError(ResponseError): pass
class ReadOnlyError(ResponseError): pass
class NoPermissionError(ResponseError): pass
class AuthenticationWrongNumberOfArgsError(ResponseError): pass
class ModuleError(ResponseError): pass
class LockError(RedisError): pass
class LockNotOwnedError(LockError): pass
`;

/** redis.backoff and redis.retry. Simplified: waits have no jitter. */
export const REDIS_BACKOFF = String.raw`
class AbstractBackoff:
    def reset(self): pass
    def compute(self, failures): return 0
class NoBackoff(AbstractBackoff): pass
class ConstantBackoff(AbstractBackoff):
    def __init__(self, backoff=0): self._backoff = backoff
    def compute(self, failures): return self._backoff
class ExponentialBackoff(AbstractBackoff):
    def __init__(self, cap=0.512, base=0.008): self._cap, self._base = cap, base
    def compute(self, failures): return min(self._cap, self._base * 2 ** failures)
class ExponentialWithJitterBackoff(ExponentialBackoff): pass
class FullJitterBackoff(ExponentialBackoff): pass
class EqualJitterBackoff(ExponentialBackoff): pass
def default_backoff(): return EqualJitterBackoff()
`;

export const REDIS_RETRY = String.raw`
import time
from redis.exceptions import ConnectionError, TimeoutError
class Retry:
    def __init__(self, backoff, retries, supported_errors=(ConnectionError, TimeoutError)):
        self._backoff, self._retries, self._supported_errors = backoff, retries, tuple(supported_errors)
    def get_retries(self): return self._retries
    def update_retries(self, value): self._retries = value
    def update_supported_errors(self, specified_errors):
        self._supported_errors = tuple(set(self._supported_errors + tuple(specified_errors)))
    def call_with_retry(self, do, fail):
        self._backoff.reset()
        failures = 0
        while True:
            try:
                return do()
            except self._supported_errors as error:
                failures += 1
                fail(error)
                if self._retries >= 0 and failures > self._retries:
                    raise error
                backoff = self._backoff.compute(failures)
                if backoff > 0:
                    time.sleep(backoff)
`;
