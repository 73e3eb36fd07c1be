import { describe } from 'vitest';
import { table } from '../testing/table.ts';

const SERVER = `echo '127.0.0.1 localhost' > /etc/hosts; redis-server > log & sleep 1`;
/** The lines, as redis-cli reads them from a pipe, and its replies as on a terminal. */
const ask = (...lines: readonly string[]): string =>
  `${SERVER}; redis-cli --no-raw <<'END'\n${lines.join('\n')}\nEND`;
const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value';

describe('redis', () => {
  table([
    [
      `${SERVER}; redis-cli ping; redis-cli set a 1; redis-cli incr a; redis-cli get a; redis-cli get none`,
      'PONG\nOK\n2\n2\n\n',
    ],
    [
      `${SERVER}; redis-cli rpush l a b; redis-cli lrange l 0 -1; redis-cli type l; redis-cli incr l`,
      `2\na\nb\nlist\n${WRONG_TYPE}\n\n`,
    ],
    [`redis-cli ping; echo $?`, 'Could not connect to Redis at 127.0.0.1:6379: Connection refused\n1\n'],
  ]);
});

describe('redis commands', () => {
  table([
    [
      ask('set a 1 EX 0', 'set a 1 NX XX', 'incrbyfloat a 0.1', 'incrbyfloat a 0.2', 'setrange a 5 é', 'strlen a', 'getex a EX'),
      "(error) ERR invalid expire time in 'set' command\n(error) ERR syntax error\n\"0.1\"\n\"0.3\"\n(integer) 7\n(integer) 7\n(error) ERR syntax error\n",
    ],
    [
      ask('rpush l a b c a', 'lrem l -1 a', 'linsert l before b x', 'ltrim l 1 -1', 'lmove l m LEFT RIGHT', 'lrange l 0 -1', 'lset l 9 z', 'blpop none 1'),
      '(integer) 4\n(integer) 1\n(integer) 4\nOK\n"x"\n1) "b"\n2) "c"\n(error) ERR index out of range\n(nil)\n',
    ],
    [
      ask('hset h a 1 b', 'hset h a 1 b 2', 'hincrby h a 5', 'hmget h a z', 'hincrby h a x', 'hlen h', 'hscan h 0 MATCH b'),
      "(error) ERR wrong number of arguments for 'hset' command\n(integer) 2\n(integer) 6\n1) \"6\"\n2) (nil)\n(error) ERR value is not an integer or out of range\n(integer) 2\n1) \"0\"\n2) 1) \"b\"\n   2) \"2\"\n",
    ],
    [
      ask('sadd s 3 1 2', 'sadd t 2 9', 'sinter s t', 'sdiff s t', 'smove s t 1', 'scard t', 'spop none'),
      '(integer) 3\n(integer) 2\n1) "2"\n1) "1"\n2) "3"\n(integer) 1\n(integer) 3\n(nil)\n',
    ],
    [
      ask('zadd z 1 a 2 b 3 c', 'zadd z GT CH 0 a', 'zadd z INCR 4 a', 'zrange z (2 +inf BYSCORE LIMIT 0 1 WITHSCORES', 'zrevrange z 0 0', 'zrank z a', 'zpopmin z', 'zadd z NX XX 1 a'),
      '(integer) 3\n(integer) 0\n"5"\n1) "c"\n2) "3"\n1) "a"\n(integer) 2\n1) "b"\n2) "2"\n(error) ERR XX and NX options at the same time are not compatible\n',
    ],
    [
      ask('set a 1', 'expire a 100 XX', 'expire a 100', 'ttl a', 'renamenx a b', 'object encoding b', 'copy b c', 'scan 0 MATCH c*', 'sort b'),
      `OK\n(integer) 0\n(integer) 1\n(integer) 100\n(integer) 1\n"int"\n(integer) 1\n1) "0"\n2) 1) "c"\n(error) ${WRONG_TYPE}\n`,
    ],
    [
      ask('multi', 'set a 1', 'lpush a 1', 'exec', 'multi', 'nope', 'exec', 'select 16', 'select 3', 'set k v', 'info keyspace'),
      `OK\nQUEUED\nQUEUED\n1) OK\n2) (error) ${WRONG_TYPE}\nOK\n(error) ERR unknown command 'nope', with args beginning with: \n(error) EXECABORT Transaction discarded because of previous errors.\n(error) ERR DB index is out of range\nOK\nOK\n# Keyspace\r\ndb0:keys=1,expires=0,avg_ttl=0,subexpiry=0\r\ndb3:keys=1,expires=0,avg_ttl=0,subexpiry=0\r\n\n`,
    ],
  ]); // prettier-ignore
});

