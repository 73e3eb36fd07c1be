import { tableOf } from '../../lib/table.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { OptionError, parseOptions, type Options, type OptionSpec } from './parse-options.ts';

/** What a command takes. */
export interface CommandSpec extends OptionSpec {
  /** What follows the name in its usage line. */
  readonly usage: string;
  /** The same in a busybox userland, where it differs. */
  readonly busyboxUsage?: string;
  /** Exit status of a usage error; 1 unless given. */
  readonly usageStatus?: number;
  /** What `--version` prints; GNU coreutils unless given. */
  readonly version?: string;
  /** The hint after a usage error, if not `Try 'NAME --help' for more information.` */
  readonly hint?: string;
  /** The name before its complaints, where it is not what it was called by. */
  readonly complainsAs?: string;
  /** The name in its usage line, where it is not what it was called by. */
  readonly usageName?: string;
  /** A usage error shows the usage line, before the hint or instead of it. */
  readonly usageLine?: 'before-hint' | 'only';
  /** A line before the hint of a usage error, where these words deserve one. */
  readonly advice?: (proc: Process) => string | undefined;
  /** `--help` and `--version` are the body's. */
  readonly ownHelp?: boolean;
}

/** The command can't go on: `NAME: message` on stderr, then this exit status. */
export class CommandFailure extends Error {
  readonly status: number;

  constructor(message: string, status = 1) {
    super(message);
    this.name = 'CommandFailure';
    this.status = status;
  }
}

/** The command was called wrongly; `message` empty for only the usage. */
export class UsageFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageFailure';
  }
}

/** As busybox introduces itself. */
export function busyboxBanner({ release }: Process): string {
  const version = BUILT[release] === undefined ? '1.37.0' : release;
  return `BusyBox v${version} (${BUILT[version]} UTC) multi-call binary.`;
}

/** When the releases that images have were built. */
const BUILT: Readonly<Record<string, string>> = tableOf({
  '1.34.1': '2023-11-27 13:04:30',
  '1.36.1': '2024-06-10 07:11:47',
  '1.37.0': '2025-01-17 18:12:01',
});

/** The name a command was called by, without its folder. */
export function commandName(proc: Process): string {
  return (proc.argv[0] ?? '').split('/').at(-1) ?? '';
}

/** How a command calls itself: GNU's by all that it was called by, busybox's applets by their name. */
export function calledAs(proc: Process): string {
  return proc.busybox ? commandName(proc) : (proc.argv[0] ?? '');
}

/** `NAME: text` on stderr. */
export async function complain(proc: Process, text: string): Promise<void> {
  await proc.err(`${calledAs(proc)}: ${text}\n`);
}

/** A program with options of the usual kind: parses them, words what is wrong with them as its userland does, and runs `body`. */
export function command(
  spec: CommandSpec,
  body: (proc: Process, options: Options) => number | Promise<number>,
): Program {
  return (proc) => runCommand(proc, spec, proc.argv.slice(1), body);
}

/** The same for one call, with other words than the process was given. */
export async function runCommand(
  proc: Process,
  spec: CommandSpec,
  words: readonly string[],
  body: (proc: Process, options: Options) => number | Promise<number>,
): Promise<number> {
  try {
    const options = parseOptions(words, spec);
    if (!spec.ownHelp && options.has('help')) return await showHelp(proc, spec);
    if (!spec.ownHelp && options.has('version')) return await showVersion(proc, spec);
    return await body(proc, options);
  } catch (error) {
    return handle(proc, spec, error);
  }
}

async function say(proc: Process, spec: CommandSpec, text: string): Promise<void> {
  const name = proc.busybox ? undefined : spec.complainsAs;
  await proc.err(`${name ?? calledAs(proc)}: ${text}\n`);
}

async function handle(proc: Process, spec: CommandSpec, error: unknown): Promise<number> {
  if (error instanceof OptionError) return usageError(proc, spec, wordOptionError(proc, error));
  if (error instanceof UsageFailure) return usageError(proc, spec, error.message);
  if (error instanceof CommandFailure) {
    await say(proc, spec, error.message);
    return error.status;
  }
  if (isSysError(error)) {
    if (error.code === 'EPIPE') return 1;
    await say(
      proc,
      spec,
      error.path === undefined ? `write error: ${error.message}` : `${error.path}: ${error.message}`,
    );
    return spec.usageStatus ?? 1;
  }
  throw error;
}

function wordOptionError(proc: Process, { kind, option }: OptionError): string {
  const musl = proc.busybox && proc.files.exists('/etc/alpine-release');
  const wording = {
    'unknown-short': musl ? `unrecognized option: ${option}` : `invalid option -- '${option}'`,
    'unknown-long': musl ? `unrecognized option: ${option}` : `unrecognized option '--${option}'`,
    'needs-value-short': musl
      ? `option requires an argument: ${option}`
      : `option requires an argument -- '${option}'`,
    'needs-value-long': musl
      ? `option requires an argument: ${option}`
      : `option '--${option}' requires an argument`,
    'no-value': musl
      ? `option does not take an argument: ${option}`
      : `option '--${option}' doesn't allow an argument`,
    ambiguous: musl ? `option is ambiguous: ${option}` : `option '--${option}' is ambiguous`,
  };
  return wording[kind];
}

async function usageError(proc: Process, spec: CommandSpec, message: string): Promise<number> {
  const name = commandName(proc);
  if (message !== '') await say(proc, spec, message);
  if (spec.usageLine && !proc.busybox) await proc.err(`Usage: ${spec.usageName ?? name} ${spec.usage}\n`);
  const advice = proc.busybox ? undefined : spec.advice?.(proc);
  if (advice !== undefined) await proc.err(`${advice}\n`);
  if (proc.busybox) await proc.err(busyboxUsage(proc, spec));
  else if (spec.usageLine !== 'only')
    await proc.err(
      `${spec.hint ?? `Try '${spec.usageName ?? calledAs(proc)} --help' for more information.`}\n`,
    );
  return spec.usageStatus ?? 1;
}

function busyboxUsage(proc: Process, spec: CommandSpec): string {
  return `${busyboxBanner(proc)}\n\nUsage: ${commandName(proc)} ${spec.busyboxUsage ?? spec.usage}\n`;
}

async function showHelp(proc: Process, spec: CommandSpec): Promise<number> {
  if (proc.busybox) await proc.err(busyboxUsage(proc, spec));
  else await proc.out(`Usage: ${spec.usageName ?? commandName(proc)} ${spec.usage}\n`);
  return 0;
}

async function showVersion(proc: Process, spec: CommandSpec): Promise<number> {
  if (proc.busybox) {
    await complain(proc, 'unrecognized option: version');
    return 1;
  }
  await proc.out(spec.version ?? `${commandName(proc)} (GNU coreutils) 9.7\n`);
  return 0;
}
