import { describe, expect, it } from 'vitest';
import {
  formatPortMapping,
  parsePortRange,
  parsePortSpec,
  parsePortSpecs,
  splitProtocol,
} from './port-mapping.ts';

describe('parsePortSpec', () => {
  it('reads address, host and container port', () => {
    expect(parsePortSpec('127.0.0.1:8080:80/udp')).toEqual([
      { port: '80/udp', hostIp: '127.0.0.1', hostPort: '8080' },
    ]);
    expect(parsePortSpec('[::1]::80')).toEqual([{ port: '80/tcp', hostIp: '::1', hostPort: '' }]);
    expect(parsePortSpec('8000-8001:80')).toEqual([{ port: '80/tcp', hostIp: '', hostPort: '8000-8001' }]);
    expect(parsePortSpec('90-91:80-81').map(formatPortMapping)).toEqual([':90:80/tcp', ':91:81/tcp']);
  });

  it.each([
    ['', 'no port specified: <empty>'],
    ['localhost:80:80', 'invalid IP address: localhost'],
    ['80:x', 'invalid containerPort: x'],
    ['99999:80', 'invalid hostPort: 99999'],
    ['80/icmp', 'invalid proto: icmp'],
    ['8000-8002:80-81', 'invalid ranges specified for container and host Ports: 80-81 and 8000-8002'],
  ])('refuses %s', (spec, message) => {
    expect(() => parsePortSpec(spec)).toThrow(message);
  });
});

describe('helpers', () => {
  it('split and collect', () => {
    expect(splitProtocol('80')).toEqual({ port: '80', protocol: 'tcp' });
    expect(() => parsePortRange('9-8')).toThrow('invalid range specified for port: 9-8');
    expect(parsePortSpecs(['80', '8080:80'])).toEqual({
      exposedPorts: { '80/tcp': {} },
      portBindings: {
        '80/tcp': [
          { HostIp: '', HostPort: '' },
          { HostIp: '', HostPort: '8080' },
        ],
      },
    });
  });
});
