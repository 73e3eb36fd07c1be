import { describe, expect, it } from 'vitest';
import { canonicalIp } from '../../lib/ip-address.ts';
import { compareNatural } from '../format/natural-order.ts';
import { parseDetachKeys } from './detach-keys.ts';
import { parseGpuRequest } from './gpu-request.ts';
import { parseNetworkSpec } from './network-spec.ts';
import { readDnsSearch, readExtraHost, readLabel } from './readers.ts';
import { isInSubnet } from './subnet.ts';
import { parseTimeOption } from './time-option.ts';

describe('values of flags', () => {
  it('--network in its long form', () => {
    expect(parseNetworkSpec('name=web,alias=a,alias=b,ip=172.18.0.9,driver-opt=K=V')).toEqual({
      target: 'web',
      aliases: ['a', 'b'],
      linkLocalIps: [],
      ipv4: '172.18.0.9',
      driverOpts: { k: 'v' },
    });
    expect(() => parseNetworkSpec('alias=a')).toThrow('network name/id is not specified');
  });

  it('--gpus', () => {
    expect(parseGpuRequest('device=a')).toMatchObject({
      Count: 0,
      DeviceIDs: ['a'],
      Capabilities: [['gpu']],
    });
    expect(() => parseGpuRequest('x')).toThrow('invalid count (x): value must be either "all" or an integer');
  });

  it('--add-host, --dns-search and --label', () => {
    expect(readExtraHost('a=[::1]')).toBe('a:::1');
    expect(() => readExtraHost('a')).toThrow('bad format for add-host: "a"');
    expect(readDnsSearch('foo.bar.')).toBe('foo.bar');
    expect(() => readDnsSearch('17')).toThrow('17 is not a valid domain');
    expect(() => readLabel('=x')).toThrow("invalid label '=x': empty name");
  });

  it('--since: an age, a date, seconds', () => {
    const now = Date.UTC(2026, 0, 1, 12);
    expect(parseTimeOption('10m', now)).toBe(String(now / 1000 - 600));
    expect(parseTimeOption('2026-01-01T00:00:00.5Z', now)).toBe('1767225600.500000000');
    expect(parseTimeOption('1136073600.5', now)).toBe('1136073600.5');
    expect(() => parseTimeOption('x', now)).toThrow('failed to parse value as time or duration: "x"');
  });

  it('--detach-keys', () => {
    expect(parseDetachKeys('ctrl-p,q,ctrl-@')).toEqual([16, 113, 0]);
    expect(() => parseDetachKeys('ctrl-')).toThrow("Unknown character: 'ctrl-'");
  });
});

describe('addresses and names', () => {
  it('an IPv6 address as Go prints it', () => {
    expect(canonicalIp('2001:DB8:0:0:1:0:0:68')).toBe('2001:db8::1:0:0:68');
    expect(canonicalIp('0:0:0:0:0:0:0:1')).toBe('::1');
  });

  it('what is in a subnet', () => {
    expect(isInSubnet('10.0.0.0/8', '10.1.0.0/16')).toBe(true);
    expect(isInSubnet('10.0.0.0/8', '11.0.0.1')).toBe(false);
    expect(isInSubnet('2001:db8::/32', '2001:db8::5')).toBe(true);
  });

  it('names in the order people count in', () => {
    expect(['web10', 'web2', 'a'].sort(compareNatural)).toEqual(['a', 'web2', 'web10']);
  });
});
