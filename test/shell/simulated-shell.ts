import { bootForTest, runForTest } from '../../src/kernel/testing/boot.ts';
import type { Process, Program } from '../../src/kernel/process.ts';
import { PROGRAMS } from '../../src/programs/program-table.ts';
import { exitStatus } from '../../src/shell/jobs.ts';
import { shell } from '../../src/shell/shell-program.ts';
import type { Outcome, ShellName } from './scripts.ts';

const SERVERS = ['nginx', 'redis-server', 'redis-cli', 'busybox', 'hello'];

/** What an ordinary machine has in /bin. */
const TEST_PROGRAMS: Readonly<Record<string, Program>> = {
  ...Object.fromEntries([...PROGRAMS].filter(([name]) => !SERVERS.includes(name))),
  bash: shell,
  sh: shell,
  ash: shell,
};

/** Virtual time after which whatever is left of a script is killed. */
const LIMIT_MS = 5000;

/** Runs a script as `bash -c` or `sh -c` on a machine of its own. @throws whatever the machine threw */
export async function runSimulated(name: ShellName, script: string): Promise<Outcome> {
  const machine = bootForTest({ ...TEST_PROGRAMS });
  const files = machine.kernel.viewAsRoot(machine.kernel.hostMounts);
  files.mkdirAll('/tmp/scratch');
  files.writeFile('/etc/passwd', 'root:x:0:0:root:/root:/bin/bash\n');
  files.mkdirAll('/usr/bin');
  files.writeFile('/usr/bin/env', machine.kernel.stub('env'), { mode: 0o755 });
  const own = name === 'dash' ? 'sh' : name;
  const limited: Program = (proc) => runLimited(proc, `/bin/${own}`, [own, '-c', script]);
  const result = await runForTest(machine, limited, [own], {
    cwd: '/tmp/scratch',
    env: { LC_ALL: 'C.UTF-8' },
  });
  if (machine.errors.length > 0) throw machine.errors[0] as Error;
  const { code = -1 } = result.status as { code?: number };
  return { stdout: result.stdout, stderr: result.stderr, status: code };
}

/** Runs a program and waits for all that it leaves behind. */
async function runLimited(proc: Process, path: string, argv: readonly string[]): Promise<number> {
  const deadlineMs = proc.now() + LIMIT_MS;
  const killAll = (): void => {
    for (const { pid } of proc.processes()) if (pid !== proc.pid) proc.kill(pid, 'SIGKILL');
  };
  const child = proc.spawn(path, argv);
  proc.thread('limit', async () => {
    await proc.sleep(LIMIT_MS);
    killAll();
  });
  const { status } = await proc.wait(child);
  while (proc.processes().length > 1 && proc.now() < deadlineMs) await proc.sleep(5);
  killAll();
  return 'code' in status || 'signal' in status ? exitStatus(status) : -1;
}
