import { integer, RedisError } from '../reply.ts';

/** The moment that `EX 10` and the like name, in milliseconds. @throws RedisError */
export function parseExpiry(unit: string, amount: string | undefined, now: number, command: string): number {
  const value = integer(amount);
  const at = value * (unit.startsWith('EX') ? 1000 : 1) + (unit.endsWith('AT') ? 0 : now);
  if (value <= 0 || !Number.isSafeInteger(at))
    throw new RedisError(`ERR invalid expire time in '${command}' command`);
  return at;
}
