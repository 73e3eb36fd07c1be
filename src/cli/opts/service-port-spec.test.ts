import { describe, expect, it } from 'vitest';
import { parseServicePorts } from './service-port-spec.ts';

describe('parseServicePorts', () => {
  it('takes the short and the long form', () => {
    expect(parseServicePorts('8080:80/udp')).toEqual([
      { Protocol: 'udp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' },
    ]);
    expect(parseServicePorts('80')).toEqual([{ Protocol: 'tcp', TargetPort: 80, PublishMode: 'ingress' }]);
    expect(parseServicePorts('80-81:80').map(({ PublishedPort }) => PublishedPort)).toEqual([80, 81]);
    expect(parseServicePorts('target=80,published=8080,mode=host')).toEqual([
      { Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'host' },
    ]);
  });

  it.each([
    ['invalid,target=80', 'invalid field: invalid'],
    ['target=invalid', 'invalid target port (invalid): value must be an integer: invalid syntax'],
    ['published=99999', 'invalid published port (99999): value must be an integer: value out of range'],
    ['published=8080', "missing mandatory field 'target'"],
    ['target=80,mode=x', "invalid publish mode value (x): must be either 'ingress' or 'host'"],
    ['target=80,x=y', 'invalid field key: x'],
    ['1.1.1.1:80:80', 'hostip is not supported'],
    ['9999999', 'invalid containerPort: 9999999'],
  ])('refuses %s', (text, message) => {
    expect(() => parseServicePorts(text)).toThrow(message);
  });
});
