import { REDIS_CLIENT, REDIS_LOCK } from './client.ts';
import { REDIS_COMMANDS } from './commands.ts';
import { REDIS_CONNECTION } from './connection.ts';
import { REDIS_BACKOFF, REDIS_EXCEPTIONS, REDIS_RETRY } from './exceptions.ts';

const INIT = `__version__ = '7.1.0'
VERSION = (7, 1, 0)
from redis import exceptions, backoff, retry
from redis.exceptions import *
from redis.connection import Connection, ConnectionPool, BlockingConnectionPool
from redis.client import Redis, StrictRedis
from redis import client, connection
def from_url(url, **kwargs): return Redis.from_url(url, **kwargs)
`;

/** redis-py as programs use it: RESP 2 over a socket, its names and its errors. Simplified: no cluster, no sentinel, no scripts, no asyncio. */
export const REDIS_FILES: Readonly<Record<string, string>> = {
  'redis/__init__.py': INIT,
  'redis/backoff.py': REDIS_BACKOFF,
  'redis/client.py': REDIS_CLIENT,
  'redis/commands.py': REDIS_COMMANDS,
  'redis/connection.py': REDIS_CONNECTION,
  'redis/exceptions.py': REDIS_EXCEPTIONS,
  'redis/lock.py': REDIS_LOCK,
  'redis/retry.py': REDIS_RETRY,
};
