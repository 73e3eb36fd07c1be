import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome, ShellName } from './scripts.ts';

const ENVIRONMENT = { PATH: '/usr/bin:/bin', HOME: '/root', LC_ALL: 'C.UTF-8' };
const TIMEOUT_MS = 10_000;
const CONCURRENCY = 3;

/** How to start the real shell, or undefined where this machine has none (of bash: none from 5.1 on). */
export function findRealShell(shell: ShellName): readonly string[] | undefined {
  try {
    if (shell === 'bash') {
      const version = execFileSync('bash', ['-c', 'echo "$((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1]))"'], {
        encoding: 'utf8',
      });
      return Number(version) >= 501 ? ['bash'] : undefined;
    }
    const [program, ...applet] = shell === 'ash' ? ['busybox', 'ash'] : [shell];
    const path = execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
    return [path, ...applet];
  } catch {
    return undefined;
  }
}

/** Runs each script in an empty folder of its own, without input; outcomes in the order of the scripts. */
export async function runInRealShell(
  command: readonly string[],
  scripts: readonly string[],
): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-shell-'));
  const outcomes: Outcome[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < scripts.length; index = next++) {
      const cwd = join(folder, String(index), 'scratch');
      mkdirSync(cwd, { recursive: true });
      outcomes[index] = await runOne(command, scripts[index] as string, cwd);
    }
  };
  try {
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return outcomes;
}

function runOne([shell = '', ...args]: readonly string[], script: string, cwd: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const argv0 = args.length ? undefined : shell.endsWith('dash') ? 'sh' : shell;
    const child = spawn(shell, [...args, '-c', script], {
      cwd,
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
      ...(argv0 ? { argv0 } : {}),
    });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ ...texts, status: code ?? (signal ? 128 + constants.signals[signal] : -1) });
    });
  });
}
