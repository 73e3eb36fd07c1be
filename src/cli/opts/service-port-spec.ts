import type { PortConfig } from '../../api/service-types.ts';
import { parseCsvLine } from '../../lib/csv-line.ts';
import { parsePortRange, parsePortSpec, PortSpecError } from '../../lib/port-mapping.ts';

/**
 * Reads `-p`/`--publish` of `docker service`: the short form without address, or
 * `published=8080,target=80,protocol=tcp,mode=host`.
 * @throws PortSpecError or CsvError
 * @see docker/cli v28.2.2 opts/swarmopts/port.go
 */
export function parseServicePorts(text: string): PortConfig[] {
  return /\w=\w/.test(text) ? [parseLongForm(text)] : parseShortForm(text);
}

function parseLongForm(text: string): PortConfig {
  const port: PortConfig = { Protocol: 'tcp', TargetPort: 0, PublishMode: 'ingress' };
  for (const field of parseCsvLine(text)) setField(port, field);
  if (port.TargetPort === 0) throw new PortSpecError("missing mandatory field 'target'");
  return port;
}

function setField(port: PortConfig, field: string): void {
  const lower = field.toLowerCase();
  const equals = lower.indexOf('=');
  if (equals <= 0) throw new PortSpecError(`invalid field: ${field}`);
  const key = lower.slice(0, equals);
  const value = lower.slice(equals + 1);
  switch (key) {
    case 'protocol':
      if (!isProtocol(value)) throw new PortSpecError(`invalid protocol value '${value}'`);
      port.Protocol = value;
      break;
    case 'mode':
      if (value !== 'ingress' && value !== 'host')
        throw new PortSpecError(`invalid publish mode value (${value}): must be either 'ingress' or 'host'`);
      port.PublishMode = value;
      break;
    case 'target':
      port.TargetPort = toPort(value, 'target');
      break;
    case 'published':
      port.PublishedPort = toPort(value, 'published');
      break;
    default:
      throw new PortSpecError(`invalid field key: ${key}`);
  }
}

function isProtocol(text: string): text is PortConfig['Protocol'] {
  return ['tcp', 'udp', 'sctp'].includes(text);
}

function toPort(value: string, what: string): number {
  const isNumber = /^\d+$/.test(value);
  if (isNumber && Number(value) <= 65535) return Number(value);
  const reason = isNumber ? 'value out of range' : 'invalid syntax';
  throw new PortSpecError(`invalid ${what} port (${value}): value must be an integer: ${reason}`);
}

function parseShortForm(text: string): PortConfig[] {
  const mappings = parsePortSpec(text);
  if (mappings.some(({ hostIp }) => hostIp !== '')) throw new PortSpecError('hostip is not supported');
  return mappings.flatMap(({ port, hostPort }) => {
    const [target = '', protocol = ''] = port.split('/');
    const base: PortConfig = {
      Protocol: protocol as PortConfig['Protocol'],
      TargetPort: Number(target),
      PublishMode: 'ingress',
    };
    if (hostPort === '') return [base];
    // A range of published ports for one target publishes it at each of them.
    const { start, end } = parsePortRange(hostPort);
    return Array.from({ length: end - start + 1 }, (_, index) => ({ ...base, PublishedPort: start + index }));
  });
}
