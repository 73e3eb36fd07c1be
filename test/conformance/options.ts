/** The command line of `npm run conformance`. */
export interface Options {
  readonly dir: string;
  readonly suite: string | undefined;
  readonly json: string | undefined;
  readonly failures: number;
  readonly allowMissing: boolean;
  /** Only the recordings that are part of the project. */
  readonly recorded: boolean;
}

const DEFAULT_DIR = '../shared/conformance';

/** @throws Error for an option that there is not, or without its value */
export function parseOptions(args: readonly string[]): Options {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const queue = args.flatMap((arg) =>
    /^--\w+=/.test(arg) ? [arg.replace(/=.*/s, ''), arg.replace(/^.*?=/s, '')] : [arg],
  );
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    if (arg === '--allow-missing' || arg === '--recorded') flags.add(arg);
    else if (['--dir', '--suite', '--json', '--failures'].includes(arg)) {
      const value = queue.shift();
      if (value === undefined) throw new Error(`${arg} needs a value`);
      values.set(arg, value);
    } else throw new Error(`unknown option: ${arg}`);
  }
  return {
    dir: values.get('--dir') ?? DEFAULT_DIR,
    suite: values.get('--suite'),
    json: values.get('--json'),
    failures: Number(values.get('--failures') ?? 0),
    allowMissing: flags.has('--allow-missing'),
    recorded: flags.has('--recorded'),
  };
}
