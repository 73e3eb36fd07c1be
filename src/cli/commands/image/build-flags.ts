import { tableOf } from '../../../lib/table.ts';
import { flag, unmodelled, type Flag, type FlagValues } from '../../flags/flag.ts';

/** @see docker/buildx v0.24 commands/build.go buildCmd */
export const BUILD_FLAGS: readonly Flag[] = [
  flag('add-host', '', 'list', 'Add a line to /etc/hosts'),
  flag('allow', '', 'stringArray', 'Allow extra privileges', { unmodelled: true }),
  flag('annotation', '', 'stringArray', 'Add an annotation to the image', { unmodelled: true }),
  flag('attest', '', 'stringArray', 'Parameters of attestations', { unmodelled: true }),
  flag('build-arg', '', 'stringArray', 'Set build arguments'),
  flag('build-context', '', 'stringArray', 'Further contexts (name=path, name=docker-image://image)'),
  unmodelled('builder', '', 'string', 'The builder to use', { default: 'default' }),
  flag('cache-from', '', 'stringArray', 'External cache sources', { unmodelled: true }),
  flag('cache-to', '', 'stringArray', 'Where to export the cache to'),
  flag('call', '', 'string', 'What to do ("build", "check")', { default: 'build' }),
  unmodelled('cgroup-parent', '', 'string', 'Parent cgroup of RUN instructions'),
  flag('check', '', 'bool', 'Only check the Dockerfile'),
  flag('file', 'f', 'string', 'Name of the Dockerfile (default: "PATH/Dockerfile")'),
  flag('iidfile', '', 'string', 'Write the image ID to a file'),
  flag('label', '', 'stringArray', 'Set labels of the image'),
  flag('load', '', 'bool', 'Load the result into the daemon (it always is)'),
  flag('metadata-file', '', 'string', 'Write what was built to a file'),
  flag('network', '', 'string', 'Network of RUN instructions', { default: 'default' }),
  flag('no-cache', '', 'bool', 'Do not use the cache'),
  flag('no-cache-filter', '', 'stringArray', 'Stages that do not use the cache'),
  flag('output', 'o', 'stringArray', 'Output destination'),
  flag('platform', '', 'stringArray', 'Target platform'),
  flag('progress', '', 'string', 'Kind of progress ("auto", "plain", "tty", "quiet")', { default: 'auto' }),
  unmodelled('provenance', '', 'string', 'Short for "--attest=type=provenance"'),
  flag('pull', '', 'bool', 'Ask the registry for newer images'),
  flag('push', '', 'bool', 'Push the result'),
  flag('quiet', 'q', 'bool', 'Print only the image ID'),
  unmodelled('sbom', '', 'string', 'Short for "--attest=type=sbom"'),
  flag('secret', '', 'stringArray', 'Secret for the build (id=mysecret,src=/local/secret)'),
  unmodelled('shm-size', '', 'bytes', 'Size of /dev/shm in the build'),
  flag('ssh', '', 'stringArray', 'SSH agent or keys for the build'),
  flag('tag', 't', 'stringArray', 'Name of the image (format: "name:tag")'),
  flag('target', '', 'string', 'Stage to build'),
  unmodelled('ulimit', '', 'ulimit', 'Limits of the build'),
];

/** What is not done at all, with what to do instead. */
const REFUSED: Readonly<Record<string, string>> = tableOf({
  'cache-to': 'The cache can’t be exported here; builds of this machine share it anyway.',
  output:
    'A result goes to the images of the machine only: docker save, docker cp and docker export bring it elsewhere.',
  push: 'Build first, then docker push.',
  ssh: 'There is no SSH agent here.',
});

/** Why a build is not begun; undefined where nothing is against it. */
export function findRefusal(flags: FlagValues): string | undefined {
  const name = Object.keys(REFUSED).find((known) => flags.has(known) && !isDefault(known, flags));
  if (name !== undefined) return `Drydock does not simulate \`docker build --${name}\` yet. ${REFUSED[name]}`;
  const call = flags.string('call') ?? 'build';
  return ['build', 'check', 'lint'].includes(call)
    ? undefined
    : `Drydock does not simulate \`docker build --call=${call}\` yet.`;
}

/** `--output type=docker` is what happens anyway, `--push=false` too. */
const isDefault = (name: string, flags: FlagValues): boolean =>
  name === 'output'
    ? flags.list(name).every((text) => /^type=(docker|image)$/.test(text))
    : name === 'push' && !flags.bool(name);
