import type { Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import { readAllText } from '../support/input.ts';

const VARIABLE = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g;

/** envsubst: puts variables of the environment into its input; with SHELL-FORMAT, only those named there. @see GNU gettext 0.24 */
export const envsubst: Program = command(
  {
    short: 'v',
    long: { variables: 'v' },
    usage: '[OPTION] [SHELL-FORMAT]',
    version: 'envsubst (GNU gettext-runtime) 0.24.1',
  },
  async (proc, options) => {
    const [format] = options.operands;
    if (options.operands.length > 1) throw new CommandFailure('too many arguments');
    const names = format === undefined ? undefined : namesIn(format);
    if (options.has('v')) {
      if (names === undefined) throw new CommandFailure('missing arguments');
      await proc.out([...names].map((name) => `${name}\n`).join(''));
      return 0;
    }
    const text = await readAllText(proc, proc.stdin);
    await proc.out(
      text.replace(VARIABLE, (whole, braced?: string, plain?: string) => {
        const name = braced ?? plain ?? '';
        return names === undefined || names.has(name) ? (proc.env.get(name) ?? '') : whole;
      }),
    );
    return 0;
  },
);

function namesIn(format: string): Set<string> {
  return new Set([...format.matchAll(VARIABLE)].map(([, braced, plain]) => braced ?? plain ?? ''));
}
