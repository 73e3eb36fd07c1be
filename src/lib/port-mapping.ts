import { isIpAddress } from './ip-address.ts';
import { parseUint } from './parse-uint.ts';

/** One published port: `port` is `80/tcp`; `hostPort` may be empty (any) or a range (any of it). */
export interface PortMapping {
  readonly port: string;
  readonly hostIp: string;
  readonly hostPort: string;
}

/** A text is no port specification; the message is go-connections'. */
export class PortSpecError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PortSpecError';
  }
}

/**
 * Splits `80/udp`; without protocol it is tcp, without port both are empty. Nothing is checked.
 * @see docker/go-connections v0.5.0 nat/nat.go SplitProtoPort
 */
export function splitProtocol(text: string): { port: string; protocol: string } {
  const [port = '', protocol = ''] = text.split('/', 2);
  if (port === '') return { port: '', protocol: '' };
  return { port, protocol: protocol === '' ? 'tcp' : protocol };
}

/**
 * Reads `80` or `8000-8005`.
 * @throws PortSpecError
 * @see docker/go-connections v0.5.0 nat/parse.go ParsePortRange
 */
export function parsePortRange(text: string): { start: number; end: number } {
  if (text === '') throw new PortSpecError('empty string specified for ports');
  const [first = '', second] = text.split('-');
  const start = parsePortNumber(first);
  const end = second === undefined ? start : parsePortNumber(second);
  if (end < start) throw new PortSpecError(`invalid range specified for port: ${text}`);
  return { start, end };
}

function parsePortNumber(text: string): number {
  try {
    return parseUint(text, 16);
  } catch (error) {
    throw new PortSpecError((error as Error).message);
  }
}

/**
 * Reads `[[ip:]hostPort:]containerPort[/protocol]`; ranges give one mapping a port.
 * @throws PortSpecError
 * @see docker/go-connections v0.5.0 nat/nat.go ParsePortSpec
 */
export function parsePortSpec(spec: string): PortMapping[] {
  const parts = spec.split(':');
  const { port: container, protocol } = splitProtocol(parts.at(-1) ?? '');
  if (container === '') throw new PortSpecError(`no port specified: ${spec}<empty>`);
  const hostPort = parts.at(-2) ?? '';
  const hostIp = stripBrackets(parts.slice(0, -2).join(':'));
  if (hostIp !== '' && !isIpAddress(hostIp)) throw new PortSpecError(`invalid IP address: ${hostIp}`);
  const range = rangeOr(container, `invalid containerPort: ${container}`);
  const hostRange = hostPort === '' ? undefined : rangeOr(hostPort, `invalid hostPort: ${hostPort}`);
  const isRange = range.end > range.start;
  if (hostRange && isRange && range.end - range.start !== hostRange.end - hostRange.start) {
    throw new PortSpecError(
      `invalid ranges specified for container and host Ports: ${container} and ${hostPort}`,
    );
  }
  const lower = protocol.toLowerCase();
  if (!['tcp', 'udp', 'sctp'].includes(lower)) throw new PortSpecError(`invalid proto: ${protocol}`);
  return mappings(range, hostRange, hostIp, lower);
}

function mappings(
  range: { start: number; end: number },
  host: { start: number; end: number } | undefined,
  hostIp: string,
  protocol: string,
): PortMapping[] {
  const count = range.end - range.start + 1;
  const result: PortMapping[] = [];
  for (let index = 0; index < count; index += 1) {
    // One container port with a range of host ports: the daemon takes any free one of them.
    const dynamic = count === 1 && host && host.start !== host.end ? `-${host.end}` : '';
    const hostPort = host ? `${host.start + index}${dynamic}` : '';
    result.push({ port: `${range.start + index}/${protocol}`, hostIp, hostPort });
  }
  return result;
}

function rangeOr(text: string, message: string): { start: number; end: number } {
  try {
    return parsePortRange(text);
  } catch {
    throw new PortSpecError(message);
  }
}

function stripBrackets(ip: string): string {
  if (!ip.startsWith('[')) return ip;
  const close = ip.indexOf(']');
  if (close < 0) throw new PortSpecError(`invalid IP address ${ip}: address ${ip}:: missing ']' in address`);
  if (close !== ip.length - 1) {
    throw new PortSpecError(`invalid IP address ${ip}: address ${ip}:: missing port in address`);
  }
  return ip.slice(1, -1);
}

/** What `EXPOSE` and `-p` ask for, in the API's shape. */
export interface PortPublication {
  readonly exposedPorts: Record<string, Record<string, never>>;
  readonly portBindings: Record<string, { HostIp: string; HostPort: string }[]>;
}

/** All specifications together. @throws PortSpecError @see docker/go-connections v0.5.0 nat/nat.go ParsePortSpecs */
export function parsePortSpecs(specs: readonly string[]): PortPublication {
  const result: PortPublication = { exposedPorts: {}, portBindings: {} };
  for (const spec of specs) {
    for (const { port, hostIp, hostPort } of parsePortSpec(spec)) {
      result.exposedPorts[port] = {};
      (result.portBindings[port] ??= []).push({ HostIp: hostIp, HostPort: hostPort });
    }
  }
  return result;
}

/** `ip:hostPort:80/tcp`, an IPv6 address in brackets. @see docker/go-connections v0.5.0 nat.go PortMapping.String */
export function formatPortMapping({ port, hostIp, hostPort }: PortMapping): string {
  const ip = hostIp.includes(':') ? `[${hostIp}]` : hostIp;
  return `${ip}:${hostPort}:${port}`;
}
