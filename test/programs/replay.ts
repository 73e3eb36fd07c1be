import { runForTest } from '../../src/kernel/testing/boot.ts';
import { ZONE_RULES } from '../../src/lib/time-zone-names.ts';
import { bootWithPrograms } from '../../src/programs/testing/run-script.ts';
import { shell } from '../../src/shell/shell-program.ts';

/** A script and what came of it. */
export interface Recording {
  readonly script: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | undefined;
}

const ENVIRONMENT = { PATH: '/usr/bin:/bin', HOME: '/root', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/** Runs a script with bash in an empty /tmp/scratch of a machine of ours. */
export async function replay(script: string): Promise<Recording> {
  const machine = bootWithPrograms({ bash: shell });
  const view = machine.kernel.viewAsRoot(machine.kernel.hostMounts);
  view.mkdirAll('/tmp/scratch');
  view.mkdirAll('/usr');
  view.symlink('/bin', '/usr/bin');
  // The machine that recorded has tzdata.
  for (const zone of ZONE_RULES.keys()) {
    const file = `/usr/share/zoneinfo/${zone}`;
    view.mkdirAll(file.slice(0, file.lastIndexOf('/')));
    view.writeFile(file, '');
  }
  const result = await runForTest(machine, '/bin/bash', ['bash', '-c', script], {
    cwd: '/tmp/scratch',
    env: ENVIRONMENT,
  });
  if (machine.errors.length > 0) throw machine.errors[0];
  const { stdout, stderr } = result;
  return { script, stdout, stderr, status: (result.status as { code?: number }).code };
}
