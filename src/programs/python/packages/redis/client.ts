/** redis.client: what replies become, the client, pipelines and subscriptions. */
export const REDIS_CLIENT = String.raw`
import datetime, threading, time
from redis.commands import CoreCommands, list_or_args
from redis.connection import Connection, ConnectionPool, _pack
from redis.exceptions import *

def _ok(v): return v in (b'OK', 'OK')
def _text(v): return v.decode('utf-8', 'replace') if isinstance(v, bytes) else v
def _pairs(l): return {l[i]: l[i + 1] for i in range(0, len(l), 2)} if l else {}
def _float(v): return None if v is None else float(v)
def _scored(l): return [(l[i], float(l[i + 1])) for i in range(0, len(l), 2)]
def _number(v):
    try:
        return float(v) if '.' in v else int(v)
    except ValueError:
        return v
def _info(text):
    out = {}
    for line in _text(text).splitlines():
        if not line or line.startswith('#'): continue
        k, _, v = line.partition(':')
        if '=' in v and ',' in v:
            out[k] = {a: _number(b) for a, b in [p.split('=', 1) for p in v.split(',')]}
        else:
            out[k] = _number(v)
    return out
def _clients(text): return [dict([w.split('=', 1) for w in line.split(' ') if '=' in w]) for line in _text(text).splitlines()]
def _scan(v): return int(v[0]), v[1]
def _time(v): return int(v[0]), int(v[1])
def _stamp(v): return datetime.datetime.fromtimestamp(v)
def _set_reply(v, get=False): return v if get else None if v is None else _ok(v)
_CALLBACKS = {}
for _n in 'EXPIRE EXPIREAT PEXPIRE PEXPIREAT PERSIST HEXISTS MOVE MSETNX RENAMENX SETNX SMOVE COPY SISMEMBER'.split(): _CALLBACKS[_n] = bool
for _n in ('AUTH', 'FLUSHALL', 'FLUSHDB', 'LSET', 'LTRIM', 'MSET', 'PSETEX', 'SETEX', 'RENAME', 'SAVE', 'SELECT', 'SHUTDOWN', 'UNWATCH', 'WATCH', 'HMSET', 'CONFIG SET', 'CONFIG RESETSTAT', 'CLIENT SETNAME'): _CALLBACKS[_n] = _ok
for _n in 'SINTER SUNION SDIFF SMEMBERS'.split(): _CALLBACKS[_n] = lambda v: set(v) if v else set()
for _n in 'ZSCORE ZINCRBY INCRBYFLOAT HINCRBYFLOAT'.split(): _CALLBACKS[_n] = _float
for _n in 'SCAN SSCAN'.split(): _CALLBACKS[_n] = _scan
for _n in 'BLPOP BRPOP'.split(): _CALLBACKS[_n] = lambda v: tuple(v) if v else None
for _n in 'BZPOPMIN BZPOPMAX'.split(): _CALLBACKS[_n] = lambda v: (v[0], v[1], float(v[2])) if v else None
for _n in 'ZPOPMIN ZPOPMAX'.split(): _CALLBACKS[_n] = _scored
_CALLBACKS.update({'HGETALL': _pairs, 'CONFIG GET': _pairs, 'INFO': _info, 'CLIENT LIST': _clients, 'CLIENT INFO': lambda v: _clients(v)[0], 'TIME': _time, 'LASTSAVE': _stamp, 'PING': lambda v: _text(v) == 'PONG',
    'HSCAN': lambda v: (int(v[0]), _pairs(v[1])), 'ZSCAN': lambda v: (int(v[0]), _scored(v[1])), 'ZMSCORE': lambda v: [_float(x) for x in v],
    'ZADD': lambda v: _float(v) if isinstance(v, (bytes, str)) else v, 'PUBSUB NUMSUB': lambda v: [(v[i], v[i + 1]) for i in range(0, len(v), 2)],
    'BGSAVE': lambda v: True, 'BGREWRITEAOF': lambda v: True})

def _made(callbacks, args, value):
    name = args[0].upper()
    if name == 'SET': return _set_reply(value, 'GET' in args[3:])
    if name.startswith('Z') and 'WITHSCORES' in args: return _scored(value)
    if name == 'HSCAN' and 'NOVALUES' in args: return _scan(value)
    return callbacks[name](value) if name in callbacks and not (value is None and callbacks[name] in (bool, _ok, _pairs)) else value

class Redis(CoreCommands):
    def __init__(self, host='localhost', port=6379, db=0, password=None, socket_timeout=None, socket_connect_timeout=None, socket_keepalive=None, socket_keepalive_options=None,
                 connection_pool=None, unix_socket_path=None, encoding='utf-8', encoding_errors='strict', charset=None, decode_responses=False, retry_on_timeout=False, retry=None,
                 retry_on_error=None, ssl=False, max_connections=None, single_connection_client=False, health_check_interval=0, client_name=None, username=None, protocol=2, **k):
        if connection_pool is None:
            connection_pool = ConnectionPool(host=host, port=port, db=db, username=username, password=password, socket_timeout=socket_timeout, socket_connect_timeout=socket_connect_timeout,
                encoding=encoding, encoding_errors=encoding_errors, decode_responses=decode_responses, retry_on_timeout=retry_on_timeout, retry=retry, retry_on_error=retry_on_error,
                max_connections=max_connections, health_check_interval=health_check_interval, client_name=client_name)
        self.connection_pool, self.connection, self.response_callbacks = connection_pool, None, dict(_CALLBACKS)
    @classmethod
    def from_url(cls, url, **kwargs): return cls(connection_pool=ConnectionPool.from_url(url, **kwargs))
    @classmethod
    def from_pool(cls, connection_pool): return cls(connection_pool=connection_pool)
    def __repr__(self): return '<redis.client.Redis(%r)>' % self.connection_pool
    def get_encoder(self): return self.connection_pool.get_encoder()
    def get_connection_kwargs(self): return self.connection_pool.connection_kwargs
    def set_response_callback(self, command, callback): self.response_callbacks[command.upper()] = callback
    def execute_command(self, *args, **options):
        c = self.connection_pool.get_connection()
        try:
            def ask():
                c.send_command(*args)
                return _made(self.response_callbacks, args, c.read_response())
            return c.retry.call_with_retry(ask, c.disconnect)
        finally:
            self.connection_pool.release(c)
    def pipeline(self, transaction=True, shard_hint=None): return Pipeline(self.connection_pool, self.response_callbacks, transaction)
    def transaction(self, func, *watches, shard_hint=None, value_from_callable=False, watch_delay=None):
        with self.pipeline(True) as pipe:
            while True:
                try:
                    if watches: pipe.watch(*watches)
                    value = func(pipe)
                    done = pipe.execute()
                    return value if value_from_callable else done
                except WatchError:
                    if watch_delay: time.sleep(watch_delay)
    def pubsub(self, **k): return PubSub(self.connection_pool, **k)
    def lock(self, name, timeout=None, sleep=0.1, blocking=True, blocking_timeout=None, lock_class=None, thread_local=True, **k):
        from redis.lock import Lock
        return Lock(self, name, timeout, sleep, blocking, blocking_timeout)
    def close(self): self.connection_pool.disconnect()
    def __enter__(self): return self
    def __exit__(self, *a): self.close()
StrictRedis = Redis

class Pipeline(Redis):
    UNWATCH_COMMANDS = {'DISCARD', 'EXEC', 'UNWATCH'}
    def __init__(self, connection_pool, response_callbacks, transaction):
        self.connection_pool, self.response_callbacks, self._transaction = connection_pool, response_callbacks, transaction
        self.connection, self.watching, self.explicit_transaction, self.command_stack = None, False, False, []
    def __enter__(self): return self
    def __exit__(self, *a): self.reset()
    def __len__(self): return len(self.command_stack)
    def __bool__(self): return True
    def reset(self):
        self.command_stack, self.explicit_transaction = [], False
        if self.connection:
            if self.watching:
                try:
                    self.connection.ask('UNWATCH')
                except ConnectionError: pass
            self.connection_pool.release(self.connection)
        self.watching, self.connection = False, None
    close = reset
    def multi(self):
        if self.explicit_transaction: raise RedisError('Cannot issue nested calls to MULTI')
        if self.command_stack: raise RedisError('Commands without an initial WATCH have already been issued')
        self.explicit_transaction = True
    def watch(self, *names):
        if self.explicit_transaction: raise RedisError('Cannot issue a WATCH after a MULTI')
        return self.execute_command('WATCH', *names)
    def unwatch(self): return self.execute_command('UNWATCH') if self.watching else True
    def execute_command(self, *args, **options):
        if (self.watching or args[0] == 'WATCH') and not self.explicit_transaction:
            if not self.connection: self.connection = self.connection_pool.get_connection()
            value = _made(self.response_callbacks, args, self.connection.ask(*args))
            self.watching = args[0] == 'WATCH' or (self.watching and args[0] not in self.UNWATCH_COMMANDS)
            return value
        self.command_stack.append(args)
        return self
    def execute(self, raise_on_error=True):
        stack = self.command_stack
        if not stack and not self.watching: return []
        c = self.connection or self.connection_pool.get_connection()
        self.connection = c
        try:
            return self._run(c, stack, raise_on_error)
        except ConnectionError:
            watching, self.watching = self.watching, False
            if watching: raise WatchError('A ConnectionError occurred on while watching one or more keys')
            raise
        finally:
            self.reset()
    def _run(self, c, stack, raise_on_error):
        if not (self._transaction or self.explicit_transaction):
            c.send_packed_command(b''.join([_pack(c.encoder, a) for a in stack]))
            values = [c._read() for _ in stack]
        else:
            c.send_packed_command(b''.join([_pack(c.encoder, a) for a in [('MULTI',)] + stack + [('EXEC',)]]))
            queued = [c._read() for _ in range(len(stack) + 1)]
            wrong = [(i, q) for i, q in enumerate(queued[1:]) if isinstance(q, Exception)]
            values = c._read()
            self.watching = False
            if wrong:
                raise self._annotated(wrong[0][1], wrong[0][0], stack)
            if isinstance(values, Exception): raise values
            if values is None: raise WatchError('Watched variable changed.')
        if raise_on_error:
            for i, v in enumerate(values):
                if isinstance(v, Exception): raise self._annotated(v, i, stack)
        return [v if isinstance(v, Exception) else _made(self.response_callbacks, a, v) for a, v in zip(stack, values)]
    def _annotated(self, error, i, stack):
        return type(error)('Command # %d (%s) of pipeline caused error: %s' % (i + 1, ' '.join([str(_text(a)) for a in stack[i]]), error.args[0]))

class PubSub:
    PUBLISH_MESSAGE_TYPES = ('message', 'pmessage')
    def __init__(self, connection_pool, shard_hint=None, ignore_subscribe_messages=False, **k):
        self.connection_pool, self.ignore_subscribe_messages, self.connection = connection_pool, ignore_subscribe_messages, None
        self.encoder = connection_pool.get_encoder()
        self.channels, self.patterns, self._count = {}, {}, 0
    def __enter__(self): return self
    def __exit__(self, *a): self.reset()
    @property
    def subscribed(self): return bool(self.channels or self.patterns or self._count)
    def reset(self):
        if self.connection:
            self.connection.disconnect()
            self.connection_pool.release(self.connection)
        self.connection, self.channels, self.patterns, self._count = None, {}, {}, 0
    close = reset
    def _key(self, name): return self.encoder.decode(self.encoder.encode(name))
    def execute_command(self, *args):
        if self.connection is None: self.connection = self.connection_pool.get_connection()
        self.connection.send_command(*args)
    def _add(self, command, kept, args, kwargs):
        names = {n: None for n in (list_or_args(args[0], args[1:]) if args else [])}
        names.update(kwargs)
        self.execute_command(command, *names)
        kept.update({self._key(n): f for n, f in names.items()})
        self._count = self._count or 1
    def subscribe(self, *args, **kwargs): self._add('SUBSCRIBE', self.channels, args, kwargs)
    def psubscribe(self, *args, **kwargs): self._add('PSUBSCRIBE', self.patterns, args, kwargs)
    def unsubscribe(self, *args): return self.execute_command('UNSUBSCRIBE', *(list_or_args(args[0], args[1:]) if args else []))
    def punsubscribe(self, *args): return self.execute_command('PUNSUBSCRIBE', *(list_or_args(args[0], args[1:]) if args else []))
    def ping(self, message=None): return self.execute_command('PING', *([] if message is None else [message]))
    def _read(self, block=True, timeout=0):
        c = self.connection
        if c is None:
            raise RuntimeError('pubsub connection not set: did you forget to call subscribe() or psubscribe()?')
        if not c.is_connected:
            c.connect()
            if self.channels: c.send_command('SUBSCRIBE', *self.channels)
            if self.patterns: c.send_command('PSUBSCRIBE', *self.patterns)
        try:
            if not block and not c.can_read(timeout): return None
            return c.read_response()
        except ConnectionError:
            c.disconnect()
            c.connect()
            if self.channels: c.send_command('SUBSCRIBE', *self.channels)
            if self.patterns: c.send_command('PSUBSCRIBE', *self.patterns)
            return c.read_response() if block else None
    def get_message(self, ignore_subscribe_messages=False, timeout=0.0):
        if not self.subscribed: 
            if timeout: time.sleep(timeout)
            return None
        response = self._read(block=timeout is None, timeout=timeout)
        return self.handle_message(response, ignore_subscribe_messages) if response else None
    def parse_response(self, block=True, timeout=0): return self._read(block, timeout)
    def handle_message(self, response, ignore_subscribe_messages=False):
        kind = _text(response[0])
        if kind == 'pmessage': message = {'type': kind, 'pattern': response[1], 'channel': response[2], 'data': response[3]}
        elif kind == 'pong': message = {'type': kind, 'pattern': None, 'channel': None, 'data': response[1]}
        else: message = {'type': kind, 'pattern': None, 'channel': response[1], 'data': response[2]}
        if kind in ('subscribe', 'psubscribe', 'unsubscribe', 'punsubscribe'):
            self._count = response[2]
        if kind in ('unsubscribe', 'punsubscribe'):
            (self.patterns if kind == 'punsubscribe' else self.channels).pop(response[1], None)
        if kind in ('message', 'pmessage'):
            handler = (self.patterns if kind == 'pmessage' else self.channels).get(message['pattern'] if kind == 'pmessage' else message['channel'])
            if handler:
                handler(message)
                return None
        elif kind != 'pong' and (ignore_subscribe_messages or self.ignore_subscribe_messages):
            return None
        return message
    def listen(self):
        while self.subscribed:
            response = self.handle_message(self._read(block=True))
            if response is not None:
                yield response
    def run_in_thread(self, sleep_time=0.0, daemon=False, exception_handler=None, **k):
        t = PubSubWorkerThread(self, sleep_time, daemon)
        t.start()
        return t
class PubSubWorkerThread(threading.Thread):
    def __init__(self, pubsub, sleep_time, daemon=False):
        super().__init__(daemon=daemon)
        self.pubsub, self.sleep_time, self._running = pubsub, sleep_time, False
    def run(self):
        self._running = True
        while self._running:
            self.pubsub.get_message(ignore_subscribe_messages=True, timeout=self.sleep_time)
            time.sleep(0.001)
        self.pubsub.close()
    def stop(self): self._running = False
`;

