import type { Process } from '../../../kernel/process.ts';
import { calledAs } from '../../support/command.ts';
import { OptionError, parseOptions, type Options, type OptionSpec } from '../../support/parse-options.ts';
import { fullVersion } from '../version.ts';

/** Options that every client has. */
export const CONNECTION_OPTIONS = {
  short: 'h:p:U:wW',
  long: {
    host: 'h:',
    port: 'p:',
    username: 'U:',
    'no-password': 'w',
    password: 'W',
  },
} as const;

/** The options of a client program; or, after it said what is wrong (or its version), its exit status. */
export async function clientOptions(
  proc: Process,
  name: string,
  spec: OptionSpec,
  badStatus: number,
): Promise<Options | number> {
  const words = proc.argv.slice(1);
  if (words[0] === '--version' || words[0] === '-V') {
    await proc.out(`${name} (PostgreSQL) ${fullVersion(proc.files)}\n`);
    return 0;
  }
  try {
    return parseOptions(words, spec);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    const text = error.kind.startsWith('needs')
      ? error.kind === 'needs-value-short'
        ? `option requires an argument -- '${error.option}'`
        : `option '--${error.option}' requires an argument`
      : error.kind === 'unknown-long'
        ? `unrecognized option '--${error.option}'`
        : `invalid option -- '${error.option}'`;
    await proc.err(`${calledAs(proc)}: ${text}\n`);
    await proc.err(`${name}: hint: Try "${name} --help" for more information.\n`);
    return badStatus;
  }
}
