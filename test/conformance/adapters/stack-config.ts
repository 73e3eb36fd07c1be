import { compareCases } from '../client/compare-cases.ts';
import { runClient } from '../client/run-client.ts';
import { createApi } from '../client/stub-api.ts';
import type { Adapter, Case, Comparison } from '../suite.ts';

interface StackCase extends Case {
  readonly input: {
    readonly file: string;
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
  };
  readonly expected: { readonly exit: number; readonly stdout?: string; readonly stderr?: string };
}

/** What lay beside the file where the cases were recorded, as far as they tell. */
const ENV_FILES = {
  'example1.env': 'FOO=foo_from_env_file\nBAR=bar_from_env_file\nBAZ=baz_from_env_file\n',
  'example2.env': 'BAR=bar_from_env_file_2\nQUX=quz_from_env_file_2\n',
};

/** The time of a warning is that of the recording. */
const withoutTimes = (text: string): string => text.replace(/^time="[^"]*"/gm, 'time="…"');

async function compare({ input, expected }: StackCase): Promise<Omit<Comparison, 'name'>> {
  const api = createApi(() => Promise.reject(new Error('no daemon is involved')));
  const { cwd, env, file } = input;
  const files = { ...ENV_FILES, 'stack.yml': file };
  const run = await runClient(['docker', 'stack', 'config', '-c', 'stack.yml'], { api, cwd, env, files });
  const { exit, stdout, stderr } = expected;
  return {
    actual: {
      exit: run.exit,
      ...((stdout !== undefined || run.stdout !== '') && { stdout: run.stdout }),
      ...((stderr !== undefined || run.stderr !== '') && { stderr: withoutTimes(run.stderr) }),
    },
    expected: {
      exit,
      ...(stdout !== undefined && { stdout }),
      ...(stderr !== undefined && { stderr: withoutTimes(stderr) }),
    },
  };
}

/** `docker stack config`, which needs no daemon. */
export const stackConfig: Adapter = {
  suite: 'stack-config',
  run: (file) => compareCases(file.cases as readonly StackCase[], compare),
};
