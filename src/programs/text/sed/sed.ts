import { isSysError } from '../../../kernel/errno.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../../support/command.ts';
import { LineReader } from '../../support/input.ts';
import type { Options } from '../../support/parse-options.ts';
import { sedInput, type SedInput } from './input.ts';
import { SedMachine, type SedSettings } from './machine.ts';
import { parseScript, type ScriptPart } from './parse-script.ts';
import { SedError, type SedCommand } from './script.ts';

/** sed: edits a stream of lines. @see POSIX sed, GNU sed 4.9 */
export const sed: Program = command(
  {
    short: 'nrEe:f:i::l:suz',
    long: {
      quiet: 'n',
      silent: 'n',
      'regexp-extended': 'E',
      expression: 'e:',
      file: 'f:',
      'in-place': 'i?',
      separate: 's',
      unbuffered: 'u',
      'null-data': 'z',
      'line-length': 'l:',
      posix: 'posix',
      debug: 'debug',
      'follow-symlinks': 'follow-symlinks',
      sandbox: 'sandbox',
    },
    usage: '[OPTION]... {script-only-if-no-other-script} [input-file]...',
    busyboxUsage:
      '[-i[SFX]] [-nrE] [-f FILE]... [-e CMD]... [FILE]...\nor: sed [-i[SFX]] [-nrE] CMD [FILE]...\n\nEdit FILEs (or stdin)',
    version: 'sed (GNU sed) 4.9\n',
    usageLine: 'only',
  },
  async (proc, options) => {
    const operands = [...options.operands];
    const script = scriptOf(proc, options, operands);
    const commands = compile(proc, script, options.has('E', 'r'));
    const settings = {
      quiet: options.has('n') || /^#n(?:\n|$)/.test(script[0]?.text ?? ''),
      separator: options.has('z') ? '\0' : '\n',
      lineLength: Number(options.value('l') ?? 70),
    };
    try {
      if (options.has('i')) return await inPlace(proc, options, settings, commands, operands);
      return await stream(proc, options, settings, commands, operands);
    } catch (error) {
      if (error instanceof SedError) throw new CommandFailure(error.message);
      throw error;
    }
  },
);

