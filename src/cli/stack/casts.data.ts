import { toBoolean, toFloat, toInt, type Cast } from '../model/casts.ts';
import { PathTable } from '../model/path.ts';

const int = toInt('Atoi');

const CASTS: readonly (readonly [cast: Cast, paths: string])[] = [
  [
    int,
    `services.*.configs.[].mode services.*.secrets.[].mode services.*.healthcheck.retries services.*.deploy.replicas
    services.*.deploy.update_config.parallelism services.*.deploy.rollback_config.parallelism
    services.*.deploy.restart_policy.max_attempts services.*.deploy.placement.max_replicas_per_node services.*.ports.[].target
    services.*.ports.[].published services.*.ulimits.* services.*.ulimits.*.hard services.*.ulimits.*.soft`,
  ],
  [
    toFloat,
    'services.*.deploy.update_config.max_failure_ratio services.*.deploy.rollback_config.max_failure_ratio',
  ],
  [
    toBoolean,
    `services.*.healthcheck.disable services.*.privileged services.*.read_only services.*.stdin_open services.*.tty
    services.*.volumes.[].read_only services.*.volumes.[].volume.nocopy networks.*.external networks.*.internal
    networks.*.attachable volumes.*.external secrets.*.external configs.*.external`,
  ],
];

/** Where a text becomes something else once its variables are filled in. @see docker/cli v28.2.2 cli/compose/loader/interpolate.go */
export const STACK_CASTS = new PathTable<Cast>(
  Object.fromEntries(
    CASTS.flatMap(([cast, paths]) => paths.split(/\s+/).map((path): [string, Cast] => [path, cast])),
  ),
);
