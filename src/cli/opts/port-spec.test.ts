import { describe, expect, it } from 'vitest';
import { parsePublish } from './port-spec.ts';

describe('parsePublish', () => {
  it('takes the short form, the long form and --expose', () => {
    expect(parsePublish(['8080:80', 'published=53,target=53,protocol=udp'], ['7000-7001'])).toEqual({
      exposedPorts: { '80/tcp': {}, '53/udp': {}, '7000/tcp': {}, '7001/tcp': {} },
      portBindings: {
        '80/tcp': [{ HostIp: '', HostPort: '8080' }],
        '53/udp': [{ HostIp: '', HostPort: '53' }],
      },
    });
  });

  it('refuses in the words of the client', () => {
    expect(() => parsePublish(['published=8080'])).toThrow('no port specified: 8080:/tcp<empty>');
    expect(() => parsePublish(['=1'])).toThrow(
      "invalid publish opts format (should be name=value but got '=1')",
    );
    expect(() => parsePublish([], ['1:2'])).toThrow('invalid port format for --expose: 1:2');
    expect(() => parsePublish([], ['80-'])).toThrow(
      'invalid range format for --expose: 80-, error: strconv.ParseUint: parsing "": invalid syntax',
    );
  });
});
