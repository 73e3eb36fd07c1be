import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome, ShellName } from './scripts.ts';

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

function runOne(command: readonly string[], script: string, cwd: string): Promise<Outcome> {
  const { process, waiting } = (runner ??= startRunner());
  const id = nextId++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    process.channel?.ref();
    process.send({ id, command, script, cwd });
  });
}

interface Runner {
  readonly process: ChildProcess;
  readonly waiting: Map<number, { resolve(outcome: Outcome): void; reject(error: Error): void }>;
}

let runner: Runner | undefined;
let nextId = 1;

/** It ends with this process, and keeps it only while a script runs. */
function startRunner(): Runner {
  const process = fork(new URL('./real-shell-runner.mjs', import.meta.url), { execArgv: [] });
  const waiting: Runner['waiting'] = new Map();
  process.on('message', ({ id, outcome, error }: { id: number; outcome?: Outcome; error?: string }) => {
    const request = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) process.channel?.unref();
    if (outcome) request?.resolve(outcome);
    else request?.reject(new Error(error));
  });
  process.on('exit', () => {
    runner = undefined;
    for (const { reject } of waiting.values()) reject(new Error('the process that runs real shells ended'));
  });
  process.unref();
  process.channel?.unref();
  return { process, waiting };
}