/** redis.lock. Simplified: the holder is checked by the client, where redis-py runs a script on the server. */
export const REDIS_LOCK = String.raw`
import time, uuid
from redis.exceptions import LockError, LockNotOwnedError
class Lock:
    def __init__(self, redis, name, timeout=None, sleep=0.1, blocking=True, blocking_timeout=None, **k):
        self.redis, self.name, self.timeout, self.sleep, self.blocking, self.blocking_timeout, self.token = redis, name, timeout, sleep, blocking, blocking_timeout, None
    def __enter__(self):
        if self.acquire(): return self
        raise LockError('Unable to acquire lock within the time specified')
    def __exit__(self, *a): self.release()
    def acquire(self, sleep=None, blocking=None, blocking_timeout=None, token=None):
        token = token or uuid.uuid4().hex
        blocking = self.blocking if blocking is None else blocking
        limit = self.blocking_timeout if blocking_timeout is None else blocking_timeout
        end = None if limit is None else time.monotonic() + limit
        while True:
            if self.redis.set(self.name, token, nx=True, px=int(self.timeout * 1000) if self.timeout else None):
                self.token = token
                return True
            pause = self.sleep if sleep is None else sleep
            if not blocking or end is not None and time.monotonic() + pause > end: return False
            time.sleep(pause)
    def _value(self):
        v = self.redis.get(self.name)
        return v.decode() if isinstance(v, bytes) else v
    def locked(self): return self.redis.get(self.name) is not None
    def owned(self): return self.token is not None and self._value() == self.token
    def release(self):
        if self.token is None: raise LockError('Cannot release an unlocked lock')
        token, self.token = self.token, None
        if self._value() != token: raise LockNotOwnedError("Cannot release a lock that's no longer owned")
        self.redis.delete(self.name)
`;
