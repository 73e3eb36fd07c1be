import { ConfigError, type Directive } from './parse-config.ts';
import type { Upstream, UpstreamServer } from './settings.ts';
import { parseSeconds } from './units.ts';

const METHODS = ['least_conn', 'ip_hash', 'random', 'hash'] as const;

/** Every `upstream` block, and one for each host that a proxy_pass names. @throws ConfigError */
export function buildUpstreams(http: readonly Directive[]): Map<string, Upstream> {
  const upstreams = new Map<string, Upstream>();
  for (const one of http.filter(({ name }) => name === 'upstream')) {
    const { args, block = [], file, line } = one;
    const [name = ''] = args;
    if (upstreams.has(name)) throw new ConfigError(`duplicate upstream "${name}" in ${file}:${line}`);
    const servers = block.filter((inner) => inner.name === 'server').map(serverOf);
    if (servers.length === 0) throw new ConfigError(`no servers are inside upstream in ${file}:${line}`);
    const method = block.find((inner) => (METHODS as readonly string[]).includes(inner.name));
    upstreams.set(name, {
      name,
      servers,
      method: (method?.name as Upstream['method'] | undefined) ?? 'round robin',
      key: method?.args[0] ?? '',
    });
  }
  addHosts(http, upstreams);
  return upstreams;
}

function addHosts(directives: readonly Directive[], upstreams: Map<string, Upstream>): void {
  for (const { name, args, block, file, line } of directives) {
    if (block) addHosts(block, upstreams);
    const [, host] = (name === 'proxy_pass' && /^https?:\/\/([^/$]+)(\/|$)/.exec(args[0] ?? '')) || [];
    if (host === undefined || upstreams.has(host) || (args[0] ?? '').includes('$')) continue;
    upstreams.set(host, {
      name: host,
      servers: [{ host, weight: 1, backup: false, down: false, maxFails: 1, failSeconds: 10, file, line }],
      method: 'round robin',
      key: '',
    });
  }
}

function serverOf({ args, file, line }: Directive): UpstreamServer {
  const [host = '', ...words] = args;
  const valueOf = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const bad = words.find((word) => !/^(weight|max_fails|max_conns)=\d+$|^fail_timeout=\w+$|^(backup|down|resolve)$/.test(word)); // prettier-ignore
  if (bad !== undefined) throw new ConfigError(`invalid parameter "${bad}" in ${file}:${line}`);
  return {
    host,
    weight: Number(valueOf('weight') ?? 1),
    backup: words.includes('backup'),
    down: words.includes('down'),
    maxFails: Number(valueOf('max_fails') ?? 1),
    failSeconds: parseSeconds(valueOf('fail_timeout') ?? '10s') ?? 10,
    file,
    line,
  };
}
