import { ApiError } from '../../api/api-error.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import { bootForTest, runForTest } from '../../kernel/testing/boot.ts';
import { docker } from '../docker.ts';

/** What one operation answers, from its arguments; a value stands for itself. */
export type Answers = Readonly<Partial<Record<keyof EngineApi, unknown>>>;

export interface DockerRun {
  readonly stdout: string;
  readonly stderr: string;
  /** What was asked of the daemon, in order. */
  readonly sent: readonly [operation: string, ...args: unknown[]][];
}

/** Runs the client where the daemon gives these answers and has nothing else; files are in its folder. A function gets the operation's arguments and the machine's clock. */
export async function runDocker(
  words: readonly string[],
  answers: Answers,
  files: Readonly<Record<string, string>> = {},
  stdin = '',
  env: Readonly<Record<string, string>> = {},
): Promise<DockerRun> {
  const booted = bootForTest({ docker });
  const { kernel } = booted;
  const view = kernel.viewAsRoot(kernel.hostMounts);
  for (const folder of ['/app', '/var/run']) view.mkdirAll(folder);
  for (const [name, text] of Object.entries(files)) view.writeFile(`/app/${name}`, text);
  const sent: [string, ...unknown[]][] = [];
  const answer = (operation: string, args: unknown[]): unknown => {
    sent.push([operation, ...args]);
    const found = answers[operation as keyof EngineApi];
    if (typeof found === 'function') return (found as (...values: unknown[]) => unknown)(...args);
    return found === undefined
      ? Promise.reject(new ApiError('notFound', 'not there'))
      : Promise.resolve(found);
  };
  const api = new Proxy({} as EngineApi, {
    // It is awaited, and is no promise.
    get: (_, operation: string) =>
      operation === 'then' ? undefined : (...args: unknown[]) => answer(operation, args),
  });
  kernel.listenService(view, '/var/run/docker.sock', api);
  const { stdout, stderr } = await runForTest(booted, '/bin/docker', ['docker', ...words], {
    cwd: '/app',
    env,
    stdin,
  });
  const [error] = booted.errors;
  if (error) throw error as Error;
  return { stdout, stderr, sent };
}
