/** `npm run bench [-- NAME…]`: measures, prints one table. Numbers are for comparing on one machine, not between machines. */
import { build } from './build.ts';
import { composeLoad } from './compose-load.ts';
import { containerHeap } from './container-heap.ts';
import { containers } from './containers.ts';
import { crowd, picture } from './crowd.ts';
import { editorReady } from './editor-ready.ts';
import { files } from './files.ts';
import { firstPrompt } from './first-prompt.ts';
import { growth } from './growth.ts';
import { interrupt } from './interrupt.ts';
import { leak } from './leak.ts';
import { listContainers } from './list-containers.ts';
import type { Benchmark, Row, Skipped } from './measure.ts';
import { pageHeap } from './page-heap.ts';
import { pageSave } from './page-save.ts';
import { pageSize } from './page-size.ts';
import { parseDockerfiles } from './parse-dockerfiles.ts';
import { requests } from './requests.ts';
import { restore } from './restore.ts';
import { runtimes } from './runtimes.ts';
import { shellLoop } from './shell-loop.ts';
import { snapshot } from './snapshot.ts';
import { routingMesh, serviceScale } from './swarm.ts';
import { formatTable } from './table.ts';
import { throughput } from './throughput.ts';
import { typing } from './typing.ts';

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  containers,
  growth,
  'container-heap': containerHeap,
  leak,
  snapshot,
  files,
  build,
  'parse-dockerfiles': parseDockerfiles,
  'compose-load': composeLoad,
  'shell-loop': shellLoop,
  throughput,
  runtimes,
  'list-containers': listContainers,
  'service-scale': serviceScale,
  'routing-mesh': routingMesh,
  requests,
  'page-size': pageSize,
  'first-prompt': firstPrompt,
  interrupt,
  typing,
  'editor-ready': editorReady,
  restore,
  'page-save': pageSave,
  'page-heap': pageHeap,
  crowd,
  picture,
};

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.find((name) => !(name in BENCHMARKS));
  if (unknown !== undefined)
    throw new Error(`no benchmark "${unknown}"; there are: ${Object.keys(BENCHMARKS).join(', ')}`);
  const rows: (Row | Skipped)[] = [];
  for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stderr.write(`bench: ${name}\n`);
    rows.push(...(await benchmark()));
  }
  console.log(formatTable(rows));
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
