import { toBoolean, toFloat, toInt, type Cast } from '../../model/casts.ts';
import { PathTable } from '../../model/path.ts';

const int = toInt('Atoi');
const int64 = toInt('ParseInt');

const SERVICE: Readonly<Record<string, Cast>> = {
  'configs.[].mode': int,
  cpu_count: int64,
  cpu_percent: toFloat,
  cpu_period: int64,
  cpu_quota: int64,
  cpu_rt_period: int64,
  cpu_rt_runtime: int64,
  cpus: toFloat,
  cpu_shares: int64,
  init: toBoolean,
  'deploy.replicas': int,
  'deploy.update_config.parallelism': int,
  'deploy.update_config.max_failure_ratio': toFloat,
  'deploy.rollback_config.parallelism': int,
  'deploy.rollback_config.max_failure_ratio': toFloat,
  'deploy.restart_policy.max_attempts': int,
  'deploy.placement.max_replicas_per_node': int,
  'healthcheck.retries': int,
  'healthcheck.disable': toBoolean,
  oom_kill_disable: toBoolean,
  oom_score_adj: int64,
  pids_limit: int64,
  'ports.[].target': int,
  privileged: toBoolean,
  read_only: toBoolean,
  scale: int,
  'secrets.[].mode': int,
  stdin_open: toBoolean,
  tty: toBoolean,
  'ulimits.*': int,
  'ulimits.*.hard': int,
  'ulimits.*.soft': int,
  'volumes.[].read_only': toBoolean,
  'volumes.[].volume.nocopy': toBoolean,
};

/** Where a text becomes something else once its variables are filled in. @see compose-spec/compose-go v2.6.3 loader/interpolate.go */
export const CASTS = new PathTable<Cast>({
  ...Object.fromEntries(Object.entries(SERVICE).map(([path, cast]) => [`services.*.${path}`, cast])),
  'networks.*.external': toBoolean,
  'networks.*.internal': toBoolean,
  'networks.*.attachable': toBoolean,
  'networks.*.enable_ipv4': toBoolean,
  'networks.*.enable_ipv6': toBoolean,
  'volumes.*.external': toBoolean,
  'secrets.*.external': toBoolean,
  'configs.*.external': toBoolean,
});
