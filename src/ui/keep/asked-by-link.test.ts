import { describe, expect, it } from 'vitest';
import { addressWithout, askedByLink } from './asked-by-link.ts';
import { fileName } from './download.ts';

describe('what an address asks for', () => {
  it('is a share, a lesson, commands, or nothing', () => {
    const of = (address: string) => askedByLink(new URL(address, 'http://x/'));
    expect(of('/?e2e&seed=1#top')).toBeUndefined();
    expect(of('/#share=abc')).toEqual({
      fragment: 'share=abc',
      lesson: undefined,
      pack: undefined,
      run: [],
    });
    expect(of('/?pack=packs/knots.zip')).toMatchObject({ pack: 'packs/knots.zip' });
    expect(of('/?lesson=01-a/02-b')).toMatchObject({ lesson: '01-a/02-b' });
    expect(of('/?run=docker%20ps&run=ls')).toMatchObject({ run: ['docker ps', 'ls'] });
  });

  it('is gone from the address afterwards', () => {
    expect(addressWithout({ pathname: '/d/', search: '?e2e&lesson=a&pack=p&run=b&run=c' })).toBe('/d/?e2e=');
    expect(addressWithout({ pathname: '/d/', search: '?run=b' })).toBe('/d/');
  });

  it('files have names that every system takes', () => {
    expect(fileName('A/B: "C" (2)', 'zip')).toBe('A B C (2).zip');
    expect(fileName('/', 'zip')).toBe('drydock.zip');
  });
});
