import { describe, expect, it } from 'vitest';
import { parseMountSpec } from './mount-spec.ts';

const parse = (text: string): unknown => parseMountSpec(text, '/home/dev');

describe('parseMountSpec', () => {
  it('reads each type', () => {
    expect(parse('type=bind,src=./x,dst=/y,readonly')).toEqual({
      Type: 'bind',
      Source: '/home/dev/x',
      Target: '/y',
      ReadOnly: true,
    });
    expect(
      parse('source=v,target=/d,volume-nocopy,volume-label=a=b,volume-driver=local,volume-opt=k=v'),
    ).toEqual({
      Type: 'volume',
      Source: 'v',
      Target: '/d',
      VolumeOptions: {
        NoCopy: true,
        Labels: { a: 'b' },
        DriverConfig: { Name: 'local', Options: { k: 'v' } },
      },
    });
    expect(parse('type=tmpfs,target=/t,tmpfs-size=1MB,tmpfs-mode=700')).toEqual({
      Type: 'tmpfs',
      Target: '/t',
      TmpfsOptions: { SizeBytes: 1048576, Mode: 448 },
    });
  });

  it.each([
    ['type=volume', 'target is required'],
    ['bogus', "invalid field 'bogus' must be a key=value pair"],
    ['bogus=1', "unexpected key 'bogus' in 'bogus=1'"],
    ['type=volume,readonly=no', 'invalid value for readonly: no'],
    ['type=volume,target=/a,bind-propagation=shared', "cannot mix 'bind-*' options with mount type 'volume'"],
    [
      'type=bind,target=/a,bind-recursive=readonly',
      "option 'bind-recursive=readonly' requires 'readonly' to be specified in conjunction",
    ],
  ])('refuses %s', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
