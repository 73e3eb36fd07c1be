import { NO_ARGUMENTS, atLeast, between, exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { refused } from '../refused.ts';

/** `docker plugin …`: not simulated. @see docker/cli v28.2.2 cli/command/plugin */
export const PLUGIN_COMMANDS: readonly Command[] = [
  refused({
    name: 'create',
    use: '[OPTIONS] PLUGIN PLUGIN-DATA-DIR',
    short: 'Make a plugin from a root file system and a configuration',
    args: atLeast(2),
    flags: [flag('compress', '', 'bool', 'Compress the data with gzip')],
  }),
  refused({
    name: 'disable',
    use: '[OPTIONS] PLUGIN',
    short: 'Disable a plugin',
    args: exactly(1),
    flags: [flag('force', 'f', 'bool', 'Disable it even while it is used')],
  }),
  refused({
    name: 'enable',
    use: '[OPTIONS] PLUGIN',
    short: 'Enable a plugin',
    args: exactly(1),
    flags: [flag('timeout', '', 'int', 'Seconds to wait', { default: '30' })],
  }),
  refused({
    name: 'inspect',
    use: '[OPTIONS] PLUGIN [PLUGIN...]',
    short: 'Show all that is known of plugins',
    args: atLeast(1),
    flags: [flag('format', 'f', 'string', 'Format with a Go template, or json')],
  }),
  refused({
    name: 'install',
    use: '[OPTIONS] PLUGIN [KEY=VALUE...]',
    short: 'Install a plugin',
    args: atLeast(1),
    flags: [
      flag('alias', '', 'string', 'Local name of the plugin'),
      flag('disable', '', 'bool', 'Do not enable it after the installation'),
      flag('disable-content-trust', '', 'bool', 'Do not check or make signatures', { default: 'true' }),
      flag('grant-all-permissions', '', 'bool', 'Grant every permission the plugin asks for'),
    ],
  }),
  refused({
    name: 'ls',
    use: '[OPTIONS]',
    short: 'List plugins',
    aliases: ['list'],
    args: NO_ARGUMENTS,
    flags: [
      flag('filter', 'f', 'filter', 'Show only what matches'),
      flag('format', '', 'string', 'Format with a Go template, or json'),
      flag('no-trunc', '', 'bool', "Don't shorten the output"),
      flag('quiet', 'q', 'bool', 'Print only IDs'),
    ],
  }),
  refused({
    name: 'push',
    use: '[OPTIONS] PLUGIN[:TAG]',
    short: 'Upload a plugin to a registry',
    args: exactly(1),
    flags: [
      flag('disable-content-trust', '', 'bool', 'Do not check or make signatures', { default: 'true' }),
    ],
  }),
  refused({
    name: 'rm',
    use: '[OPTIONS] PLUGIN [PLUGIN...]',
    short: 'Remove plugins',
    aliases: ['remove'],
    args: atLeast(1),
    flags: [flag('force', 'f', 'bool', 'Remove it even while it is enabled')],
  }),
  refused({
    name: 'set',
    use: 'PLUGIN KEY=VALUE [KEY=VALUE...]',
    short: 'Change settings of a plugin',
    args: atLeast(2),
    flags: [],
  }),
  refused({
    name: 'upgrade',
    use: '[OPTIONS] PLUGIN [REMOTE]',
    short: 'Upgrade an installed plugin',
    args: between(1, 2),
    flags: [
      flag('disable-content-trust', '', 'bool', 'Do not check or make signatures', { default: 'true' }),
      flag('grant-all-permissions', '', 'bool', 'Grant every permission the plugin asks for'),
      flag('skip-remote-check', '', 'bool', 'Do not compare with the installed version'),
    ],
  }),
];
