import { tableOf } from '../../lib/table.ts';
import type { Program } from '../../kernel/process.ts';
import { command, UsageFailure } from '../support/command.ts';

const FILES: Readonly<Record<string, string>> = tableOf({
  passwd: '/etc/passwd',
  group: '/etc/group',
  shadow: '/etc/shadow',
  services: '/etc/services',
});

/** getent: entries of passwd, group, shadow and hosts. @see getent(1) */
export const getent: Program = command(
  { short: 's:i', usage: '[OPTION...] database [key ...]', busyboxUsage: 'database [key...]' },
  async (proc, { operands: [database, ...keys] }) => {
    if (database === undefined) throw new UsageFailure('wrong number of arguments');
    if (database === 'hosts' || database === 'ahosts') {
      let found = true;
      for (const key of keys) {
        const [address] = await proc.network.resolve(key);
        if (address === undefined) found = false;
        else await proc.out(`${address.padEnd(15)} ${key}\n`);
      }
      return found ? 0 : 2;
    }
    const path = FILES[database];
    if (path === undefined) {
      await proc.err(
        `Unknown database: ${database}\nTry \`getent --help' or \`getent --usage' for more information.\n`,
      );
      return 1;
    }
    const lines = proc.files.access(path, 4) ? proc.files.readText(path).split('\n').filter(Boolean) : [];
    const rows = lines.map((line) => [line, line.split(':')] as const);
    const found = keys.map((key) => rows.find(([, row]) => row[0] === key || row[2] === key)?.[0]);
    const shown = keys.length ? found.filter((line) => line !== undefined) : lines;
    for (const line of shown) await proc.out(`${line}\n`);
    return found.includes(undefined) ? 2 : 0;
  },
);
