import type { Process } from '../../kernel/process.ts';
import { findGroup, findUser } from '../support/users.ts';
import { STATIC_MODULES } from './modules.ts';
import type { ApacheConfig, Host } from './settings.ts';

/** What `httpd -S` prints. @see httpd vhost.c dump_vhost_config */
export function describeHosts(proc: Process, config: ApacheConfig, serverName: string): string {
  const groups = new Map<string, Host[]>();
  for (const host of config.hosts)
    for (const { address, port } of host.addresses ?? []) {
      const key = `${address}:${port ?? '*'}`;
      groups.set(key, [...(groups.get(key) ?? []), host]);
    }
  const nameOf = ({ serverName: name }: Host): string => name?.replace(/:\d+$/, '') ?? serverName;
  const placeOf = ({ file, line }: Host): string => `(${file}:${line})`;
  const lines = ['VirtualHost configuration:'];
  for (const [key, hosts] of groups) {
    const [first] = hosts;
    if (!first) continue;
    const port = key.split(':').at(-1) ?? '';
    if (hosts.length === 1 && first.aliases.length === 0) {
      lines.push(`${key.padEnd(22)} ${nameOf(first)} ${placeOf(first)}`);
      continue;
    }
    lines.push(`${key.padEnd(22)} is a NameVirtualHost`);
    lines.push(`         default server ${nameOf(first)} ${placeOf(first)}`);
    for (const host of hosts) {
      lines.push(`         port ${port} namevhost ${nameOf(host)} ${placeOf(host)}`);
      for (const alias of host.aliases)
        lines.push(`                 ${/[*?]/.test(alias) ? 'wild ' : ''}alias ${alias}`);
    }
  }
  const uid = findUser(proc.files, config.user.replace(/^#/, ''));
  const gid = findGroup(proc.files, config.group.replace(/^#/, ''));
  lines.push(
    `ServerRoot: "${config.serverRoot}"`,
    `Main DocumentRoot: "${config.main.documentRoot}"`,
    `Main ErrorLog: "${config.main.errorLog}"`,
    `Mutex default: dir="${config.serverRoot}/logs/" mechanism=default `,
    `PidFile: "${config.pidFile}"`,
    'Define: DUMP_VHOSTS',
    'Define: DUMP_RUN_CFG',
    `User: name="${config.user}" id=${uid ?? -1}`,
    `Group: name="${config.group}" id=${gid ?? -1}`,
  );
  return `${lines.join('\n')}\n`;
}

/** What `httpd -M` prints. */
export function describeModules({ modules }: ApacheConfig): string {
  const rows = [...modules].map((name) => ` ${name} (${STATIC_MODULES.has(name) ? 'static' : 'shared'})\n`);
  return `Loaded Modules:\n${rows.join('')}`;
}
