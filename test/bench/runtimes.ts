import { existsSync } from 'node:fs';
import { writePythonImage } from '../../src/app/write-python-image.ts';
import { mountFolder } from '../../src/host/mount-folder.ts';
import { hostView } from '../../src/world/machine-image.ts';
import { PROJECT_FOLDER } from '../../src/world/world.ts';
import { createBenchWorld, openBenchShell } from './bench-world.ts';
import { median, times, type Benchmark, type Row } from './measure.ts';

const RUNS = 3;
const REQUESTS = 1000;

interface Runtime {
  readonly name: string;
  /** Of `samples` or `test/apps`: listens on `port` and needs no other container for `path`. */
  readonly app: string;
  readonly port: number;
  readonly path: string;
  /** Runs nothing to speak of. */
  readonly hello: string;
}

const RUNTIMES: readonly Runtime[] = [
  {
    name: 'Python (Flask)',
    app: 'flask-redis',
    port: 80,
    path: '/health',
    hello: `docker run --rm python:3.12-slim python -c 'print(6 * 7)'`,
  },
  {
    name: 'Node (Express)',
    app: 'express-redis',
    port: 3000,
    path: '/health',
    hello: `docker run --rm node:22-alpine node -p '6 * 7'`,
  },
];

/** A learner's own code: the first start of a runtime in this process, ten replicas from nothing to answers, and requests through a published port. */
export const runtimes: Benchmark = async () => {
  const rows: Row[] = [];
  process.env.DRYDOCK_PYTHON_IMAGE = await writePythonImage(process.cwd());
  for (const runtime of RUNTIMES)
    rows.push(await firstStart(runtime), await replicas(runtime), await requests(runtime));
  return rows;
};

/** Once: what is compiled stays. */
async function firstStart({ name, hello }: Runtime): Promise<Row> {
  const run = openBenchShell(createBenchWorld());
  await run(`docker pull -q ${hello.split(' ')[3] ?? ''}`);
  const found = await times(1, () => undefined, () => run(hello)); // prettier-ignore
  return { name: `${name}: first start`, median: median(found), unit: 'ms', runs: 1 };
}

async function openApp({ app }: Runtime): Promise<ReturnType<typeof openBenchShell>> {
  const world = createBenchWorld();
  const sample = new URL(`../../samples/${app}`, import.meta.url).pathname;
  const folder = existsSync(sample) ? sample : new URL(`../apps/${app}`, import.meta.url).pathname;
  mountFolder(hostView(world.machines[0].kernel), folder, PROJECT_FOLDER);
  const run = openBenchShell(world);
  await run('docker build -q -t app .');
  return run;
}

async function replicas(runtime: Runtime): Promise<Row> {
  const { name, port, path } = runtime;
  const script = `for i in $(seq 10); do docker run -d -p $((9000 + i)):${port} app; done
for i in $(seq 10); do until curl -sf localhost:$((9000 + i))${path}; do sleep 0.1; done; done`;
  const found = await times(RUNS, () => openApp(runtime), (run) => run(script)); // prettier-ignore
  return { name: `${name}: ten replicas up and answering`, median: median(found), unit: 'ms', runs: RUNS };
}

async function requests(runtime: Runtime): Promise<Row> {
  const { name, port, path } = runtime;
  const prepare = async (): Promise<ReturnType<typeof openBenchShell>> => {
    const run = await openApp(runtime);
    await run(`docker run -d -p 9000:${port} app; until curl -sf localhost:9000${path}; do sleep 0.1; done`);
    return run;
  };
  const found = await times(RUNS, prepare, (run) =>
    run(`curl -s "localhost:9000${path}?[1-${REQUESTS}]" > /dev/null`),
  );
  const perSecond = (REQUESTS * 1000) / median(found);
  return { name: `${name}: through a published port`, median: perSecond, unit: 'requests/s', runs: RUNS };
}
