import { Session } from 'node:inspector/promises';
import { writeFileSync } from 'node:fs';
import { writePythonImage } from '../../src/app/write-python-image.ts';
import { mountFolder } from '../../src/host/mount-folder.ts';
import { hostView } from '../../src/world/machine-image.ts';
import { PROJECT_FOLDER } from '../../src/world/world.ts';
import { createBenchWorld, openBenchShell } from './bench-world.ts';
process.env.DRYDOCK_PYTHON_IMAGE = await writePythonImage(process.cwd());
async function openApp(app: string) {
  const world = createBenchWorld();
  mountFolder(hostView(world.machines[0].kernel), new URL(`../apps/${app}`, import.meta.url).pathname, PROJECT_FOLDER);
  const run = openBenchShell(world);
  await run('docker build -q -t app .');
  return run;
}
const script = `for i in $(seq 10); do docker run -d -p $((9000 + i)):80 app; done
for i in $(seq 10); do until curl -sf localhost:$((9000 + i))/health; do sleep 0.1; done; done`;
const mode = process.argv[2];
const session = new Session(); session.connect();
let prof;
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', {interval: 200});
const ts: number[] = [];
for (let k = 0; k < 5; k++) {
  const run = await openApp('flask-redis');
  if (mode === 'req') await run(`docker run -d -p 9000:80 app; until curl -sf localhost:9000/health; do sleep 0.1; done`);
  if (k === 2) await session.post('Profiler.start');
  const t = process.cpuUsage();
  if (mode === 'req') await run(`curl -s "localhost:9000/health?[1-1000]" > /dev/null`); else await run(script);
  const u = process.cpuUsage(t); ts.push((u.user + u.system) / 1000);
  if (k === 3) { prof = (await session.post('Profiler.stop')).profile; writeFileSync('/tmp/prof-'+mode+'.cpuprofile', JSON.stringify(prof)); }
}
console.log(mode, ts.map((x) => Math.round(x)).join(' '));
process.exit(0);
