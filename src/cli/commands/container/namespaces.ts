import type { HostConfig } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';

interface Namespace {
  readonly flag: string;
  readonly field: 'PidMode' | 'UTSMode' | 'UsernsMode' | 'CgroupnsMode' | 'IpcMode';
  /** What may be asked for. */
  readonly allowed: RegExp;
  /** As the refusal calls it. */
  readonly title: string;
}

const NAMESPACES: readonly Namespace[] = [
  { flag: 'pid', field: 'PidMode', allowed: /^(host|container:.+)?$/, title: 'PID' },
  { flag: 'uts', field: 'UTSMode', allowed: /^(host)?$/, title: 'UTS' },
  { flag: 'userns', field: 'UsernsMode', allowed: /^(host)?$/, title: 'USER' },
  { flag: 'cgroupns', field: 'CgroupnsMode', allowed: /^(host|private)?$/, title: 'CGROUP' },
  { flag: 'ipc', field: 'IpcMode', allowed: /^/, title: 'IPC' },
];

/** Namespaces to share. @throws CliError for what can't be shared. @see docker/cli v28.2.2 cli/command/container/opts.go */
export function namespaces(flags: FlagValues): Partial<Pick<HostConfig, Namespace['field']>> {
  return Object.fromEntries(
    NAMESPACES.flatMap(({ flag, field, allowed, title }) => {
      const mode = flags.string(flag);
      if (!mode) return [];
      if (!allowed.test(mode)) throw new CliError(`--${flag}: invalid ${title} mode`);
      return [[field, mode]];
    }),
  );
}
