import { flag, unmodelled, type Flag } from './flags/flag.ts';

/** Flags before the command. @see docker/cli v28.2.2 cli/flags/options.go */
export const GLOBAL_FLAGS: readonly Flag[] = [
  unmodelled('config', '', 'string', 'Where the configuration of the client is', {
    default: '/root/.docker',
  }),
  flag('context', 'c', 'string', 'Context that names the daemon to talk to'),
  unmodelled('debug', 'D', 'bool', 'Show what the client does'),
  flag('host', 'H', 'list', 'Socket of the daemon to talk to'),
  unmodelled('log-level', 'l', 'string', 'How much to log ("debug", "info", "warn", "error", "fatal")', {
    default: 'info',
  }),
  unmodelled('tls', '', 'bool', 'Use TLS; --tlsverify implies it'),
  unmodelled('tlscacert', '', 'string', 'Trust only certificates that this CA signed', {
    default: '/root/.docker/ca.pem',
  }),
  unmodelled('tlscert', '', 'string', 'TLS certificate', { default: '/root/.docker/cert.pem' }),
  unmodelled('tlskey', '', 'string', 'TLS key', { default: '/root/.docker/key.pem' }),
  unmodelled('tlsverify', '', 'bool', 'Use TLS and check the other side'),
  flag('version', 'v', 'bool', 'Print the version and end'),
];
