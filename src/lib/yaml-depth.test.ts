import { describe, expect, it } from 'vitest';
import { isTooDeep } from './yaml-depth.ts';

const DEEP = 1100;

describe('isTooDeep', () => {
  it.each([
    ['lists in brackets', '['.repeat(DEEP) + ']'.repeat(DEEP)],
    ['maps in braces', '{a: '.repeat(DEEP) + '}'.repeat(DEEP)],
    ['brackets, a line each', '[\n'.repeat(DEEP) + ']'.repeat(DEEP)],
    ['lists in one line', '- '.repeat(DEEP) + 'x'],
    ['maps, each further to the right', Array.from({ length: DEEP }, (_, at) => `${' '.repeat(at)}a:\n`).join('')], // prettier-ignore
    ['lists right below their keys', Array.from({ length: DEEP / 2 }, (_, at) => `${' '.repeat(2 * at)}- a:\n`).join('')], // prettier-ignore
  ])('finds %s', (_, text) => expect(isTooDeep(text)).toBe(true));

  it.each([
    ['a long list', '- a\n'.repeat(5000)],
    ['many lists beside each other', 'a: [b]\n'.repeat(2000)],
    ['a long line', `a: ${'x'.repeat(5000)}\n`],
    ['brackets in a text', `a: "${'['.repeat(DEEP)}"\n`],
  ])('does not mind %s', (_, text) => expect(isTooDeep(text)).toBe(false));
});
