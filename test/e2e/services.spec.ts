import { expect } from '@playwright/test';
import { test, Workbench } from './workbench.ts';

test('a service is scaled, and its port leads to the replicas', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.hurry();
  await workbench.run('docker swarm init');
  await workbench.type('docker service create --name web -p 8080:80 --replicas 2 nginx:alpine\n');
  await workbench.expectTerminal('verify: Service');
  await workbench.prompt();
  await workbench.type('docker service scale web=3\n');
  await workbench.expectTerminal('3/3: running');
  await workbench.prompt();

  await expect(workbench.world.getByRole('article', { name: /^Container web\.\d\./ })).toHaveCount(3);
  await expect(workbench.world.getByText('localhost:8080').first()).toBeVisible();
  await workbench.browser.getByRole('button', { name: 'Open localhost:8080' }).click();
  await expect(workbench.browser.frameLocator('iframe').getByText('Welcome to nginx!').first()).toBeVisible();
});

test('a compose project is brought up, scaled and taken down', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const services = ['web:', '  image: nginx:alpine', '  ports: [80]', 'cache:', '  image: redis:7-alpine'];
  await workbench.run(
    `mkdir shop; cd shop; printf 'services:\\n${services.map((line) => `  ${line}\\n`).join('')}' > compose.yaml`,
  );
  await workbench.type('docker compose up -d --scale web=2\n');
  await workbench.expectTerminal(/✔ Container shop-web-2 +Started/);
  await workbench.prompt();
  const cards = workbench.world.getByRole('article', { name: /^Container shop-/ });
  await expect(cards).toHaveCount(3);

  await workbench.type('docker compose up\n');
  await workbench.expectTerminal('Attaching to');
  await page.keyboard.press('Control+c');
  await workbench.expectTerminal('Gracefully stopping...');
  await workbench.prompt();
  await workbench.run('docker compose down');
  await expect(cards).toHaveCount(0);
});
