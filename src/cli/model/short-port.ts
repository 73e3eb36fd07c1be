import { parsePortSpec } from '../../lib/port-mapping.ts';
import type { YamlMap } from '../yaml/yaml-value.ts';

/** `[[IP:]HOST:]CONTAINER[/PROTOCOL]`, with ranges → one long form for each port. @throws PortSpecError. @see compose-spec/compose-go v2 types/types.go ParsePortConfig */
export function parseShortPort(spec: string): YamlMap[] {
  const ports = parsePortSpec(spec).map(({ port, hostIp, hostPort }) => {
    const [target = '', protocol = ''] = port.split('/');
    return {
      key: port,
      entry: {
        mode: 'ingress',
        ...(hostIp === '' ? {} : { host_ip: hostIp }),
        target: Number(target),
        ...(hostPort === '' ? {} : { published: hostPort }),
        protocol,
      },
    };
  });
  return ports.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry);
}
