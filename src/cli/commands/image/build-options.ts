import type { BuildOptions } from '../../../api/build-types.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { parseKeyValue, withOwnValue } from '../../opts/key-value.ts';
import type { BuildInput } from './build-input.ts';
import { buildSecret, namedContext } from './build-values.ts';

const splitPlatforms = (list: readonly string[]): string[] =>
  list.flatMap((text) => text.split(',')).filter((text) => text !== '');

/** @throws CliError for several platforms @see docker/buildx v0.24 build/build.go, driver/docker */
export function checkPlatforms(list: readonly string[]): void {
  if (splitPlatforms(list).length > 1)
    throw new CliError(
      'Multi-platform build is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.\nLearn more at https://docs.docker.com/go/build-multi-platform/',
    );
}

/** What the builder is asked for. @throws CliError for a secret or a context that can't be read */
export function buildOptions({ proc, flags }: CommandContext, input: BuildInput): BuildOptions {
  const [platform] = splitPlatforms(flags.list('platform'));
  const epoch = proc.env.get('SOURCE_DATE_EPOCH');
  return {
    context: input.source,
    ...(input.isArchive ? { isArchive: true } : {}),
    dockerfile: input.dockerfile,
    dockerfileName: input.name,
    dockerignoreBytes: input.ignoreBytes,
    tags: [...flags.list('tag')],
    buildArgs: {
      ...(epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch }),
      ...Object.fromEntries(
        flags.list('build-arg').flatMap((text) => withOwnValue(text, (name) => proc.env.get(name))),
      ),
    },
    labels: Object.fromEntries(flags.list('label').map((text) => parseKeyValue(text))),
    noCache: flags.bool('no-cache'),
    noCacheFilter: flags.list('no-cache-filter').flatMap((text) => text.split(',')),
    pull: flags.bool('pull'),
    secrets: Object.fromEntries(flags.list('secret').map((text) => buildSecret(proc, text))),
    extraHosts: [...flags.list('add-host')],
    namedContexts: Object.fromEntries(flags.list('build-context').map((text) => namedContext(proc, text))),
    checkOnly: flags.bool('check') || ['check', 'lint'].includes(flags.string('call') ?? ''),
    ...(platform === undefined ? {} : { platform }),
    ...(flags.has('target') ? { target: flags.string('target') ?? '' } : {}),
    ...(flags.has('network') ? { network: flags.string('network') ?? '' } : {}),
  };
}
