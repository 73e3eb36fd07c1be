import type { HostConfig, RestartPolicy } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseMountSpec } from '../../opts/mount-spec.ts';
import { readSpec } from './read-spec.ts';

/** What of a HostConfig other flags and the place have told already. */
export interface HostContext {
  /** Where relative paths of mounts start. */
  readonly cwd: string;
  readonly network: string;
  readonly binds: readonly string[];
  readonly portBindings: NonNullable<HostConfig['PortBindings']>;
}

/** How the machine is to treat the container. @throws CliError with status 125. @see docker/cli v28.2.2 cli/command/container/opts.go */
export function hostConfig(flags: FlagValues, context: HostContext): HostConfig {
  const host: HostConfig = {
    Binds: orNull(context.binds),
    NetworkMode: context.network,
    PortBindings: context.portBindings,
    PublishAllPorts: flags.bool('publish-all'),
    RestartPolicy: restartPolicy(flags.string('restart')),
    AutoRemove: flags.bool('rm'),
    VolumesFrom: orNull(flags.list('volumes-from')),
    Mounts: flags.list('mount').map((text) => readSpec(() => parseMountSpec(text, context.cwd))),
    CapAdd: orNull(flags.list('cap-add')),
    CapDrop: orNull(flags.list('cap-drop')),
    Dns: [...flags.list('dns')],
    ExtraHosts: orNull(flags.list('add-host').map(extraHost)),
    Links: orNull(flags.list('link')),
    PidMode: flags.string('pid') ?? '',
    Privileged: flags.bool('privileged'),
    ReadonlyRootfs: flags.bool('read-only'),
    Memory: flags.number('memory') ?? 0,
    NanoCpus: Math.round((flags.number('cpus') ?? 0) * 1e9),
    ...(flags.has('pids-limit') ? { PidsLimit: flags.number('pids-limit') ?? null } : {}),
    ...(flags.has('tmpfs') ? { Tmpfs: Object.fromEntries(flags.list('tmpfs').map(tmpfs)) } : {}),
  };
  if (host.AutoRemove && host.RestartPolicy?.Name !== 'no')
    throw new CliError('conflicting options: cannot specify both --restart and --rm');
  return host;
}

/** An empty list is null on the wire. */
function orNull(list: readonly string[]): string[] | null {
  return list.length ? [...list] : null;
}

/** `on-failure:3`. @throws CliError */
function restartPolicy(text: string | undefined): RestartPolicy {
  const [name = 'no', count] = (text || 'no').split(':');
  if (count !== undefined && !/^\d+$/.test(count))
    throw new CliError('invalid restart policy format: maximum retry count must be an integer');
  return { Name: name as RestartPolicy['Name'], MaximumRetryCount: Number(count ?? 0) };
}

/** `name=address` is written as `name:address` in the API. */
function extraHost(text: string): string {
  return text.includes(':') || !text.includes('=') ? text : text.replace('=', ':');
}

/** `/run:size=64m` → path and options. */
function tmpfs(text: string): [path: string, options: string] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
}
