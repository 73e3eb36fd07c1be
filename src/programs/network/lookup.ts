import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { CommandFailure, runCommand, UsageFailure } from '../support/command.ts';
import { readGroups, readUsers } from '../support/users.ts';
import { nameserver } from './nameserver.ts';

/** nslookup of bind-utils and of busybox. Simplified: address records only. */
export const nslookup: Program = (proc) =>
  runCommand(
    proc,
    {
      short: '',
      usage: '[-opt ...] host',
      busyboxUsage: '[-type=QUERY_TYPE] [-debug] HOST [DNS_SERVER]\n\nQuery DNS about HOST',
    },
    [],
    async () => {
      const [name, given] = proc.argv.slice(1).filter((word) => !word.startsWith('-'));
      if (name === undefined) throw new UsageFailure('');
      const server = given ?? nameserver(proc);
      if (!(await isReachable(proc, server))) {
        if (proc.busybox) await proc.err(`nslookup: write to '${server}': Network unreachable\n`);
        else
          for (let attempt = 0; attempt < 3; attempt++)
            await proc.out(
              `;; UDP setup with ${server}#53(${server}) for ${name} failed: network unreachable.\n`,
            );
        await proc.out(
          proc.busybox
            ? ';; connection timed out; no servers could be reached\n\n'
            : ';; no servers could be reached\n\n',
        );
        return 1;
      }
      await proc.out(
        proc.busybox
          ? `Server:\t\t${server}\nAddress:\t${server}:53\n\n`
          : `Server:\t\t${server}\nAddress:\t${server}#53\n\n`,
      );
      const addresses = await proc.network.resolve(name);
      if (addresses.length === 0) {
        const refusal = `** server can't find ${name}: NXDOMAIN\n\n`;
        await proc.out(asksTwice(proc) ? refusal + refusal : refusal);
        return 1;
      }
      const answers = addresses.map((address) => `Name:\t${name}\nAddress: ${address}\n`).join('');
      await proc.out(`Non-authoritative answer:\n${answers}\n`);
      if (asksTwice(proc)) await proc.out('Non-authoritative answer:\n\n');
      return 0;
    },
  );

/** Busybox asks for IPv6 addresses too and shows that answer by itself: here it is always empty. @see busybox 1.36 networking/nslookup.c */
function asksTwice(proc: Process): boolean {
  return proc.busybox && !proc.argv.some((word) => /^-(?:query)?type=/.test(word));
}

/** True unless no route leads to the server. */
async function isReachable(proc: Process, server: string): Promise<boolean> {
  try {
    await proc.network.ping(server, 1);
    return true;
  } catch (error) {
    if (isSysError(error)) return error.code !== 'ENETUNREACH';
    throw error;
  }
}

/** getent: hosts, ahosts, passwd and group. */
export const getent: Program = (proc) =>
  runCommand(proc, { short: '', usage: '[OPTION...] database [key ...]' }, [], async () => {
    const [database, ...keys] = proc.argv.slice(1);
    let status = 0;
    const lines = async (key: string | undefined): Promise<string[]> => {
      switch (database) {
        case 'hosts':
        case 'ahosts':
        case 'ahostsv4': {
          const found = await proc.network.resolve(key ?? 'localhost');
          return found.map((address) =>
            database === 'hosts'
              ? `${address.padEnd(15)} ${key ?? 'localhost'}`
              : `${address.padEnd(15)} STREAM ${key ?? ''}`,
          );
        }
        case 'passwd':
          return readUsers(proc.files)
            .filter(({ name, uid }) => key === undefined || name === key || String(uid) === key)
            .map(({ name, uid, gid, home, shell }) => `${name}:x:${uid}:${gid}:${name}:${home}:${shell}`);
        case 'group':
          return readGroups(proc.files)
            .filter(({ name, gid }) => key === undefined || name === key || String(gid) === key)
            .map(({ name, gid, members }) => `${name}:x:${gid}:${members.join(',')}`);
        default:
          throw new CommandFailure(`Unknown database: ${database ?? ''}`, 1);
      }
    };
    for (const key of keys.length ? keys : [undefined]) {
      const found = await lines(key);
      if (found.length === 0) status = 2;
      for (const line of found) await proc.out(`${line}\n`);
    }
    return status;
  });
