import type { Kernel, ProcessSpec, StartedProcess } from '../../kernel/kernel.ts';
import { OutputHub, type OutputListener } from '../containers/output-hub.ts';
import { openStdio } from '../containers/stdio.ts';

/** A process whose output is read by its starter. */
export interface CapturedProcess {
  readonly process: StartedProcess;
  /** Both streams; ends when every process that holds them has closed them. */
  readonly output: OutputListener;
}

/** Starts a process without input. It waits while its output is not read. @throws SysError */
export function captureProcess(kernel: Kernel, spec: Omit<ProcessSpec, 'fds'>): CapturedProcess {
  const { fds, outputs } = openStdio(kernel, { Tty: false, OpenStdin: false });
  const process = kernel.start({ ...spec, fds });
  const hub = new OutputHub(kernel.scheduler);
  const output = hub.listen();
  const pumps = outputs.map((pump) =>
    kernel.task('build output', async () => {
      for (let data = await pump.read(); data; data = await pump.read())
        await hub.push({ stream: pump.stream, data });
    }),
  );
  kernel.task('end of build output', async () => {
    for (const pump of pumps) await pump.join();
    hub.end();
  });
  return { process, output };
}
