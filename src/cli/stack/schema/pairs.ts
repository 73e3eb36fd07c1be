import { oneOf, TEXTS } from '../../schema/schema.ts';

/** `{A: 1}` or `[A=1]`. */
export const PAIRS = oneOf(
  {
    type: ['object'],
    patternProperties: [[/.+/, { type: ['string', 'number', 'null'] }]],
    closed: true,
  },
  TEXTS,
);
