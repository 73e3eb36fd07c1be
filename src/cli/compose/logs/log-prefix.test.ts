import { describe, expect, it } from 'vitest';
import { LogPrefixes, prefixLines } from './log-prefix.ts';

describe('LogPrefixes', () => {
  it('pads names to the longest', () => {
    const prefixes = new LogPrefixes({ colour: false, prefix: true });
    expect(prefixes.prefix('db-1')).toBe('db-1  | ');
    prefixes.register('worker-10');
    expect(prefixes.prefix('db-1')).toBe('db-1       | ');
  });

  it('gives each container a colour, and a hook that of its container', () => {
    const prefixes = new LogPrefixes({ colour: true, prefix: true });
    expect(prefixes.prefix('db-1')).toBe('\x1b[36mdb-1  | \x1b[0m');
    expect(prefixes.prefix('web-1')).toBe('\x1b[33mweb-1  | \x1b[0m');
    expect(prefixes.prefix('db-1 ->')).toBe('\x1b[36mdb-1 -> | \x1b[0m');
  });

  it('leaves prefixes out', () => {
    expect(new LogPrefixes({ colour: true, prefix: false }).prefix('db-1')).toBe('');
  });
});

describe('prefixLines', () => {
  it('puts the prefix before each line, empty ones too', () => {
    expect(prefixLines('a\n\nb\n', 'x | ')).toBe('x | a\nx | \nx | b\n');
  });
});