describe('redis clients at once', () => {
  table([
    [
      `${SERVER}; redis-cli blpop q 0 & sleep 1; redis-cli rpush q job; sleep 1; redis-cli llen q`,
      '1\nq\njob\n0\n',
    ],
    [
      `${SERVER}; redis-cli psubscribe 'c*' > got & sleep 1; redis-cli publish ch hi; redis-cli publish other hi; sleep 1; cat got`,
      '1\n0\npsubscribe\nc*\n1\npmessage\nc*\nch\nhi\n',
    ],
    [
      `${SERVER}; redis-cli monitor > got & sleep 1; redis-cli -n 2 set 'a b' '"x"' > out; sleep 1; sed 's/^[0-9.]* //; s/:[0-9]*]/:P]/' got`,
      'OK\n[2 127.0.0.1:P] "SELECT" "2"\n[2 127.0.0.1:P] "set" "a b" "\\"x\\""\n',
    ],
    [
      `${SERVER}; (echo watch a; echo multi; echo incr a; sleep 2; echo exec) | redis-cli --no-raw & sleep 1; redis-cli set a 5; wait %2; redis-cli get a`,
      'OK\nOK\nQUEUED\nOK\n(nil)\n5\n',
    ],
  ]);
});

describe('redis-server', () => {
  table([
    [
      `redis-server --requirepass pw > log & sleep 1; redis-cli get a; redis-cli -a no --no-auth-warning ping; REDISCLI_AUTH=pw redis-cli ping; redis-cli -u redis://:pw@127.0.0.1:6379/1 dbsize`,
      "NOAUTH Authentication required.\n\nAUTH failed: WRONGPASS invalid username-password pair or user is disabled.\nNOAUTH Authentication required.\n\nPONG\nWarning: Using a password with '-a' or '-u' option on the command line interface may not be safe.\n0\n",
    ],
    [
      `redis-server > log & sleep 1; redis-cli rpush l a b; redis-cli -n 3 zadd z 1.5 m; printf '\\377' | redis-cli -x setex s 1000; redis-cli shutdown; head -c 9 dump.rdb; echo
      redis-server > log & sleep 1; redis-cli lrange l 0 -1; redis-cli -n 3 zscore z m; redis-cli --no-raw get s; redis-cli ttl s; grep -o 'keys loaded: .*' log`,
      '2\n1\nOK\nREDIS0012\na\nb\n1.5\n"\\xff"\n999\nkeys loaded: 3, keys expired: 0.\n',
    ],
    [
      `redis-server --appendonly yes --save '' > log & sleep 1; redis-cli sadd s a b; redis-cli set e v EX 100; redis-cli spop s 2 > taken; redis-cli shutdown; sleep 20
      redis-server --appendonly yes > log & sleep 1; redis-cli exists s; redis-cli ttl e; grep -c 'DB loaded from append only file' log`,
      '2\nOK\n0\n79\n1\n',
    ],
    [
      `redis-server --save 5 2 > log & sleep 1; redis-cli set a 1; redis-cli set b 2; sleep 6; grep -o '2 changes.*' log; grep -c 'Background saving terminated with success' log; redis-cli config set maxmemory 1mb; redis-cli config get maxmemory`,
      'OK\nOK\n2 changes in 5 seconds. Saving...\n1\nOK\nmaxmemory\n1048576\n',
    ],
    [
      `redis-server --foo bar; echo $?`,
      "\n*** FATAL CONFIG FILE ERROR (Redis 7.4.7) ***\nReading the configuration file, at line 1\n>>> 'foo bar'\nBad directive or wrong number of arguments\n1\n",
    ],
  ]); // prettier-ignore
});
