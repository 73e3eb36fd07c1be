import { describe, expect, it } from 'vitest';
import { parseVolumeSpec, toMountPoint } from './volume-spec.ts';

describe('parseVolumeSpec', () => {
  it('tells binds from volumes', () => {
    expect(parseVolumeSpec('/src/./x:/dst:ro,z')).toEqual({
      type: 'bind',
      source: '/src/x',
      destination: '/dst',
      name: '',
      driver: '',
      mode: 'ro,z',
      rw: false,
      propagation: 'rprivate',
      copyData: false,
      spec: { Type: 'bind', Source: '/src/./x', Target: '/dst', ReadOnly: true },
    });
    expect(parseVolumeSpec('data:/var/lib:nocopy', 'local')).toMatchObject({
      type: 'volume',
      name: 'data',
      driver: 'local',
      copyData: false,
      rw: true,
    });
  });

  it.each([
    ['/path:ro', "invalid volume specification: '/path:ro'"],
    ['a:/b:foo', 'invalid mode: foo'],
    [
      'v1:/',
      "invalid volume specification: 'v1:/': invalid mount config for type \"volume\": invalid specification: destination can't be '/'",
    ],
    [
      'name:/x:shared',
      'invalid volume specification: \'name:/x:shared\': invalid mount config for type "volume": field BindOptions must not be specified',
    ],
  ])('refuses %s', (spec, message) => {
    expect(() => parseVolumeSpec(spec)).toThrow(message);
  });
});

describe('toMountPoint', () => {
  it.each([
    [{ Type: 'bind', Target: '/a' }, 'invalid mount config for type "bind": field Source must not be empty'],
    [
      { Type: 'tmpfs', Source: 'x', Target: '/a' },
      'invalid mount config for type "tmpfs": field Source must not be specified',
    ],
    [{ Type: 'foo', Target: '/a' }, 'invalid mount config for type "foo": mount type unknown'],
    [
      { Type: 'volume', Target: '' },
      'invalid mount config for type "volume": field Target must not be empty',
    ],
    [
      { Type: 'volume', Target: '/a', ReadOnly: true },
      'invalid mount config for type "volume": must not set ReadOnly mode when using anonymous volumes',
    ],
  ])('refuses %o', (config, message) => {
    expect(() => toMountPoint(config)).toThrow(message);
  });
});
