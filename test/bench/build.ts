import { hostView, writeFiles } from '../../src/world/machine-image.ts';
import { PROJECT_FOLDER } from '../../src/world/world.ts';
import { createBenchWorld, openBenchShell } from './bench-world.ts';
import { median, times, type Benchmark } from './measure.ts';

const RUNS = 5;

const DOCKERFILE = `FROM alpine:latest
WORKDIR /app
COPY one.txt .
RUN cat one.txt > made
COPY two.txt .
RUN mkdir -p deep/er && cp two.txt deep/er/
ENV MODE=bench
RUN for i in 1 2 3 4 5; do echo "$MODE $i" > "file-$i"; done
COPY . /srv
RUN ls -l /srv > listing
`;
const FILES = { Dockerfile: DOCKERFILE, 'one.txt': 'one\n', 'two.txt': 'two\n' };

/** A Dockerfile of ten steps, each executed, and then all of them from the cache. */
export const build: Benchmark = async () => {
  const world = createBenchWorld();
  writeFiles(hostView(world.machines[0].kernel), `${PROJECT_FOLDER}/bench`, FILES);
  const run = openBenchShell(world);
  await run('cd bench && docker build -q -t bench .');
  const nothing = (): undefined => undefined;
  const cold = await times(RUNS, nothing, () => run('docker build -q --no-cache -t bench .'));
  const cached = await times(RUNS, nothing, () => run('docker build -q -t bench .'));
  return [
    { name: 'build of 10 steps, cold', median: median(cold), unit: 'ms', runs: RUNS },
    {
      name: 'build of 10 steps, cached',
      median: median(cached),
      unit: 'ms',
      runs: RUNS,
      baselines: [{ name: 'the cold build', median: median(cold) }],
    },
  ];
};
