import type { Network } from '../../kernel/net/socket.ts';
import { sha256Hex } from '../../lib/sha256.ts';
import { ConfigError } from './parse-config.ts';
import type { Upstream, UpstreamServer } from './settings.ts';

/** One address behind a name, with what is remembered of it. */
export interface Peer {
  /** `172.18.0.3:80` */
  readonly address: string;
  readonly server: UpstreamServer;
  /** Its turn in the round: the highest is next. */
  current: number;
  connections: number;
  fails: number;
  failedMs: number;
}

interface Group {
  readonly upstream: Upstream;
  readonly peers: readonly Peer[];
}

interface Answer {
  readonly addresses: readonly string[];
  readonly untilMs: number;
}

/**
 * Chooses the server for each request. Simplified: all workers take turns together, as with `zone`; in life each worker has its own round.
 * @see nginx ngx_http_upstream_round_robin.c
 */
export class Balancer {
  readonly #groups = new Map<string, Group>();
  readonly #answers = new Map<string, Answer>();

  /** Looks up the names of all upstreams, as nginx does once when it starts. @throws ConfigError where one is not known */
  async load(network: Network, upstreams: ReadonlyMap<string, Upstream>): Promise<void> {
    for (const upstream of upstreams.values()) {
      const peers: Peer[] = [];
      for (const server of upstream.servers) {
        const [name = '', port = '80'] = server.host.split(':');
        const addresses = await network.resolve(name);
        if (addresses.length === 0)
          throw new ConfigError(
            `host not found in upstream "${server.host}" in ${server.file}:${server.line}`,
          );
        for (const address of [...addresses].sort()) peers.push(createPeer(`${address}:${port}`, server));
      }
      this.#groups.set(upstream.name, { upstream, peers });
    }
  }

  has(name: string): boolean {
    return this.#groups.has(name);
  }

  /** Peers for a name that is looked up now; an answer is believed as long as `seconds` say. Undefined where the name is not known. */
  async lookUp(
    network: Network,
    host: string,
    seconds: number,
    nowMs: number,
    random: number,
  ): Promise<readonly Peer[] | undefined> {
    const [name = '', port = '80'] = host.split(':');
    let answer = this.#answers.get(name);
    if (!answer || answer.untilMs <= nowMs) {
      const addresses = await network.resolve(name);
      if (addresses.length === 0) return undefined;
      answer = { addresses: [...addresses].sort(), untilMs: nowMs + seconds * 1000 };
      this.#answers.set(name, answer);
    }
    const { addresses } = answer;
    const start = random % addresses.length;
    return [...addresses.slice(start), ...addresses.slice(0, start)].map((address) =>
      createPeer(`${address}:${port}`, LONE_SERVER),
    );
  }

  /** The next peer of a group that is not among those tried; undefined where none is left. */
  next(name: string, tried: ReadonlySet<Peer>, key: string, nowMs: number, random: number): Peer | undefined {
    const group = this.#groups.get(name);
    if (!group) return undefined;
    const { peers, upstream } = group;
    const isLone = peers.length === 1;
    const usable = peers.filter(
      (peer) => !tried.has(peer) && !peer.server.down && (isLone || isUp(peer, nowMs)),
    );
    const first = usable.filter(({ server }) => !server.backup);
    const candidates = first.length > 0 ? first : usable;
    if (candidates.length === 0) return undefined;
    switch (upstream.method) {
      case 'ip_hash':
      case 'hash':
        return candidates[Number.parseInt(sha256Hex(key).slice(0, 8), 16) % candidates.length];
      case 'random':
        return candidates[random % candidates.length];
      case 'least_conn': {
        const load = (peer: Peer): number => peer.connections / peer.server.weight;
        const least = Math.min(...candidates.map(load));
        return takeTurn(candidates.filter((peer) => load(peer) === least));
      }
      default:
        return takeTurn(candidates);
    }
  }

  /** What `hash` and `ip_hash` go by. */
  keyOf(name: string): string {
    const upstream = this.#groups.get(name)?.upstream;
    return upstream?.method === 'ip_hash' ? '$remote_addr' : (upstream?.key ?? '');
  }

  /** All peers failed: each gets another chance with the next request. */
  forgive(name: string): void {
    for (const peer of this.#groups.get(name)?.peers ?? []) peer.fails = 0;
  }
}

const LONE_SERVER: UpstreamServer = { host: '', weight: 1, backup: false, down: false, maxFails: 0, failSeconds: 0, file: '', line: 0 }; // prettier-ignore

function createPeer(address: string, server: UpstreamServer): Peer {
  return { address, server, current: 0, connections: 0, fails: 0, failedMs: 0 };
}

function isUp({ server, fails, failedMs }: Peer, nowMs: number): boolean {
  return server.maxFails === 0 || fails < server.maxFails || nowMs - failedMs > server.failSeconds * 1000;
}

/** Smooth weighted round robin: everyone gains its weight, who has most is taken and pays for all. */
function takeTurn(candidates: readonly Peer[]): Peer | undefined {
  let best: Peer | undefined;
  let total = 0;
  for (const peer of candidates) {
    peer.current += peer.server.weight;
    total += peer.server.weight;
    if (!best || peer.current > best.current) best = peer;
  }
  if (best) best.current -= total;
  return best;
}
