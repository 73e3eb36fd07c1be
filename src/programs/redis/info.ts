import type { ServerState } from './server-state.ts';
import { VERSION } from './server-state.ts';
import type { Database, Value } from './store.ts';

const OVERHEAD = 56;
const START_BYTES = 940_000;

/** About what a key takes in memory. Simplified: sizes of texts and a fixed amount for each. */
export function memoryOf(key: string, value: Value): number {
  const texts = (items: Iterable<string>): number => {
    let size = 0;
    for (const item of items) size += item.length + 11;
    return size;
  };
  const own =
    value.type === 'string' ? (/^-?\d{1,18}$/.test(value.text) ? 0 : value.text.length + 2)
    : value.type === 'list' ? texts(value.items) + 40
    : value.type === 'set' ? texts(value.members) + 16
    : value.type === 'hash' ? texts(value.fields.keys()) + texts(value.fields.values()) + 16
    : texts(value.scores.keys()) + value.scores.size * 8 + 16;
  return Math.ceil((OVERHEAD + key.length + own) / 8) * 8;
} // prettier-ignore

function usedMemory(server: ServerState): number {
  return server.databases.reduce(
    (sum, db) =>
      db.keys().reduce((size, key) => {
        const value = db.get(key);
        return size + (value ? memoryOf(key, value) : 0);
      }, sum),
    START_BYTES + server.clients.size * 22_400,
  );
}

function human(bytes: number): string {
  const units = ['B', 'K', 'M', 'G'];
  let [size, unit] = [bytes, 0];
  while (size >= 1024 && unit < 3) [size, unit] = [size / 1024, unit + 1];
  return unit === 0 ? `${size}B` : `${size.toFixed(2)}${units[unit] ?? ''}`;
}

function keyspace(db: Database, now: number): string[] {
  const keys = db.keys();
  if (keys.length === 0) return [];
  const ends = keys.flatMap((key) => db.expiry(key) ?? []);
  const average = ends.length ? Math.floor(ends.reduce((sum, end) => sum + end - now, 0) / ends.length) : 0;
  return [`db${db.index}:keys=${keys.length},expires=${ends.length},avg_ttl=${average},subexpiry=0`];
}

function sections(server: ServerState): Map<string, readonly string[]> {
  const { settings, host } = server;
  const now = host.now();
  const seconds = Math.floor((now - server.startMs) / 1000);
  const memory = usedMemory(server);
  const limit = Number(settings.get('maxmemory') ?? 0);
  const clients = [...server.clients];
  const expired = server.databases.reduce((sum, db) => sum + db.expired, 0);
  return new Map<string, readonly string[]>([
    ['Server', [`redis_version:${VERSION}`, 'redis_git_sha1:00000000', 'redis_git_dirty:0', 'redis_mode:standalone', `os:Linux ${host.kernelRelease} x86_64`, 'arch_bits:64', 'monotonic_clock:POSIX clock_gettime', 'multiplexing_api:epoll', `process_id:${host.pid}`, 'process_supervised:no', `run_id:${server.runId}`, `tcp_port:${settings.get('port') ?? ''}`, `server_time_usec:${Math.floor(now * 1000)}`, `uptime_in_seconds:${seconds}`, `uptime_in_days:${Math.floor(seconds / 86400)}`, 'hz:10', 'configured_hz:10', 'executable:/data/redis-server', 'config_file:', 'io_threads_active:0']],
    ['Clients', [`connected_clients:${clients.length}`, 'cluster_connections:0', 'maxclients:10000', `blocked_clients:${clients.filter((client) => client.waiting).length}`, `pubsub_clients:${clients.filter((client) => client.subscriptions > 0).length}`, `watching_clients:${clients.filter((client) => client.watched.length > 0).length}`]],
    ['Memory', [`used_memory:${memory}`, `used_memory_human:${human(memory)}`, `used_memory_peak:${memory}`, `used_memory_peak_human:${human(memory)}`, `maxmemory:${limit}`, `maxmemory_human:${human(limit)}`, `maxmemory_policy:${settings.get('maxmemory-policy') ?? ''}`, 'mem_allocator:jemalloc-5.3.0']],
    ['Persistence', ['loading:0', `rdb_changes_since_last_save:${server.changes}`, 'rdb_bgsave_in_progress:0', `rdb_last_save_time:${Math.floor(server.lastSaveMs / 1000)}`, 'rdb_last_bgsave_status:ok', `aof_enabled:${Number(server.appends)}`, 'aof_rewrite_in_progress:0', 'aof_last_bgrewrite_status:ok', 'aof_last_write_status:ok']],
    ['Stats', [`total_connections_received:${server.connections}`, `total_commands_processed:${server.commands}`, 'instantaneous_ops_per_sec:0', 'rejected_connections:0', `expired_keys:${expired}`, 'evicted_keys:0', `keyspace_hits:${server.hits}`, `keyspace_misses:${server.misses}`, `pubsub_channels:${new Set(clients.flatMap((client) => [...client.channels])).size}`, `pubsub_patterns:${new Set(clients.flatMap((client) => [...client.patterns])).size}`]],
    ['Replication', ['role:master', 'connected_slaves:0', 'master_failover_state:no-failover', `master_replid:${server.runId}`, 'master_repl_offset:0', 'repl_backlog_active:0']],
    ['CPU', ['used_cpu_sys:0.000000', 'used_cpu_user:0.000000']],
    ['Modules', []],
    ['Errorstats', []],
    ['Cluster', ['cluster_enabled:0']],
    ['Keyspace', server.databases.flatMap((db) => keyspace(db, now))],
  ]);
} // prettier-ignore

/** The text of INFO, or of some of its sections. */
export function infoText(server: ServerState, names: readonly string[]): string {
  const wanted = names.map((name) => name.toLowerCase());
  const all = wanted.length === 0 || wanted.some((name) => ['all', 'default', 'everything'].includes(name));
  return [...sections(server)]
    .filter(([name]) => all || wanted.includes(name.toLowerCase()))
    .map(([name, lines]) => `# ${name}\r\n${lines.map((line) => `${line}\r\n`).join('')}`)
    .join('\r\n');
}
