import { expect, it } from 'vitest';
import { orderFields } from './order-fields.ts';

it('puts fields in order, of lists in each item, and what it does not name last', () => {
  const order = { a: true, b: { x: true, y: true }, c: true } as const;
  const value = { z: 1, c: { q: 1, p: 2 }, b: [{ y: 1, x: 2 }, 5], a: null };
  expect(JSON.stringify(orderFields(value, order))).toBe(
    '{"a":null,"b":[{"x":2,"y":1},5],"c":{"q":1,"p":2},"z":1}',
  );
});
