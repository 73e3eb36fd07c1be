import { expect, it } from 'vitest';
import { findAccessRule, parseAccessRules } from './host-based-access.ts';

const RULES = parseAccessRules(`# TYPE  DATABASE  USER  ADDRESS  METHOD
local   all   all   trust
host    all   all   127.0.0.1/32   trust
host    shop,"two words"   bob   10.0.0.0   255.255.0.0   password
host all all all scram-sha-256 # the rest
`);

it.each([
  ['bob', 'shop', undefined, 2],
  ['bob', 'shop', '127.0.0.1', 3],
  ['bob', 'shop', '10.0.3.4', 4],
  ['bob', 'shop', '10.1.3.4', 5],
  ['ann', 'shop', '10.0.3.4', 5],
])('%s to %s from %s', (user, database, address, line) => {
  expect(findAccessRule(RULES, { user, database, address })?.line).toBe(line);
});

it('keeps everybody out who is not named', () => {
  const rules = parseAccessRules('host all bob 10.0.0.0/8 trust\n');
  expect(findAccessRule(rules, { user: 'ann', database: 'x', address: '10.0.0.1' })).toBeUndefined();
});
