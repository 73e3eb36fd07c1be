import type { Process } from '../../../kernel/process.ts';

/** An error in npm's shape. Resolves with the exit status. */
export async function fail(
  proc: Process,
  code: string,
  lines: readonly string[],
  status = 1,
): Promise<number> {
  const head = code === '' ? [] : [`code ${code}`];
  const all = [...head, ...lines, `A complete log of this run can be found in: ${logFile(proc)}`];
  await proc.err(all.map((line) => (line === '' ? 'npm error\n' : `npm error ${line}\n`)).join(''));
  return status;
}

function logFile(proc: Process): string {
  const time = new Date(proc.now()).toISOString().replace(/[:.]/g, '_');
  return `${proc.env.get('HOME') ?? '/root'}/.npm/_logs/${time}-debug-0.log`;
}

/** No way to the registry: `--network none`, or all interfaces but the loopback down. */
export function isOffline(proc: Process): boolean {
  return proc.network.interfaces.every(({ name }) => name === 'lo');
}

export async function offline(proc: Process, name: string): Promise<number> {
  await proc.sleep(70_000);
  return fail(proc, 'EAI_AGAIN', [
    'syscall getaddrinfo',
    'errno EAI_AGAIN',
    `request to https://registry.npmjs.org/${name} failed, reason: getaddrinfo EAI_AGAIN registry.npmjs.org`,
  ]);
}
