import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

test('a service is spread over machines of a swarm, and moves off one that loses its power', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const workbench = new Workbench(page);
  const { world } = workbench;
  await workbench.open();
  await workbench.hurry();
  await world.getByRole('button', { name: 'Add a machine' }).click();
  await world.getByRole('button', { name: 'Add a machine' }).click();
  const machine = (name: string) => world.getByRole('article', { name: `Machine ${name}` });
  await expect(machine('node3').getByText('on', { exact: true })).toBeVisible();

  await workbench.run('docker swarm init');
  const token = (await workbench.run('docker swarm join-token -q worker')).trim();
  for (const name of ['node2', 'node3']) {
    await world.getByRole('button', { name: `New terminal on ${name}` }).click();
    await expect(page.getByRole('tab', { name: new RegExp(`^${name} ·`) })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await workbench.prompt();
    await workbench.type(`docker swarm join --token ${token} 192.168.0.18:2377\n`);
    await expect(machine(name).getByText('worker', { exact: true })).toBeVisible();
  }

  await page.getByRole('tab', { name: 'node1 · 1' }).click();
  await workbench.run('docker service create -d --name web -p 8080:80 --replicas 3 nginx:alpine');
  const service = world.getByRole('article', { name: 'Service web' });
  await expect(service.getByText('3 of 3 running')).toBeVisible({ timeout: 30_000 });
  for (const name of ['node1', 'node2', 'node3'])
    await expect(
      machine(name)
        .getByRole('listitem')
        .filter({ hasText: /^web\.\d$/ }),
    ).toHaveCount(1);

  await workbench.run('curl -s localhost:8080 > /dev/null');
  await world.getByText('1 request to 1 container so far').click();
  await expect(world.getByText('1 request: 1 from node1 by port 8080 of node1')).toBeVisible();

  await machine('node2').getByText('Chaos', { exact: true }).click();
  await expectAccessible(page, { within: '#world' });
  await machine('node2').getByRole('button', { name: 'Power off: node2' }).click();
  await expect(machine('node2').getByText('switched off')).toBeVisible();
  await page.getByRole('tab', { name: /^node2 ·/ }).click();
  await expect(page.getByText('node2 is switched off.')).toBeVisible();
  const elsewhere = world
    .getByRole('list', { name: /^Running on/ })
    .getByRole('listitem')
    .filter({ hasText: /^web\.\d/ });
  await expect(elsewhere).toHaveCount(3, { timeout: 45_000 });
  await expect(service.getByText('3 of 3 running')).toBeVisible();

  await page.getByRole('tab', { name: 'node1 · 1' }).click();
  await service.getByRole('button', { name: 'scale 4' }).click();
  await expect(service.getByText('4 of 4 running')).toBeVisible({ timeout: 30_000 });
  await workbench.prompt();

  await workbench.reload();
  await expect(machine('node2').getByText('switched off')).toBeVisible();
  await expect(service.getByText('4 of 4 running')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('tab', { name: /^node2 ·/ }).click();
  await page.getByRole('button', { name: 'Switch node2 on' }).click();
  await workbench.prompt();
  await expect(machine('node2').getByText('worker', { exact: true })).toBeVisible({ timeout: 30_000 });
});

test('an image is made to crash, and a container killed, on the only machine', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.hurry();
  await workbench.run('docker run -d --name web --restart always nginx:alpine');
  await expect(workbench.container('web')).toContainText('running');
  const machine = workbench.world.getByRole('article', { name: 'Machine node1' });
  await machine.getByText('Chaos', { exact: true }).click();
  await machine.getByRole('button', { name: 'Make it crash' }).click();
  await expect(workbench.container('web')).toContainText('restarting');
  await machine.getByRole('button', { name: 'Let it run again' }).click();
  await expect(workbench.container('web')).toContainText('running');
  await workbench.run('sleep 2');
  await machine.getByRole('button', { name: 'Kill it' }).click();
  await workbench.expectTerminal('docker kill web');
  await expect(workbench.container('web')).toContainText('exited (137)');
});

test('requests move as dots, unless stillness is asked for', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.hurry();
  await workbench.run('docker run -d -p 8080:80 traefik/whoami');
  const dots = page.locator('.traffic-dot');
  await workbench.type('for i in $(seq 20); do curl -s localhost:8080 > /dev/null; sleep 0.2; done\n');
  await expect(dots).not.toHaveCount(0);
  await workbench.prompt();
  await expect(dots).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await workbench.run('for i in 1 2 3; do curl -s localhost:8080 > /dev/null; sleep 0.2; done');
  await expect(workbench.world.getByText('23 requests to 1 container so far')).toBeVisible();
  await expect(dots).toHaveCount(0);
});
