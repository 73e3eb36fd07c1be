import type { Page } from '@playwright/test';
import { countFrames, openPage, throttle, type, type Frames } from './bench-page.ts';
import { WHEN_PROMPTED, withBuiltPage } from './built-page.ts';
import { percentile, type Benchmark, type Row } from './measure.ts';

const NAME = 'the page with 5,000 containers on 5 machines';
const MACHINES = 5;
/** With five of a service whose port is open everywhere: ingress has addresses for some 250. */
const REPLICAS = 4990;
const MEASURED_MS = 5000;
const PATIENCE_MS = 300_000;
const THROTTLED = 4;

/** Frames a second of the page while a service of five thousand replicas comes up, when it is up, and while requests go through its port. */
export const crowd: Benchmark = () =>
  withBuiltPage(NAME, async (browser, address) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await openPage(page, address, 'list');
    const idle = await countFrames(page, MEASURED_MS);
    await openSwarm(page);
    await type(page, 'docker service create -q --name web --replicas 5 -p 8080:80 traefik/whoami');
    await type(page, 'docker service create -q --name s alpine sleep 1000000');
    await page.keyboard.type(`docker service scale -d s=${REPLICAS}\n`);
    const rising = await countFrames(page, MEASURED_MS);
    await page.getByText(`${REPLICAS} of ${REPLICAS} running`).first().waitFor({ timeout: PATIENCE_MS });
    const up = await countFrames(page, MEASURED_MS);
    await page.keyboard.type(`while curl -s localhost:8080 > /dev/null; do :; done\n`);
    const asked = await countFrames(page, MEASURED_MS);
    await page.getByRole('button', { name: 'Picture', exact: true }).click();
    await page.getByRole('button', { name: `Service s, ${REPLICAS} of ${REPLICAS} running` }).waitFor();
    const pictured = await countFrames(page, MEASURED_MS);
    const rows = (what: string, found: Frames): Row[] =>
      frameRows(`${NAME}: ${what}`, found, { name: 'at the prompt of one machine', frames: idle });
    return [
      ...rows('coming up', rising),
      ...rows('up', up),
      ...rows('under requests', asked),
      ...rows('as a picture, under requests', pictured),
    ];
  });

const PICTURE = 'the picture of 500 containers';
const FEW = 500;
/** Clicks until each container is drawn by itself. */
const CLOSER = 2;

/** Frames a second of the picture with 500 containers under a hundred requests a second: all of it, and so close that each container is drawn. */
export const picture: Benchmark = () =>
  withBuiltPage(PICTURE, async (browser, address) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await openPage(page, address, 'picture');
    const idle = await countFrames(page, MEASURED_MS);
    await type(page, 'docker swarm init > /dev/null; clear');
    await type(page, 'docker service create -q --name web --replicas 5 -p 8080:80 traefik/whoami');
    await type(page, 'docker service create -q -d --name s alpine sleep 1000000');
    await type(page, `docker service scale -d s=${FEW - 5}`);
    const service = page.getByRole('button', { name: `Service s, ${FEW - 5} of ${FEW - 5} running` });
    await service.waitFor({ timeout: PATIENCE_MS });
    await page.keyboard.type('while :; do curl -s localhost:8080 > /dev/null; sleep 0.004; done\n');
    const counted = await countFrames(page, MEASURED_MS);
    for (let click = 0; click < CLOSER; click++)
      await page.getByRole('button', { name: 'Look closer' }).click();
    await page
      .locator('.node-container')
      .nth(FEW - 1)
      .waitFor();
    const before = await requestsSoFar(page);
    const drawn = await countFrames(page, MEASURED_MS);
    const rate = Math.round(((await requestsSoFar(page)) - before) / (MEASURED_MS / 1000));
    await throttle(page, THROTTLED);
    const throttled = await countFrames(page, MEASURED_MS);
    const rows = (what: string, found: Frames): Row[] =>
      frameRows(`${PICTURE}: ${what}`, found, { name: 'at the prompt, nothing there', frames: idle });
    return [
      ...rows('counted', counted),
      ...rows(`each drawn, ${rate} requests/s`, drawn),
      ...rows(`the same, CPU throttled ${THROTTLED}×`, throttled),
    ];
  });

/** How many there were in a second, and how long all but the slowest of them took. */
function frameRows(name: string, found: Frames, idle: { name: string; frames: Frames }): Row[] {
  const row = (what: string, unit: 'frames/s' | 'ms', of: (frames: Frames) => number): Row => ({
    name: `${name}${what}`,
    median: of(found),
    unit,
    runs: 1,
    baselines: [{ name: idle.name, median: of(idle.frames) }],
  });
  return [
    row('', 'frames/s', ({ aSecond }) => aSecond),
    row(', a frame, 95th percentile', 'ms', ({ intervals }) => percentile(intervals, 95)),
  ];
}

/** What the socket's hint says. */
async function requestsSoFar(page: Page): Promise<number> {
  const hint = (await page.locator('.node-port title').first().textContent()) ?? '';
  return Number(/(\d+) requests? so far/.exec(hint)?.[1] ?? 0);
}

/** A swarm of all machines, made with what the page has for it. */
async function openSwarm(page: Page): Promise<void> {
  const world = page.getByRole('region', { name: 'World', exact: true });
  await world.getByRole('button', { name: `${MACHINES} machines` }).click();
  await type(page, 'docker swarm init');
  await type(page, 'docker swarm join-token -q worker > /root/token; clear');
  const token = await type(page, 'cat /root/token');
  for (let node = 2; node <= MACHINES; node++) {
    await world.getByRole('button', { name: `New terminal on node${node}` }).click();
    await page.evaluate(WHEN_PROMPTED);
    await type(page, `docker swarm join --token ${token} 192.168.0.18:2377`);
  }
  await page.getByRole('tab', { name: /^node1 ·/ }).click();
}
