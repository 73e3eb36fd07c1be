import { hostView, writeFiles } from '../../src/world/machine-image.ts';
import { PROJECT_FOLDER } from '../../src/world/world.ts';
import { createBenchWorld, openBenchShell } from './bench-world.ts';
import { median, times, type Benchmark } from './measure.ts';

const RUNS = 9;

/** Ten steps of a usual app: a package manager, files, a user, settings. */
const APP = `FROM node:22-alpine
ENV NODE_ENV=production
WORKDIR /app
COPY package.json ./
RUN npm install --omit=dev
COPY . .
RUN mkdir -p data && for i in 1 2 3; do echo "row $i" > "data/$i"; done
EXPOSE 3000
USER node
CMD ["node", "server.js"]
`;
const APP_FILES = {
  'app/Dockerfile': APP,
  'app/package.json': '{ "name": "app", "version": "1.0.0", "dependencies": { "express": "^4.18.0" } }',
  'app/server.js': "require('express')().listen(3000);\n",
};

/** Twenty steps, of which fifteen make a layer. */
const LONG = `FROM alpine:latest
ARG VERSION=1
ENV MODE=bench VERSION=$VERSION
LABEL topic=bench
WORKDIR /srv
${Array.from({ length: 6 }, (_, step) => `COPY file-${step}.txt ./\nRUN wc -c file-${step}.txt >> sizes`).join('\n')}
COPY . /all
EXPOSE 80
CMD ["cat", "sizes"]
`;
const LONG_FILES = {
  'long/Dockerfile': LONG,
  ...Object.fromEntries(
    Array.from({ length: 6 }, (_, step) => [`long/file-${step}.txt`, 'line\n'.repeat(100 * step)]),
  ),
};

/** An app of ten steps, each carried out, and a Dockerfile of twenty that all come from the cache. The base images are there. */
export const build: Benchmark = async () => {
  const world = createBenchWorld();
  writeFiles(hostView(world.machines[0].kernel), PROJECT_FOLDER, { ...APP_FILES, ...LONG_FILES });
  const run = openBenchShell(world);
  await run('docker build -q -t app app && docker build -q -t long long');
  const nothing = (): undefined => undefined;
  const cold = await times(RUNS, nothing, () => run('docker build -q --no-cache -t app app'));
  const again = await times(RUNS, nothing, () => run('docker build -q -t app app'));
  const cached = await times(RUNS, nothing, () => run('docker build -q -t long long'));
  return [
    { name: 'build of an app of 10 steps, cold', median: median(cold), unit: 'ms', runs: RUNS },
    {
      name: 'build of an app of 10 steps, cached',
      median: median(again),
      unit: 'ms',
      runs: RUNS,
      baselines: [{ name: 'the cold build', median: median(cold) }],
    },
    { name: 'build of 20 steps, cached', median: median(cached), unit: 'ms', runs: RUNS },
  ];
};
