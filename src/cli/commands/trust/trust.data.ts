import { atLeast, exactly, type Command, type CommandGroup } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { refused } from '../refused.ts';

/** `docker trust …`: not simulated. @see docker/cli v28.2.2 cli/command/trust */
export const TRUST_COMMANDS: readonly Command[] = [
  refused({
    name: 'inspect',
    use: 'IMAGE[:TAG] [IMAGE[:TAG]...]',
    short: 'Show keys and signatures',
    args: atLeast(1),
    flags: [flag('pretty', '', 'bool', 'Print it in words')],
  }),
  refused({
    name: 'revoke',
    use: '[OPTIONS] IMAGE[:TAG]',
    short: 'Remove the trust in an image',
    args: exactly(1),
    flags: [flag('yes', 'y', 'bool', 'Do not ask')],
  }),
  refused({
    name: 'sign',
    use: 'IMAGE:TAG',
    short: 'Sign an image',
    args: exactly(1),
    flags: [flag('local', '', 'bool', 'Sign an image that is only here')],
  }),
];

/** `docker trust key …`, `docker trust signer …`. */
export const TRUST_GROUPS: readonly CommandGroup[] = [
  {
    name: 'key',
    short: 'Manage keys that sign images',
    commands: [
      refused({
        name: 'generate',
        use: 'NAME',
        short: 'Make a pair of keys to sign with and load it',
        args: exactly(1),
        flags: [flag('dir', '', 'string', 'Folder to put the key into; this one unless told')],
      }),
      refused({
        name: 'load',
        use: '[OPTIONS] KEYFILE',
        short: 'Load a private key to sign with',
        args: exactly(1),
        flags: [flag('name', '', 'string', 'Name of the key', { default: 'signer' })],
      }),
    ],
  },
  {
    name: 'signer',
    short: 'Manage who may sign images',
    commands: [
      refused({
        name: 'add',
        use: 'OPTIONS NAME REPOSITORY [REPOSITORY...] ',
        short: 'Add a signer',
        args: atLeast(2),
        flags: [flag('key', '', 'list', "File with the signer's public key")],
      }),
      refused({
        name: 'remove',
        use: '[OPTIONS] NAME REPOSITORY [REPOSITORY...]',
        short: 'Remove a signer',
        args: atLeast(2),
        flags: [flag('force', 'f', 'bool', 'Do not ask before removing the last signer')],
      }),
    ],
  },
];
