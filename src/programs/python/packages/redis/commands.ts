/** redis.commands: a method for each command, with redis-py's names and defaults of arguments. */
export const REDIS_COMMANDS = String.raw`
import datetime
from redis.exceptions import DataError

def list_or_args(keys, args):
    if isinstance(keys, (str, bytes)):
        keys = [keys]
    else:
        try:
            keys = list(keys)
        except TypeError:
            keys = [keys]
    return keys + list(args or [])
def _seconds(t): return int(t.total_seconds()) if isinstance(t, datetime.timedelta) else t
def _millis(t): return int(t.total_seconds() * 1000) if isinstance(t, datetime.timedelta) else t
def _at(t): return int(t.timestamp()) if isinstance(t, datetime.datetime) else t
def _at_millis(t): return int(t.timestamp() * 1000) if isinstance(t, datetime.datetime) else t
def _flags(**k): return [n.upper() for n, v in k.items() if v]
def _expiry(ex, px, exat, pxat):
    out = []
    if ex is not None:
        if isinstance(ex, str) and not ex.isdigit() or not isinstance(ex, (int, str, datetime.timedelta)): raise DataError('ex must be datetime.timedelta or int')
        out += ['EX', _seconds(ex)]
    if px is not None: out += ['PX', _millis(px)]
    if exat is not None: out += ['EXAT', _at(exat)]
    if pxat is not None: out += ['PXAT', _at_millis(pxat)]
    return out

class CoreCommands:
    # Keys
    def delete(self, *names): return self.execute_command('DEL', *names)
    def __delitem__(self, name): self.delete(name)
    def unlink(self, *names): return self.execute_command('UNLINK', *names)
    def exists(self, *names): return self.execute_command('EXISTS', *names)
    __contains__ = exists
    def expire(self, name, time, nx=False, xx=False, gt=False, lt=False): return self.execute_command('EXPIRE', name, _seconds(time), *_flags(nx=nx, xx=xx, gt=gt, lt=lt))
    def pexpire(self, name, time, nx=False, xx=False, gt=False, lt=False): return self.execute_command('PEXPIRE', name, _millis(time), *_flags(nx=nx, xx=xx, gt=gt, lt=lt))
    def expireat(self, name, when, nx=False, xx=False, gt=False, lt=False): return self.execute_command('EXPIREAT', name, _at(when), *_flags(nx=nx, xx=xx, gt=gt, lt=lt))
    def pexpireat(self, name, when, nx=False, xx=False, gt=False, lt=False): return self.execute_command('PEXPIREAT', name, _at_millis(when), *_flags(nx=nx, xx=xx, gt=gt, lt=lt))
    def keys(self, pattern='*', **k): return self.execute_command('KEYS', pattern)
    def copy(self, source, destination, destination_db=None, replace=False):
        return self.execute_command('COPY', source, destination, *([] if destination_db is None else ['DB', destination_db]), *(['REPLACE'] if replace else []))
    def sort(self, name, start=None, num=None, by=None, get=None, desc=False, alpha=False, store=None, groups=False):
        if (start is None) != (num is None): raise DataError('§§start§§ and §§num§§ must both be specified')
        p = [name]
        if by is not None: p += ['BY', by]
        if start is not None: p += ['LIMIT', start, num]
        for g in ([] if get is None else [get] if isinstance(get, (str, bytes)) else get): p += ['GET', g]
        if desc: p.append('DESC')
        if alpha: p.append('ALPHA')
        if store is not None: p += ['STORE', store]
        return self.execute_command('SORT', *p)
    def _scan(self, command, keys, cursor, match, count, more=()):
        p = [*keys, cursor]
        if match is not None: p += ['MATCH', match]
        if count is not None: p += ['COUNT', count]
        return self.execute_command(command, *p, *more)
    def scan(self, cursor=0, match=None, count=None, _type=None, **k): return self._scan('SCAN', [], cursor, match, count, ['TYPE', _type] if _type is not None else [])
    def hscan(self, name, cursor=0, match=None, count=None, no_values=None): return self._scan('HSCAN', [name], cursor, match, count, ['NOVALUES'] if no_values else [])
    def sscan(self, name, cursor=0, match=None, count=None): return self._scan('SSCAN', [name], cursor, match, count)
    def zscan(self, name, cursor=0, match=None, count=None, score_cast_func=float): return self._scan('ZSCAN', [name], cursor, match, count)
    def _iterate(self, ask):
        cursor = '0'
        while cursor != 0:
            cursor, data = ask(cursor)
            for item in (data.items() if isinstance(data, dict) else data):
                yield item
    def scan_iter(self, match=None, count=None, _type=None, **k): return self._iterate(lambda c: self.scan(c, match, count, _type))
    def hscan_iter(self, name, match=None, count=None, no_values=None): return self._iterate(lambda c: self.hscan(name, c, match, count, no_values))
    def sscan_iter(self, name, match=None, count=None): return self._iterate(lambda c: self.sscan(name, c, match, count))
    def zscan_iter(self, name, match=None, count=None, score_cast_func=float): return self._iterate(lambda c: self.zscan(name, c, match, count))
    # Strings
    def get(self, name): return self.execute_command('GET', name)
    def __getitem__(self, name):
        value = self.get(name)
        if value is not None: return value
        raise KeyError(name)
    def __setitem__(self, name, value): self.set(name, value)
    def set(self, name, value, ex=None, px=None, nx=False, xx=False, keepttl=False, get=False, exat=None, pxat=None):
        if sum([x is not None for x in (ex, px, exat, pxat)]) + bool(keepttl) > 1:
            raise DataError('§§ex§§, §§px§§, §§exat§§, §§pxat§§, and §§keepttl§§ are mutually exclusive.')
        if nx and xx: raise DataError('§§nx§§ and §§xx§§ are mutually exclusive.')
        return self.execute_command('SET', name, value, *_expiry(ex, px, exat, pxat), *_flags(keepttl=keepttl, nx=nx, xx=xx, get=get))
    def getex(self, name, ex=None, px=None, exat=None, pxat=None, persist=False): return self.execute_command('GETEX', name, *_expiry(ex, px, exat, pxat), *_flags(persist=persist))
    def setex(self, name, time, value): return self.execute_command('SETEX', name, _seconds(time), value)
    def psetex(self, name, time_ms, value): return self.execute_command('PSETEX', name, _millis(time_ms), value)
    def mget(self, keys, *args): return self.execute_command('MGET', *list_or_args(keys, args))
    def mset(self, mapping): return self.execute_command('MSET', *[x for p in mapping.items() for x in p])
    def msetnx(self, mapping): return self.execute_command('MSETNX', *[x for p in mapping.items() for x in p])
    def incrby(self, name, amount=1): return self.execute_command('INCRBY', name, amount)
    incr = incrby
    def decrby(self, name, amount=1): return self.execute_command('DECRBY', name, amount)
    decr = decrby
    def incrbyfloat(self, name, amount=1.0): return self.execute_command('INCRBYFLOAT', name, amount)
    # Lists
    def lpop(self, name, count=None): return self.execute_command('LPOP', name, *([] if count is None else [count]))
    def rpop(self, name, count=None): return self.execute_command('RPOP', name, *([] if count is None else [count]))
    def blpop(self, keys, timeout=0): return self.execute_command('BLPOP', *list_or_args(keys, None), timeout or 0)
    def brpop(self, keys, timeout=0): return self.execute_command('BRPOP', *list_or_args(keys, None), timeout or 0)
    def brpoplpush(self, src, dst, timeout=0): return self.execute_command('BRPOPLPUSH', src, dst, timeout or 0)
    def lmove(self, first_list, second_list, src='LEFT', dest='RIGHT'): return self.execute_command('LMOVE', first_list, second_list, src, dest)
    def blmove(self, first_list, second_list, timeout, src='LEFT', dest='RIGHT'): return self.execute_command('BLMOVE', first_list, second_list, src, dest, timeout)
    def linsert(self, name, where, refvalue, value): return self.execute_command('LINSERT', name, where, refvalue, value)
    def lpos(self, name, value, rank=None, count=None, maxlen=None):
        p = []
        for n, v in (('RANK', rank), ('COUNT', count), ('MAXLEN', maxlen)):
            if v is not None: p += [n, v]
        return self.execute_command('LPOS', name, value, *p)
    # Hashes
    def hset(self, name, key=None, value=None, mapping=None, items=None):
        if key is None and not mapping and not items: raise DataError("'hset' with no key value pairs")
        pairs = list(items or [])
        if key is not None: pairs += [key, value]
        for k, v in (mapping or {}).items(): pairs += [k, v]
        return self.execute_command('HSET', name, *pairs)
    def hmset(self, name, mapping):
        if not mapping: raise DataError("'hmset' with 'mapping' of length 0")
        return self.execute_command('HMSET', name, *[x for p in mapping.items() for x in p])
    def hmget(self, name, keys, *args): return self.execute_command('HMGET', name, *list_or_args(keys, args))
    def hincrby(self, name, key, amount=1): return self.execute_command('HINCRBY', name, key, amount)
    def hincrbyfloat(self, name, key, amount=1.0): return self.execute_command('HINCRBYFLOAT', name, key, amount)
    # Sets
    def spop(self, name, count=None): return self.execute_command('SPOP', name, *([] if count is None else [count]))
    def srandmember(self, name, number=None): return self.execute_command('SRANDMEMBER', name, *([] if number is None else [number]))
    def sinter(self, keys, *args): return self.execute_command('SINTER', *list_or_args(keys, args))
    def sunion(self, keys, *args): return self.execute_command('SUNION', *list_or_args(keys, args))
    def sdiff(self, keys, *args): return self.execute_command('SDIFF', *list_or_args(keys, args))
    def sinterstore(self, dest, keys, *args): return self.execute_command('SINTERSTORE', dest, *list_or_args(keys, args))
    def sunionstore(self, dest, keys, *args): return self.execute_command('SUNIONSTORE', dest, *list_or_args(keys, args))
    def sdiffstore(self, dest, keys, *args): return self.execute_command('SDIFFSTORE', dest, *list_or_args(keys, args))
    def smismember(self, name, values, *args): return self.execute_command('SMISMEMBER', name, *list_or_args(values, args))
    # Sorted sets
    def zadd(self, name, mapping, nx=False, xx=False, ch=False, incr=False, gt=False, lt=False):
        if not mapping: raise DataError('ZADD requires at least one element/score pair')
        if nx and xx: raise DataError("ZADD allows either 'nx' or 'xx', not both")
        if gt and lt: raise DataError("ZADD allows either 'gt' or 'lt', not both")
        if incr and len(mapping) != 1: raise DataError("ZADD option 'incr' only works when passing a single element/score pair")
        if nx and (gt or lt): raise DataError("Only one of 'nx', 'lt', or 'gr' may be defined.")
        return self.execute_command('ZADD', name, *_flags(nx=nx, xx=xx, gt=gt, lt=lt, ch=ch, incr=incr), *[x for m, s in mapping.items() for x in (s, m)])
    def zincrby(self, name, amount, value): return self.execute_command('ZINCRBY', name, amount, value)
    def _zrange(self, command, name, a, b, offset, num, withscores, more=()):
        if (offset is None) != (num is None): raise DataError('§§offset§§ and §§num§§ must both be specified.')
        return self.execute_command(command, name, a, b, *more, *([] if offset is None else ['LIMIT', offset, num]), *(['WITHSCORES'] if withscores else []))
    def zrange(self, name, start, end, desc=False, withscores=False, score_cast_func=float, byscore=False, bylex=False, offset=None, num=None):
        if byscore and bylex: raise DataError('§§byscore§§ and §§bylex§§ can not be specified together.')
        if desc and not byscore and not bylex: return self.zrevrange(name, start, end, withscores)
        return self._zrange('ZRANGE', name, start, end, offset, num, withscores, _flags(byscore=byscore, bylex=bylex, rev=desc))
    def zrevrange(self, name, start, end, withscores=False, score_cast_func=float): return self._zrange('ZREVRANGE', name, start, end, None, None, withscores)
    def zrangebyscore(self, name, min, max, start=None, num=None, withscores=False, score_cast_func=float): return self._zrange('ZRANGEBYSCORE', name, min, max, start, num, withscores)
    def zrevrangebyscore(self, name, max, min, start=None, num=None, withscores=False, score_cast_func=float): return self._zrange('ZREVRANGEBYSCORE', name, max, min, start, num, withscores)
    def zrangebylex(self, name, min, max, start=None, num=None): return self._zrange('ZRANGEBYLEX', name, min, max, start, num, False)
    def zpopmin(self, name, count=None): return self.execute_command('ZPOPMIN', name, *([] if count is None else [count]))
    def zpopmax(self, name, count=None): return self.execute_command('ZPOPMAX', name, *([] if count is None else [count]))
    def bzpopmin(self, keys, timeout=0): return self.execute_command('BZPOPMIN', *list_or_args(keys, None), timeout or 0)
    def bzpopmax(self, keys, timeout=0): return self.execute_command('BZPOPMAX', *list_or_args(keys, None), timeout or 0)
    def zmscore(self, key, members): return self.execute_command('ZMSCORE', key, *members)
    def _zstore(self, command, dest, keys, aggregate):
        p = [command, dest, len(keys), *keys]
        if isinstance(keys, dict): p += ['WEIGHTS', *keys.values()]
        return self.execute_command(*p, *(['AGGREGATE', aggregate] if aggregate else []))
    def zunionstore(self, dest, keys, aggregate=None): return self._zstore('ZUNIONSTORE', dest, keys, aggregate)
    def zinterstore(self, dest, keys, aggregate=None): return self._zstore('ZINTERSTORE', dest, keys, aggregate)
    # The server
    def ping(self, **k): return self.execute_command('PING')
    def select(self, index): return self.execute_command('SELECT', index)
    def info(self, section=None, *args): return self.execute_command('INFO', *([] if section is None else [section]), *args)
    def flushdb(self, asynchronous=False): return self.execute_command('FLUSHDB', *(['ASYNC'] if asynchronous else []))
    def flushall(self, asynchronous=False): return self.execute_command('FLUSHALL', *(['ASYNC'] if asynchronous else []))
    def config_get(self, pattern='*', *args): return self.execute_command('CONFIG GET', pattern, *args)
    def config_set(self, name, value, *args): return self.execute_command('CONFIG SET', name, value, *args)
    def config_resetstat(self): return self.execute_command('CONFIG RESETSTAT')
    def client_list(self, *a, **k): return self.execute_command('CLIENT LIST')
    def client_id(self): return self.execute_command('CLIENT ID')
    def client_getname(self): return self.execute_command('CLIENT GETNAME')
    def client_setname(self, name): return self.execute_command('CLIENT SETNAME', name)
    def client_info(self): return self.execute_command('CLIENT INFO')
    def memory_usage(self, key, samples=None): return self.execute_command('MEMORY USAGE', key)
    def object(self, infotype, key): return self.execute_command('OBJECT', infotype, key)
    def pubsub_channels(self, pattern='*'): return self.execute_command('PUBSUB CHANNELS', pattern)
    def pubsub_numsub(self, *args): return self.execute_command('PUBSUB NUMSUB', *args)
    def pubsub_numpat(self): return self.execute_command('PUBSUB NUMPAT')
    def shutdown(self, save=False, nosave=False, **k):
        from redis.exceptions import ConnectionError
        try:
            self.execute_command('SHUTDOWN', *_flags(save=save, nosave=nosave))
        except ConnectionError: return
        from redis.exceptions import RedisError
        raise RedisError('SHUTDOWN seems to have failed.')

# Methods whose arguments go to the server as they are; '*' takes any number more.
def _plain(name, words, more):
    def method(self, *args, **k):
        args = list(args)
        while len(args) < len(words) and words[len(args)] in k: args.append(k.pop(words[len(args)]))
        if len(args) < len(words):
            missing = ["'%s'" % w for w in words[len(args):]]
            raise TypeError('%s() missing %d required positional argument%s: %s' % (name, len(missing), 's' if len(missing) > 1 else '', ' and '.join(missing)))
        if k: raise TypeError("%s() got an unexpected keyword argument '%s'" % (name, list(k)[0]))
        if len(args) > len(words) and not more:
            raise TypeError('%s() takes %d positional arguments but %d were given' % (name, len(words) + 1, len(args) + 1))
        return self.execute_command(name.upper(), *args)
    method.__name__ = name
    setattr(CoreCommands, name, method)
for _line in '''getset name value;getdel name;append key value;strlen name;setnx name value;setrange name offset value;getrange key start end;ttl name;pttl name;persist name;type name
rename src dst;renamenx src dst;touch *;randomkey;move name db;expiretime key;pexpiretime key;lpush name *;rpush name *;lpushx name *;rpushx name *;llen name;lindex name index
lset name index value;lrem name count value;ltrim name start end;lrange name start end;rpoplpush src dst;sadd name *;srem name *;smembers name;sismember name value;scard name
smove src dst value;hget name key;hgetall name;hdel name *;hkeys name;hvals name;hlen name;hexists name key;hsetnx name key value;hstrlen name key;zscore name value;zrem name *
zcard name;zcount name min max;zrank name value;zrevrank name value;zlexcount name min max;zremrangebyscore name min max;zremrangebyrank name min max;dbsize;publish channel message
echo value;time;lastsave;save;bgsave;bgrewriteaof;auth password'''.replace('\n', ';').split(';'):
    _words = _line.split(' ')
    _plain(_words[0], [w for w in _words[1:] if w != '*'], '*' in _words)
`.replaceAll('§', '`');
