import type { HostConfig } from '../../../api/container-types.ts';
import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';

/** --security-opt, with seccomp profiles read. @throws CliError. @see docker/cli v28.2.2 cli/command/container/opts.go parseSecurityOpts, parseSystemPaths */
export function securityOptions(proc: Process, flags: FlagValues): HostConfig {
  const given = flags.list('security-opt').map((text) => readOption(proc, text));
  const options = given.filter((option) => option !== 'systempaths=unconfined');
  return {
    SecurityOpt: options.length ? options : null,
    ...(options.length < given.length ? { MaskedPaths: [], ReadonlyPaths: [] } : {}),
  };
}

function readOption(proc: Process, text: string): string {
  const [, key = '', separator, value = ''] = /^([^=:]*)([=:])?(.*)$/s.exec(text) ?? [];
  if (separator === undefined && key !== 'no-new-privileges')
    throw new CliError(`Invalid --security-opt: ${JSON.stringify(text)}`);
  if (key !== 'seccomp' || value === 'unconfined' || value === 'builtin') return text;
  return `seccomp=${readProfile(proc, value)}`;
}

function readProfile(proc: Process, path: string): string {
  const fail = (reason: string): CliError => new CliError(reason);
  try {
    return JSON.stringify(JSON.parse(proc.files.readText(path)));
  } catch (error) {
    if (isSysError(error))
      throw fail(`opening seccomp profile (${path}) failed: open ${path}: ${error.message.toLowerCase()}`);
    if (error instanceof SyntaxError)
      throw fail(`compacting json for seccomp profile (${path}) failed: ${error.message}`);
    throw error;
  }
}
