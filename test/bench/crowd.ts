import type { Page } from '@playwright/test';
import { WHEN_PROMPTED, withBuiltPage } from './built-page.ts';
import type { Benchmark } from './measure.ts';

const NAME = 'the page with 5,000 containers on 5 machines';
const MACHINES = 5;
/** With five of a service whose port is open everywhere: ingress has addresses for some 250. */
const REPLICAS = 4990;
const MEASURED_MS = 5000;
const PATIENCE_MS = 300_000;

/** Frames a second of the page while a service of five thousand replicas comes up, when it is up, and while requests go through its port. */
export const crowd: Benchmark = () =>
  withBuiltPage(NAME, async (browser, address) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await openPage(page, address, 'list');
    const idle = await page.evaluate<number>(FRAMES);
    await openSwarm(page);
    await type(page, 'docker service create -q --name web --replicas 5 -p 8080:80 traefik/whoami');
    await type(page, 'docker service create -q --name s alpine sleep 1000000');
    await page.keyboard.type(`docker service scale -d s=${REPLICAS}\n`);
    const rising = await page.evaluate<number>(FRAMES);
    await page.getByText(`${REPLICAS} of ${REPLICAS} running`).first().waitFor({ timeout: PATIENCE_MS });
    const up = await page.evaluate<number>(FRAMES);
    await page.keyboard.type(`while curl -s localhost:8080 > /dev/null; do :; done\n`);
    const asked = await page.evaluate<number>(FRAMES);
    await page.getByRole('button', { name: 'Picture', exact: true }).click();
    await page.getByRole('button', { name: `Service s, ${REPLICAS} of ${REPLICAS} running` }).waitFor();
    const pictured = await page.evaluate<number>(FRAMES);
    const baselines = [{ name: 'at the prompt of one machine', median: idle }];
    const row = (what: string, median: number) =>
      ({ name: `${NAME}: ${what}`, median, unit: 'frames/s', runs: 1, baselines }) as const;
    return [
      row('coming up', rising),
      row('up', up),
      row('under requests', asked),
      row('as a picture, under requests', pictured),
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
    const idle = await page.evaluate<number>(FRAMES);
    await type(page, 'docker swarm init > /dev/null; clear');
    await type(page, 'docker service create -q --name web --replicas 5 -p 8080:80 traefik/whoami');
    await type(page, 'docker service create -q -d --name s alpine sleep 1000000');
    await type(page, `docker service scale -d s=${FEW - 5}`);
    const service = page.getByRole('button', { name: `Service s, ${FEW - 5} of ${FEW - 5} running` });
    await service.waitFor({ timeout: PATIENCE_MS });
    await page.keyboard.type('while :; do curl -s localhost:8080 > /dev/null; sleep 0.004; done\n');
    const counted = await page.evaluate<number>(FRAMES);
    for (let click = 0; click < CLOSER; click++)
      await page.getByRole('button', { name: 'Look closer' }).click();
    await page
      .locator('.node-container')
      .nth(FEW - 1)
      .waitFor();
    const before = await requestsSoFar(page);
    const drawn = await page.evaluate<number>(FRAMES);
    const rate = Math.round(((await requestsSoFar(page)) - before) / (MEASURED_MS / 1000));
    const baselines = [{ name: 'at the prompt, nothing there', median: idle }];
    const row = (what: string, median: number) =>
      ({ name: `${PICTURE}: ${what}`, median, unit: 'frames/s', runs: 1, baselines }) as const;
    return [row('counted', counted), row(`each drawn, ${rate} requests/s`, drawn)];
  });

/** What the socket's hint says. */
async function requestsSoFar(page: Page): Promise<number> {
  const hint = (await page.locator('.node-port title').first().textContent()) ?? '';
  return Number(/(\d+) requests? so far/.exec(hint)?.[1] ?? 0);
}

/** Opens the page with the world shown so, and waits for its prompt. */
async function openPage(page: Page, address: string, worldView: 'picture' | 'list'): Promise<void> {
  await page.addInitScript(`localStorage.setItem('drydock.settings', '{"worldView":"${worldView}"}')`);
  await page.goto(`${address}?e2e&seed=1`);
  await page.evaluate(WHEN_PROMPTED);
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

/** Types a command, waits for the next prompt; the last line it printed. */
async function type(page: Page, command: string): Promise<string> {
  const terminal = page.getByRole('textbox', { name: 'Terminal input' }).locator('visible=true');
  await terminal.focus();
  await page.keyboard.type(`${command}\n`);
  await page.waitForTimeout(300);
  await page.evaluate(WHEN_PROMPTED);
  const text = await page.evaluate<string>('window.drydockTerminalText()');
  return text.trimEnd().split('\n').at(-2)?.trim() ?? '';
}

const FRAMES = `new Promise((resolve) => {
  let frames = -1, begin = 0;
  const frame = (now) => {
    begin ||= now;
    frames++;
    now - begin < ${MEASURED_MS} ? requestAnimationFrame(frame) : resolve(frames * 1000 / (now - begin));
  };
  requestAnimationFrame(frame);
})`;
