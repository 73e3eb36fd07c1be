import type { ContainerPort } from '../../../api/container-types.ts';

/**
 * `0.0.0.0:8080->80/tcp, [::]:8080->80/tcp, 443/tcp`; neighbouring ports of one kind as a range.
 * @see docker/cli v28.2.2 cli/command/formatter/container.go DisplayablePorts
 */
export function displayPorts(ports: readonly ContainerPort[]): string {
  const sorted = [...ports].sort(
    (a, b) =>
      a.PrivatePort - b.PrivatePort ||
      compareText(a.IP ?? '', b.IP ?? '') ||
      (a.PublicPort ?? 0) - (b.PublicPort ?? 0) ||
      compareText(a.Type, b.Type),
  );
  const groups = new Map<string, { first: number; last: number }>();
  const published: string[] = [];
  const exposed: string[] = [];
  for (const port of sorted) {
    if (port.PublicPort !== undefined && port.PublicPort !== port.PrivatePort) {
      published.push(`${host(port.IP)}:${port.PublicPort}->${port.PrivatePort}/${port.Type}`);
      continue;
    }
    const key = `${port.IP ?? ''}/${port.Type}`;
    const group = groups.get(key);
    if (group?.last === port.PrivatePort - 1) group.last = port.PrivatePort;
    else {
      if (group) exposed.push(range(key, group));
      groups.set(key, { first: port.PrivatePort, last: port.PrivatePort });
    }
  }
  for (const [key, group] of groups) exposed.push(range(key, group));
  return [...exposed, ...published].join(', ');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function host(ip: string | undefined): string {
  return ip?.includes(':') ? `[${ip}]` : (ip ?? '');
}

function range(key: string, { first, last }: { first: number; last: number }): string {
  const slash = key.lastIndexOf('/');
  const [ip, type] = [key.slice(0, slash), key.slice(slash + 1)];
  const ports = first === last ? String(first) : `${first}-${last}`;
  return ip ? `${host(ip)}:${ports}->${ports}/${type}` : `${ports}/${type}`;
}
