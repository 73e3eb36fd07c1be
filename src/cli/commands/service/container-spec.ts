import type { TaskContainerSpec, TaskMount } from '../../../api/service-types.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import type { CommandContext } from '../../command.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { toOptions } from '../../opts/key-value.ts';
import { parseMountSpec } from '../../opts/mount-spec.ts';
import { splitWords } from '../../opts/shell-split.ts';
import { parseUlimit } from '../../opts/ulimit-spec.ts';
import { environment } from '../container/environment.ts';
import { effectiveCapabilities } from './capabilities.ts';
import { healthcheck } from './healthcheck.ts';
import { configReferences, secretReferences } from './references.ts';

/** What the containers of a new service are made of, but for what has to be looked up. @throws CliError. @see docker/cli v28.2.2 cli/command/service/opts.go ToService */
export function containerSpec({ proc, flags, args }: CommandContext): TaskContainerSpec {
  const [image = '', ...words] = args;
  const capabilities = effectiveCapabilities(flags.list('cap-add'), flags.list('cap-drop'));
  const health = healthcheck(flags);
  return {
    Image: image,
    ...filled('Labels', toOptions(flags.list('container-label'))),
    ...filled('Command', splitWords(flags.string('entrypoint') ?? '')),
    ...filled('Args', words),
    ...filledText('Hostname', flags.string('hostname')),
    ...filled('Env', lastOfEach(environment(proc, flags))),
    ...filledText('Dir', flags.string('workdir')),
    ...filledText('User', flags.string('user')),
    ...filled('Groups', [...flags.list('group')]),
    ...privileges(flags),
    Init: flags.bool('init'),
    ...filledText('StopSignal', flags.string('stop-signal')),
    ...(flags.bool('tty') ? { TTY: true } : {}),
    ...(flags.bool('read-only') ? { ReadOnly: true } : {}),
    ...filled('Mounts', mountsOf(flags.list('mount'), proc.files.cwd)),
    ...(flags.has('stop-grace-period') ? { StopGracePeriod: flags.number('stop-grace-period') ?? 0 } : {}),
    ...(health ? { Healthcheck: health } : {}),
    ...filled('Hosts', flags.list('host').map(hostLine)),
    DNSConfig: {
      ...filled('Nameservers', [...flags.list('dns')]),
      ...filled('Search', [...flags.list('dns-search')]),
      ...filled('Options', [...flags.list('dns-option')]),
    },
    ...filledText('Isolation', flags.string('isolation')),
    ...filled('Sysctls', toOptions(flags.list('sysctl'))),
    ...filled('CapabilityAdd', capabilities.add),
    ...filled('CapabilityDrop', capabilities.drop),
    ...filled('Ulimits', flags.list('ulimit').map(parseUlimit)),
    ...(flags.number('oom-score-adj') ? { OomScoreAdj: flags.number('oom-score-adj') ?? 0 } : {}),
  };
}

/** The secrets and configs that the flags name. @throws CliError */
export async function fileReferences(
  engine: EngineApi,
  flags: FlagValues,
): Promise<Pick<TaskContainerSpec, 'Secrets' | 'Configs'>> {
  const secrets = await secretReferences(engine, flags.list('secret'));
  const configs = await configReferences(engine, flags.list('config'));
  return { ...filled('Secrets', secrets), ...filled('Configs', configs) };
}

/** A field only where there is something in it. */
export function filled<K extends string, V extends object>(name: K, value: V): Partial<Record<K, V>> {
  return Object.keys(value).length > 0 ? ({ [name]: value } as Record<K, V>) : {};
}

/** A text only where it is not empty. */
export function filledText<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return value ? ({ [name]: value } as Record<K, string>) : {};
}

/** What sets a variable again takes the earlier one away; the same twice stays. */
function lastOfEach(entries: readonly string[]): string[] {
  const kept: string[] = [];
  for (const entry of entries) {
    const key = `${entry.split('=')[0] ?? ''}=`;
    const isReplaced = (other: string): boolean => other !== entry && other.startsWith(key);
    kept.splice(0, kept.length, ...kept.filter((other) => !isReplaced(other)), entry);
  }
  return kept;
}

export function mountsOf(texts: readonly string[], cwd: string): TaskMount[] {
  return texts.map((value) => parseMountSpec(value, cwd) as TaskMount);
}

/** `name:address` as a line of /etc/hosts. */
export function hostLine(host: string): string {
  const colon = host.indexOf(':');
  return `${host.slice(colon + 1)} ${host.slice(0, colon)}`;
}

/** The account that --credential-spec tells. */
export function privileges(flags: FlagValues): Pick<TaskContainerSpec, 'Privileges'> {
  const [, kind, value] = /^(\w+):\/\/(.*)$/.exec(flags.string('credential-spec') ?? '') ?? [];
  if (kind === undefined) return {};
  const of = (wanted: string): string => (kind === wanted ? (value ?? '') : '');
  return {
    Privileges: {
      CredentialSpec: { Config: of('config'), File: of('file'), Registry: of('registry') },
      SELinuxContext: null,
      NoNewPrivileges: false,
    },
  };
}
