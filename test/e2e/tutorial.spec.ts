import { existsSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test, Workbench } from './workbench.ts';

const APPS = new URL('../apps/', import.meta.url);
const SAMPLES = new URL('../../samples/', import.meta.url);

/** Has the files of a sample app in the project folder, pasted in one piece. */
async function bring(workbench: Workbench, app: string, ...names: string[]): Promise<void> {
  const folder = existsSync(new URL(app, SAMPLES)) ? SAMPLES : APPS;
  const lines = names.map((name) => {
    const text = readFileSync(new URL(`${app}/${name}`, folder)).toString('base64');
    return `echo ${text} | base64 -d > ${name}`;
  });
  await workbench.type('');
  await workbench.page.keyboard.insertText(lines.join('; '));
  await workbench.run('');
  expect(await workbench.run(`ls ${names.join(' ')} | wc -l`)).toBe(String(names.length));
}

/** The hostnames that so many requests to an address meet. */
const HOSTNAMES = `hostnames() { for i in $(seq $1); do curl -s $2 | grep -o 'Hostname:.*<br' | cut -c14-25; done | sort -u; }`;

const PATIENTLY = { timeout: 60_000 };

test('the tutorial: a stack of five, seven, one killed, and away again', async ({ page }) => {
  test.setTimeout(180_000);
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.hurry();
  await bring(
    workbench,
    'friendlyhello-swarm',
    'Dockerfile',
    'app.py',
    'requirements.txt',
    'docker-compose.yml',
  );
  await workbench.run('docker build -q -t friendlyhello .');
  await workbench.run(HOSTNAMES);
  await workbench.run('docker swarm init');
  await workbench.run('docker stack deploy -c docker-compose.yml getstartedlab');
  const service = workbench.world.getByRole('article', { name: 'Service getstartedlab_web' });
  await expect(service.getByText('5 of 5 running')).toBeVisible(PATIENTLY);
  await workbench.run('until curl -s localhost:4000 > /dev/null; do sleep 1; done; sleep 2');
  expect(await workbench.run('hostnames 5 localhost:4000 | tee /tmp/five | wc -l')).toBe('5');
  await expect(workbench.world.getByText(/^\d+ requests to \d containers so far$/)).toBeVisible();

  await workbench.run("sed -i 's/replicas: 5/replicas: 7/' docker-compose.yml");
  await workbench.run('docker stack deploy -c docker-compose.yml getstartedlab');
  await expect(service.getByText('7 of 7 running')).toBeVisible(PATIENTLY);
  await workbench.run('sleep 3');
  expect(await workbench.run('hostnames 7 localhost:4000 | comm -12 - /tmp/five | wc -l')).toBe('5');

  await workbench.run('docker kill $(head -1 /tmp/five)');
  await expect(service.getByText('6 of 7 running')).toBeVisible();
  await expect(service.getByText('7 of 7 running')).toBeVisible(PATIENTLY);

  await workbench.run('docker stack rm getstartedlab');
  await expect(service).toHaveCount(0);
  expect(await workbench.run('docker swarm leave --force')).toBe('Node left the swarm.');
});

test('the same with compose, behind an nginx that balances', async ({ page }) => {
  test.setTimeout(180_000);
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.hurry();
  await bring(
    workbench,
    'compose-balancer',
    'Dockerfile',
    'app.py',
    'requirements.txt',
    'compose.yaml',
    'nginx.conf',
  );
  await workbench.run(HOSTNAMES);
  await workbench.run('docker compose --progress quiet up -d --build --scale web=5');
  await expect(workbench.world.getByRole('article', { name: /^Container site-web-\d$/ })).toHaveCount(5);
  await workbench.run('until curl -sf localhost:8080 > /dev/null; do sleep 1; done; sleep 2');
  expect(await workbench.run('hostnames 5 localhost:8080 | wc -l')).toBe('5');
  await workbench.run('docker compose --progress quiet down');
  await expect(workbench.world.getByRole('article', { name: /^Container / })).toHaveCount(0);
});