function scriptOf(proc: Process, options: Options, operands: string[]): ScriptPart[] {
  const scripts = options.given.flatMap(([key, value = '']): ScriptPart[] => {
    if (key === 'e') return [{ text: value }];
    if (key !== 'f') return [];
    const text = readScript(proc, value)
      .replace(/^#!.*\n/, '')
      .replace(/\n$/, '');
    return [{ text, file: value }];
  });
  if (scripts.length > 0) return scripts;
  const first = operands.shift();
  if (first === undefined) throw new UsageFailure('');
  return [{ text: first }];
}

function readScript(proc: Process, path: string): string {
  try {
    return proc.files.readText(path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    if (proc.busybox) throw new CommandFailure(`${path}: ${error.message}`);
    throw new CommandFailure(`couldn't open file ${path}: ${error.message}`, 4);
  }
}

function compile(proc: Process, script: readonly ScriptPart[], extended: boolean): SedCommand[] {
  try {
    return parseScript(script, extended);
  } catch (error) {
    if (!(error instanceof SedError)) throw error;
    if (!proc.busybox) throw new CommandFailure(error.message, error.status);
    const message = error.message
      .replace(/^-e expression #\d+, char \d+: /, '')
      .replace('unknown command: ', 'unsupported command ');
    throw new CommandFailure(
      error.pattern === undefined ? message : `bad regex '${error.pattern}': ${message}`,
    );
  }
}

async function stream(
  proc: Process,
  options: Options,
  settings: SedSettings,
  commands: readonly SedCommand[],
  operands: readonly string[],
): Promise<number> {
  const names = operands.length ? [...operands] : ['-'];
  let status = 0;
  const readers = async (): Promise<{ reader: LineReader; name: string } | undefined> => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const reader = await openReader(proc, name, settings.separator ?? '\n');
      if (reader) return { reader, name };
      status = 2;
    }
    return undefined;
  };
  const machine = new SedMachine(proc, commands, settings, (text) => proc.out(text));
  if (options.has('s')) {
    for (let one = await readers(); one && machine.quit === undefined; one = await readers()) {
      machine.restart();
      await machine.run(only(one));
    }
  } else await machine.run(sedInput(readers));
  return machine.quit || (proc.busybox && status ? 1 : status);
}

async function openReader(proc: Process, name: string, separator: string): Promise<LineReader | undefined> {
  if (name === '-') return new LineReader(proc, proc.stdin, separator);
  try {
    const file = await proc.open(name);
    if (file.kind === 'directory') {
      if (!proc.busybox) throw new CommandFailure(`read error on ${name}: Is a directory`, 4);
      await complain(proc, 'read error: Is a directory');
      return undefined;
    }
    return new LineReader(proc, file, separator);
  } catch (error) {
    if (!isSysError(error)) throw error;
    await complain(proc, proc.busybox ? `${name}: ${error.message}` : `can't read ${name}: ${error.message}`);
    return undefined;
  }
}

/** One file as all of the input. */
function only(one: { reader: LineReader; name: string }): SedInput {
  let given = false;
  return sedInput(() => Promise.resolve(given ? undefined : ((given = true), one)));
}

async function inPlace(
  proc: Process,
  options: Options,
  settings: SedSettings,
  commands: readonly SedCommand[],
  operands: readonly string[],
): Promise<number> {
  const suffix = options.value('i') ?? '';
  if (operands.length === 0) throw new CommandFailure('no input files', proc.busybox ? 1 : 4);
  let status = 0;
  for (const name of operands) {
    const stat = proc.files.statIfAny(name);
    if (stat && stat.type !== 'file') {
      await complain(proc, `couldn't edit ${name}: not a regular file`);
      status = 4;
      continue;
    }
    const reader = await openReader(proc, name, settings.separator ?? '\n');
    if (!reader) {
      status = proc.busybox ? 1 : 2;
      continue;
    }
    let result = '';
    const machine = new SedMachine(proc, commands, settings, (text) => void (result += text));
    await machine.run(only({ reader, name }));
    replaceFile(proc, name, result, stat?.mode ?? 0o644, suffix);
    if (machine.quit !== undefined) return machine.quit;
  }
  return status;
}

/** As real sed: a new file takes the old one's name, so that hard links and bind mounts of one file notice. */
function replaceFile(proc: Process, name: string, text: string, mode: number, suffix: string): void {
  const { files } = proc;
  const target = name;
  if (suffix !== '')
    files.writeFile(
      suffix.includes('*') ? suffix.replaceAll('*', target) : target + suffix,
      files.readFile(target),
      { mode },
    );
  const temporary = `${target.slice(0, target.lastIndexOf('/') + 1)}sed${proc.random().toString(36).padStart(6, '0').slice(0, 6)}`;
  const before = files.stat(target);
  writeTemporary(proc, temporary, text, mode);
  files.chmod(temporary, mode);
  if (proc.uid === 0) files.chown(temporary, before.uid, before.gid);
  try {
    files.rename(temporary, target);
  } catch (error) {
    files.unlink(temporary);
    if (!isSysError(error)) throw error;
    throw new CommandFailure(
      proc.busybox
        ? `can't move '${temporary}' to '${target}': ${error.message}`
        : `cannot rename ${temporary}: ${error.message}`,
      4,
    );
  }
}

function writeTemporary(proc: Process, path: string, text: string, mode: number): void {
  try {
    proc.files.writeFile(path, text, { mode });
  } catch (error) {
    if (!isSysError(error)) throw error;
    const name = path.includes('/') ? path : `./${path}`;
    throw new CommandFailure(
      proc.busybox
        ? `can't create temp file '${path}': ${error.message}`
        : `couldn't open temporary file ${name}: ${error.message}`,
      proc.busybox ? 1 : 4,
    );
  }
}
