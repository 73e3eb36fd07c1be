import type { Host } from '../../../host/host.ts';
import { TestPage } from '../test-page.ts';
import { liveWorld } from './life.ts';
import type { WorldStep } from './steps.ts';

/** Uses what is loaded late. */
const LOADING = [
  'docker run --rm alpine true; docker stop a; docker inspect a; docker events --until 0; docker stats --no-stream',
  'docker build -q -t app .; docker commit a b; docker system prune -f; docker cp a:/x .',
  'printf "services: {web: {image: nginx:alpine}}\\n" > compose.yaml; docker compose up -d; docker compose down',
  'docker swarm init; docker service create -d --name s alpine sleep 3; docker service rm s; docker swarm leave -f',
  'yes | head -c 9 | tail -1; curl -s -m 1 localhost; ping -c 1 localhost; wc -l /etc/passwd',
];

/** Lets time be real until all code that lives use is loaded: in time by hand nothing waits for it. */
export async function loadForLives(base: Host): Promise<void> {
  const page = await TestPage.open(base);
  for (const line of LOADING) await page.run(line);
  page.type('docker \t\t\x03');
  await page.query('writeFile', { path: '/root/site/a', text: '' });
  await page.travel('undo');
  await page.served()?.end();
}

/** What is wrong with a life of these steps, or with living it again. */
export async function brokenBy(steps: readonly WorldStep[], base: Host): Promise<readonly string[]> {
  const first = await liveWorld(steps, base);
  const again = await liveWorld(steps, base);
  if (first.digest === again.digest) return first.broken;
  // Where some code was loaded in the first, that took time.
  const third = await liveWorld(steps, base);
  return third.digest === again.digest
    ? third.broken
    : [...third.broken, 'R5: the same steps led to other bytes'];
}

/** For people. */
export const wordsOf = (steps: readonly WorldStep[]): string =>
  steps.map(({ action, pauseMs }) => `${JSON.stringify(action)} ${pauseMs}`).join('\n');
