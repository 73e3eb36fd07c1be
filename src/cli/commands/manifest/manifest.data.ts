import { atLeast, between, exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { lazyRun } from '../lazy-run.ts';
import { refused } from '../refused.ts';

/** `docker manifest …`: a look at what registries keep; lists of one's own are not simulated. @see docker/cli v28.2.2 cli/command/manifest */
export const MANIFEST_COMMANDS: readonly Command[] = [
  refused({
    name: 'annotate',
    use: '[OPTIONS] MANIFEST_LIST MANIFEST',
    short: 'Add facts about the platform to a local manifest',
    args: exactly(2),
    flags: [
      flag('arch', '', 'string', 'Set the architecture'),
      flag('os', '', 'string', 'Set the operating system'),
      flag('os-features', '', 'strings', 'Set features of the operating system'),
      flag('os-version', '', 'string', 'Set the version of the operating system'),
      flag('variant', '', 'string', 'Set the variant of the architecture'),
    ],
  }),
  refused({
    name: 'create',
    use: 'MANIFEST_LIST MANIFEST [MANIFEST...]',
    short: 'Make a local manifest list to annotate and push',
    args: atLeast(2),
    flags: [
      flag('amend', 'a', 'bool', 'Change an existing manifest list'),
      flag('insecure', '', 'bool', 'Allow a registry without TLS'),
    ],
  }),
  {
    name: 'inspect',
    use: '[OPTIONS] [MANIFEST_LIST] MANIFEST',
    short: 'Show a manifest or a manifest list',
    args: between(1, 2),
    flags: [
      flag('insecure', '', 'bool', 'Allow a registry without TLS'),
      flag('verbose', 'v', 'bool', 'Show more, as layers and platform'),
    ],
    run: lazyRun(async () => (await import('./inspect.ts')).runManifestInspect),
  },
  refused({
    name: 'push',
    use: '[OPTIONS] MANIFEST_LIST',
    short: 'Upload a manifest list to a repository',
    args: exactly(1),
    flags: [
      flag('insecure', '', 'bool', 'Allow a registry without TLS'),
      flag('purge', 'p', 'bool', 'Remove the local manifest list afterwards'),
    ],
  }),
  refused({
    name: 'rm',
    use: 'MANIFEST_LIST [MANIFEST_LIST...]',
    short: 'Remove manifest lists from the local storage',
    args: atLeast(1),
    flags: [],
  }),
];
