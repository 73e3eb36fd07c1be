import type { EngineApi } from '../../../src/api/engine-api.ts';
import { docker } from '../../../src/cli/docker.ts';
import { bootForTest, runForTest } from '../../../src/kernel/testing/boot.ts';

/** What one run of the client is given beside its words. */
export interface ClientRun {
  readonly api: EngineApi;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** In the working directory, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
}

export interface ClientResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

const HOME = '/home/user';

/** A machine with nothing but the docker program, and a daemon that is the given API: the client runs on it as a process, as in the product. */
export async function runClient(args: readonly string[], run: ClientRun): Promise<ClientResult> {
  const booted = bootForTest({ docker });
  const { kernel } = booted;
  const view = kernel.viewAsRoot(kernel.hostMounts);
  const cwd = run.cwd ?? HOME;
  for (const folder of [cwd, '/var/run']) view.mkdirAll(folder);
  for (const [name, data] of Object.entries(run.files ?? {})) view.writeFile(`${cwd}/${name}`, data);
  kernel.listenService(view, '/var/run/docker.sock', run.api);
  const { stdout, stderr, status } = await runForTest(booted, '/bin/docker', args, {
    cwd,
    env: { HOME, ...run.env },
    ...(run.stdin === undefined ? {} : { stdin: run.stdin }),
  });
  const [error] = booted.errors;
  if (error) throw error as Error;
  const { code } = (status ?? {}) as { code?: number };
  return { stdout, stderr, exit: code ?? -1 };
}
