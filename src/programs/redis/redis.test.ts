import { describe } from 'vitest';
import { table } from '../testing/table.ts';

const SERVER = `echo '127.0.0.1 localhost' > /etc/hosts; redis-server > log & sleep 1`;

describe('redis', () => {
  table([
    [
      `${SERVER}; redis-cli ping; redis-cli set a 1; redis-cli incr a; redis-cli get a; redis-cli get none`,
      'PONG\nOK\n2\n2\n\n',
    ],
    [
      `${SERVER}; redis-cli rpush l a b; redis-cli lrange l 0 -1; redis-cli type l; redis-cli incr l`,
      '2\na\nb\nlist\nWRONGTYPE Operation against a key holding the wrong kind of value\n\n',
    ],
    [`redis-cli ping; echo $?`, 'Could not connect to Redis at 127.0.0.1:6379: Connection refused\n1\n'],
  ]);
});
