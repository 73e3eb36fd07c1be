import { parsePortRange, parsePortSpecs, PortSpecError, splitProtocol } from '../../lib/port-mapping.ts';
import type { PortPublication } from '../../lib/port-mapping.ts';

/**
 * What `-p`/`--publish` and `--expose` of `docker run` ask for. `-p` takes the short form and `published=8080,target=80`.
 * @throws PortSpecError
 * @see docker/cli v28.2.2 cli/command/container/opts.go
 */
export function parsePublish(publish: readonly string[], expose: readonly string[] = []): PortPublication {
  const result = parsePortSpecs(publish.map(toShortForm));
  for (const spec of expose) {
    for (const port of parseExpose(spec)) result.exposedPorts[port] = {};
  }
  return result;
}

function toShortForm(spec: string): string {
  if (!spec.includes('=')) return spec;
  const fields = new Map([['protocol', 'tcp']]);
  for (const field of spec.split(',')) {
    const equals = field.indexOf('=');
    if (equals <= 0) {
      throw new PortSpecError(`invalid publish opts format (should be name=value but got '${field}')`);
    }
    fields.set(field.slice(0, equals), field.slice(equals + 1));
  }
  const value = (name: string): string => fields.get(name) ?? '';
  return `${value('published')}:${value('target')}/${value('protocol')}`;
}

/**
 * The ports of one `--expose`: `80`, `80/udp`, `7000-7010/tcp`.
 * @throws PortSpecError
 */
export function parseExpose(spec: string): string[] {
  if (spec.includes(':')) throw new PortSpecError(`invalid port format for --expose: ${spec}`);
  const { port, protocol } = splitProtocol(spec);
  const { start, end } = exposeRange(port, spec);
  return Array.from({ length: end - start + 1 }, (_, index) => `${start + index}/${protocol}`);
}

function exposeRange(port: string, spec: string): { start: number; end: number } {
  try {
    return parsePortRange(port);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PortSpecError(`invalid range format for --expose: ${spec}, error: ${reason}`);
  }
}
