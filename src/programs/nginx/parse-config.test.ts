import { describe, expect, it } from 'vitest';
import { parseConfig } from './parse-config.ts';

const noInclude = (): never[] => [];

describe('parseConfig', () => {
  it('reads directives, blocks, quotes and comments', () => {
    const [worker, http] = parseConfig(
      'worker_processes auto; # all\nhttp {\n  log_format main "a \\"b\\"" \'c d\';\n}\n',
      'nginx.conf',
      noInclude,
    );
    expect([worker?.name, worker?.args]).toEqual(['worker_processes', ['auto']]);
    expect(http?.block?.map(({ name, args, line }) => ({ name, args, line }))).toEqual([
      { name: 'log_format', args: ['main', 'a "b"', 'c d'], line: 3 },
    ]);
  });

  it.each([
    ['listen 80', 'unexpected end of file, expecting ";" or "}" in nginx.conf:1'],
    ['http {\n', 'unexpected end of file, expecting "}" in nginx.conf:2'],
    ['}\n', 'unexpected "}" in nginx.conf:1'],
  ])('%j is refused', (text, message) => {
    expect(() => parseConfig(text, 'nginx.conf', noInclude)).toThrow(message);
  });
});
