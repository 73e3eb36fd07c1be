import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import { quote, quoteWord } from '../support/quote.ts';
import { execCommand, type NotStarted } from '../support/spawn.ts';

/** env: shows the environment, or runs a command in a changed one. @see POSIX env */
export const env: Program = command(
  {
    short: 'iu:0C:vS:',
    long: { 'ignore-environment': 'i', unset: 'u:', null: '0', chdir: 'C:', 'split-string': 'S:' },
    usage: '[OPTION]... [-] [NAME=VALUE]... [COMMAND [ARG]...]',
    busyboxUsage:
      '[-i0] [-u NAME]... [-] [NAME=VALUE]... [PROG ARGS]\n\nPrint current environment or run PROG after setting up environment',
    usageStatus: 125,
    inOrder: true,
  },
  async (proc, options) => {
    const words = [
      ...(options
        .value('S')
        ?.split(/\s+/)
        .filter((word) => word !== '') ?? []),
      ...options.operands,
    ];
    if (words[0] === '-') words.shift();
    const variables = new Map(options.has('i') || options.operands[0] === '-' ? [] : proc.env);
    for (const name of options.values('u')) variables.delete(name);
    for (let word = words[0]; word !== undefined && /=/.test(word); word = words[0]) {
      const equals = word.indexOf('=');
      variables.set(word.slice(0, equals), word.slice(equals + 1));
      words.shift();
    }
    if (options.has('0') && words.length > 0 && !proc.busybox)
      throw new UsageFailure('cannot specify --null (-0) with command');
    changeDirectory(proc, options.value('C'));
    if (words.length === 0) {
      const end = options.has('0') ? '\0' : '\n';
      await proc.out([...variables].map(([name, value]) => `${name}=${value}${end}`).join(''));
      return 0;
    }
    const result = await execCommand(proc, words, variables);
    if (typeof result === 'number') return result;
    return cannotRun(proc, words[0] ?? '', result);
  },
);

async function cannotRun(proc: Process, name: string, { message, status }: NotStarted): Promise<number> {
  await complain(
    proc,
    proc.busybox ? `can't execute '${name}': ${message}` : `${quoteWord(name)}: ${message}`,
  );
  // Mostly a `#!` line with an argument or a CRLF ending.
  if (status === 127 && /\s/.test(name) && !proc.busybox)
    await complain(proc, 'use -[v]S to pass options in shebang lines');
  return status;
}

function changeDirectory(proc: Process, path: string | undefined): void {
  if (path === undefined) return;
  try {
    proc.files.chdir(path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CommandFailure(`cannot change directory to ${quote(path)}: ${error.message}`, 125);
  }
}

/** printenv: values of variables. */
export const printenv: Program = command(
  {
    short: '0',
    long: { null: '0' },
    usage: '[OPTION]... [VARIABLE]...',
    busyboxUsage: '[VARIABLE]...\n\nPrint environment VARIABLEs.\nIf no VARIABLE specified, print all.',
    usageStatus: 2,
  },
  async (proc, options) => {
    const end = options.has('0') ? '\0' : '\n';
    if (options.operands.length === 0) {
      await proc.out([...proc.env].map(([name, value]) => `${name}=${value}${end}`).join(''));
      return 0;
    }
    let status = 0;
    for (const name of options.operands) {
      const value = proc.env.get(name);
      if (value === undefined) status = 1;
      else await proc.out(value + end);
    }
    return status;
  },
);

/** which: where a command is along PATH. Debian's is a script of its own, with its own words. */
export const which: Program = async (proc) => {
  const wrong = proc.argv.slice(1).find((word) => /^-[^-]/.test(word));
  const letter = /^-[as]*([^as])/.exec(wrong ?? '')?.[1];
  if (letter === undefined || proc.busybox) return findCommands(proc);
  await proc.err(`Illegal option -${letter}\n`);
  await proc.out('Usage: /usr/bin/which [-a] args\n');
  return 2;
};

const findCommands: Program = command(
  { short: 'as', usage: '[-as] args', busyboxUsage: '[-a] COMMAND...\n\nLocate COMMAND', inOrder: true },
  async (proc, options) => {
    if (options.operands.length === 0 && proc.busybox) throw new UsageFailure('');
    let status = options.operands.length === 0 ? 1 : 0;
    const runs = (path: string): boolean =>
      proc.files.statIfAny(path)?.type === 'file' && proc.files.access(path, 1);
    for (const name of options.operands) {
      const places = name.includes('/')
        ? [name]
        : (proc.env.get('PATH') ?? '/bin:/usr/bin').split(':').map((dir) => `${dir || '.'}/${name}`);
      const found = places.filter(runs);
      if (found.length === 0) status = 1;
      if (!options.has('s'))
        for (const path of options.has('a') ? found : found.slice(0, 1)) await proc.out(`${path}\n`);
    }
    return status;
  },
);
