import { describe, expect, it } from 'vitest';
import { parseVolumeFlags } from './volume-spec.ts';

describe('parseVolumeFlags', () => {
  it('sorts binds and anonymous volumes', () => {
    expect(
      parseVolumeFlags(['./src:/app:ro', 'data:/data', '/anonymous', '..:/up', 'c:/x'], '/home/dev'),
    ).toEqual({
      binds: ['/home/dev/src:/app:ro', 'data:/data', '/home:/up'],
      volumes: { '/anonymous': {}, 'c:/x': {} },
    });
  });

  it.each([
    ['', 'invalid empty volume spec'],
    ['/tmp:', 'invalid spec: /tmp:: empty section between colons'],
    ['aa:bb:cc:dd', 'invalid spec: aa:bb:cc:dd: too many colons'],
  ])('refuses %s', (spec, message) => {
    expect(() => parseVolumeFlags([spec], '/')).toThrow(message);
  });
});
