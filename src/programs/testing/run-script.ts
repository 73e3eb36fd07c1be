import type { Host } from '../../host/host.ts';
import { bootForTest, runForTest } from '../../kernel/testing/boot.ts';
import type { Program } from '../../kernel/process.ts';
import { shell } from '../../shell/shell-program.ts';
import { PROGRAMS } from '../program-table.ts';

/** What a script did. */
export interface ScriptResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: unknown;
}

/** A machine with every program, and `busybox` images of all of them in /busybox. */
export function bootWithPrograms(
  more: Record<string, Program> = {},
  host?: Host,
): ReturnType<typeof bootForTest> {
  const machine = bootForTest({ ...Object.fromEntries(PROGRAMS), sh: shell, ...more }, host);
  const view = machine.kernel.viewAsRoot(machine.kernel.hostMounts);
  view.writeFile(
    '/etc/passwd',
    'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n',
  );
  view.writeFile('/etc/group', 'root:x:0:\nnogroup:x:65534:\n');
  view.mkdirAll('/work');
  view.mkdirAll('/busybox');
  view.writeFile('/busybox/busybox', machine.kernel.stub('busybox'), { mode: 0o755 });
  for (const name of [...PROGRAMS.keys(), 'sh'])
    if (name !== 'busybox') view.symlink('/busybox/busybox', `/busybox/${name}`);
  return machine;
}

/** Runs a shell script with the GNU programs, or (`busybox`) with busybox's. */
export async function runScript(
  script: string,
  options: { busybox?: boolean; stdin?: string; machine?: ReturnType<typeof bootForTest> } = {},
): Promise<ScriptResult> {
  const machine = options.machine ?? bootWithPrograms();
  const directory = options.busybox ? '/busybox' : '/bin';
  const result = await runForTest(machine, `${directory}/sh`, ['sh', '-c', script], {
    cwd: '/work',
    env: { PATH: directory },
    ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
  });
  if (machine.errors.length > 0) throw machine.errors[0];
  return result;
}
