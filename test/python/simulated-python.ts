import { nodeHost } from '../../src/host/node.ts';
import { programStub } from '../../src/kernel/exec-format.ts';
import { runForTest, stillHost } from '../../src/kernel/testing/boot.ts';
import { bootWithPrograms } from '../../src/programs/testing/run-script.ts';
import { python } from '../../src/programs/python/python.ts';
import { exitStatus } from '../../src/shell/jobs.ts';
import type { Process } from '../../src/kernel/process.ts';
import type { Outcome } from './programs.ts';

const FOLDER = '/tmp/python-judge';
const ENVIRONMENT = { PATH: '/usr/bin:/bin', HOME: '/root', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
/** Virtual time after which a program that does not end is killed. */
const LIMIT_MS = 60_000;

/** Runs a program as `python3 app.py`, of the release that is given, on a machine of its own. @throws whatever the machine threw */
export async function runSimulated(program: string, release = ''): Promise<Outcome> {
  const machine = bootWithPrograms({ python3: python }, { ...stillHost, compile: nodeHost.compile });
  const view = machine.kernel.viewAsRoot(machine.kernel.hostMounts);
  view.writeFile('/bin/python3', programStub('python3', 'amd64', release), { mode: 0o755 });
  view.mkdirAll(FOLDER);
  view.writeFile(`${FOLDER}/app.py`, `${program}\n`);
  const { stdout, stderr, status } = await runForTest(machine, limited, ['limited'], {
    cwd: FOLDER,
    env: ENVIRONMENT,
  });
  if (machine.errors.length > 0) throw machine.errors[0];
  return { stdout, stderr, status: (status as { code?: number }).code ?? -1 };
}

async function limited(proc: Process): Promise<number> {
  const child = proc.spawn('/bin/python3', ['python3', 'app.py']);
  proc.thread('limit', async () => {
    await proc.sleep(LIMIT_MS);
    proc.kill(child, 'SIGKILL');
  });
  const { status } = await proc.wait(child);
  return 'code' in status || 'signal' in status ? exitStatus(status) : -1;
}
