import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseKeyValue, withOwnValue } from '../../opts/key-value.ts';
import { splitShellWords } from '../decode/shell-words.ts';
import type { ComposeContext } from '../compose-command.ts';
import type { Project, Service, ServicePort, ServiceVolume } from '../project.ts';
import { wantsTty } from './read-options.ts';
import { readPort, readVolume } from './short-forms.ts';

/**
 * A service as `compose run` runs it: its command and flags in place of what the files say, no ports unless asked for, no restart.
 * @throws CliError for what can't be read
 * @see docker/compose v2.36.2 cmd/compose/run.go apply, pkg/compose/run.go applyRunOptions
 */
export function runService(context: ComposeContext, project: Project, declared: Service): Service {
  const { proc, flags, args } = context;
  const { restart, container_name, deploy, scale, ...service } = declared;
  void [restart, container_name, scale];
  const { replicas, restart_policy, ...rest } = deploy ?? { resources: {}, placement: {} };
  void [replicas, restart_policy];
  const command = args.slice(1);
  const entrypoint = flags.string('entrypoint');
  const said = {
    user: flags.string('user'),
    working_dir: flags.string('workdir'),
    container_name: flags.string('name'),
    ...(command.length > 0 ? { command } : {}),
    ...(entrypoint ? { entrypoint: splitShellWords(entrypoint), command } : {}),
  };
  return {
    ...service,
    ...(deploy ? { deploy: rest } : {}),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== '')),
    tty: wantsTty(context) && !flags.bool('detach'),
    stdin_open: (!flags.has('interactive') || flags.bool('interactive')) && !flags.bool('detach'),
    ports: ports(flags, declared),
    volumes: [...(service.volumes ?? []), ...volumes(proc.files.cwd, flags)],
    environment: { ...service.environment, ...environment(project, flags) },
    labels: { ...service.labels, ...labels(flags) },
    ...capabilities(flags, service),
  };
}

function ports(flags: FlagValues, { ports: own = [] }: Service): readonly ServicePort[] {
  if (flags.bool('service-ports')) return own;
  return flags.list('publish').flatMap(readPort);
}

function volumes(folder: string, flags: FlagValues): ServiceVolume[] {
  return flags.list('volume').map((text) => readVolume(text, folder));
}

/** A bare name has the value that files would see; without one it is left out. */
function environment({ environment: known }: Project, flags: FlagValues): Record<string, string> {
  return Object.fromEntries(flags.list('env').flatMap((text) => withOwnValue(text, (name) => known[name])));
}

function labels(flags: FlagValues): Record<string, string> {
  return Object.fromEntries(
    flags.list('label').map((text) => {
      if (!text.includes('=')) throw new CliError('label must be set as KEY=VALUE');
      return parseKeyValue(text);
    }),
  );
}

function capabilities(
  flags: FlagValues,
  { cap_add = [], cap_drop = [] }: Service,
): Pick<Service, 'cap_add' | 'cap_drop'> {
  const [add, drop] = [flags.list('cap-add'), flags.list('cap-drop')];
  if (add.length === 0 && drop.length === 0) return {};
  return {
    cap_add: [...cap_add.filter((name) => !drop.includes(name)), ...add],
    cap_drop: [...cap_drop.filter((name) => !add.includes(name)), ...drop],
  };
}
