import type { Completion } from '../completion.ts';

/** Looked at when an image does not say. */
const USUAL_PORT = 80;
const LAST_PORT = 65_535;

/**
 * Mappings to offer: for each of the container's ports one of the machine that is free, from the one that is typed on.
 * @param typed digits, or `4000:`
 * @param taken ports of the machine, with the container that has each
 */
export function suggestPorts(
  typed: string,
  exposed: readonly number[],
  taken: ReadonlyMap<number, string>,
): Completion[] {
  const [host = '', container] = typed.split(':');
  if (!/^\d*$/.test(host)) return [];
  const targets = exposed.length > 0 ? exposed : [USUAL_PORT];
  return targets.flatMap((target): Completion[] => {
    if (container !== undefined) return [mapping(Number(host), target, taken)];
    const first = host === '' ? usualHostPort(target) : Number(host);
    const free = firstFree(first, taken);
    const wanted = taken.has(first) && host !== '' ? [mapping(first, target, taken)] : [];
    return [...wanted, ...(free === undefined ? [] : [mapping(free, target, taken)])];
  });
}

function mapping(host: number, target: number, taken: ReadonlyMap<number, string>): Completion {
  const owner = taken.get(host);
  const label = `${host}:${target}`;
  const detail = owner === undefined ? `port ${host} is free` : `port ${host} is taken by ${owner}`;
  return { label, kind: 'port', detail };
}

/** Ports below 1024 are moved to where no rights are needed, as people do: 80 to 8080. */
const usualHostPort = (port: number): number => (port < 1024 ? 8000 + port : port);

function firstFree(from: number, taken: ReadonlyMap<number, string>): number | undefined {
  for (let port = Math.max(1, from); port <= LAST_PORT; port += 1) if (!taken.has(port)) return port;
  return undefined;
}
