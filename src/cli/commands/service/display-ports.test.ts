import { expect, it } from 'vitest';
import type { PortConfig } from '../../../api/service-types.ts';
import { displayServicePorts } from './display-ports.ts';

const port = (published: number, target: number, more: Partial<PortConfig> = {}): PortConfig => ({
  Protocol: 'tcp',
  PublishMode: 'ingress',
  PublishedPort: published,
  TargetPort: target,
  ...more,
});

it.each([
  [[port(8443, 443), port(8080, 80)], '*:8080->80/tcp, *:8443->443/tcp'],
  [[port(80, 80), port(81, 81), port(82, 82)], '*:80-82->80-82/tcp'],
  [[port(80, 80), port(81, 80)], '*:80-81->80/tcp'],
  [[port(80, 80), port(81, 81), port(82, 80)], '*:80-81->80-81/tcp, *:82->80/tcp'],
  [[port(80, 80), port(80, 80, { Protocol: 'udp' })], '*:80->80/tcp, *:80->80/udp'],
  [[port(80, 80, { PublishMode: 'host' })], ''],
])('%j', (ports, text) => {
  expect(displayServicePorts(ports)).toBe(text);
});
