import { describe, expect, it } from 'vitest';
import { toBytes } from '../lib/bytes.ts';
import { commandsOf, formatShare, isProjectPath, parseShare, type Share } from './share.ts';

const SHARE: Share = {
  title: 'A site',
  files: [
    { path: 'Dockerfile', bytes: toBytes('FROM nginx\n') },
    { path: 'bin/run', bytes: toBytes('#!/bin/sh\n'), executable: true },
    { path: 'logo.png', bytes: new Uint8Array([0x89, 0xff, 0, 1]) },
  ],
  commands: [{ line: 'docker build -t site .' }, { line: 'docker ps', machine: 'node2' }],
  machines: 2,
};

describe('what a link carries', () => {
  it('comes back as it was', () => {
    expect(parseShare(formatShare(SHARE))).toEqual(SHARE);
  });

  it('is refused where it makes no sense, or hides something', () => {
    const of = (change: object): string => JSON.stringify({ ...JSON.parse(formatShare(SHARE)), ...change });
    const wrong = [
      'x',
      'null',
      '{}',
      of({ v: 0 }),
      of({ f: [['../x', '', 0]] }),
      of({ f: [['/etc/passwd', '', 0]] }),
      of({ f: [['a', 1, 0]] }),
      of({ f: [['a', '!', 2]] }),
      of({ f: Array.from({ length: 301 }, (_, index) => [`f${index}`, '', 0]) }),
      of({ c: ['ls'] }),
      of({ c: [['']] }),
      of({ c: [['ls', 'node0']] }),
      of({ c: [['x'.repeat(4001)]] }),
      // An Escape, a carriage return, and text that runs the other way.
      of({ c: [['ls \u001b[2K']] }),
      of({ c: [['true\rrm -rf /']] }),
      of({ c: [['ls \u202egpj.exe']] }),
    ];
    for (const text of wrong) expect(() => parseShare(text), text.slice(0, 80)).toThrow('damaged');
    expect(() => parseShare(of({ v: 2 }))).toThrow('A newer Drydock');
    expect(parseShare(of({ m: 1e9, t: 5 }))).toMatchObject({ machines: 9, title: '' });
  });

  it('knows paths that stay in the project', () => {
    expect(['a', 'a/b.txt', '.dockerignore', 'ü'].every(isProjectPath)).toBe(true);
    expect(['', '/a', 'a//b', './a', 'a/..', 'a\nb', 'a\u200b'].some(isProjectPath)).toBe(false);
  });

  it('has the commands of ?run=', () => {
    expect(commandsOf(['docker ps\ndocker images', ' '])).toEqual([
      { line: 'docker ps' },
      { line: 'docker images' },
    ]);
    expect(() => commandsOf(['a\u0000'])).toThrow('can’t be read');
  });
});
