import { expect } from '@playwright/test';
import { test, Workbench } from './workbench.ts';

test('from a Dockerfile to a page, and back after a reload', async ({ page }) => {
  test.setTimeout(150_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const workbench = new Workbench(page);

  await test.step('the page opens with a prompt in the project folder', async () => {
    await workbench.open();
    expect(await workbench.run('pwd')).toBe('/root/site');
    expect(await workbench.run('ls')).toContain('Dockerfile');
  });

  await test.step('hello-world prints its greeting and ends with 0', async () => {
    expect(await workbench.run('docker run hello-world; echo status $?')).toMatch(
      /Hello from Docker![\s\S]*status 0$/,
    );
    await expect(workbench.image('hello-world:latest')).toBeVisible();
  });

  await test.step('an edit, a build, the world panel shows the image', async () => {
    await workbench.writeFile(
      'index.html',
      '<!doctype html><title>T</title><link rel="stylesheet" href="style.css"><h1>Ship one</h1><img src="boat.svg" alt="boat"><a href="about.html">About</a>',
    );
    const output = await workbench.run('docker build -t friendlyhello .');
    expect(output).toContain('FINISHED');
    expect(output).toContain('naming to docker.io/library/friendlyhello');
    await expect(workbench.image('friendlyhello:latest')).toContainText('layers');
  });

  await test.step('building again after an edit uses the cache where nothing changed', async () => {
    expect(await workbench.run('docker build -t friendlyhello .')).toMatch(/CACHED \[2\/2\] COPY/);
    await workbench.writeFile('style.css', 'h1 { color: rgb(1, 2, 3) }');
    expect(await workbench.run('docker build -t friendlyhello .')).not.toMatch(/CACHED \[2\/2\] COPY/);
  });

  await test.step('run, curl, and the browser panel', async () => {
    expect(await workbench.run('docker run -d -p 4000:80 --name web friendlyhello')).toMatch(
      /^[0-9a-f]{64}$/,
    );
    await expect(workbench.container('web')).toContainText('running');
    expect(await workbench.run('until curl -s localhost:4000; do sleep 0.1; done')).toContain(
      '<h1>Ship one</h1>',
    );
    await workbench
      .container('web')
      .getByRole('button', { name: /localhost:4000/ })
      .click();
    const heading = workbench.frame.getByRole('heading', { name: 'Ship one' });
    await expect(heading).toHaveCSS('color', 'rgb(1, 2, 3)');
    const image = workbench.frame.getByRole('img', { name: 'boat' });
    await expect
      .poll(() => image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(0);
    await workbench.frame.getByRole('link', { name: 'About' }).click();
    await expect(workbench.frame.getByRole('heading', { name: 'About this page' })).toBeVisible();
    await workbench.browser.getByRole('button', { name: 'Back' }).click();
    await expect(heading).toBeVisible();
  });

  await test.step('inside the container', async () => {
    await workbench.type('docker exec -it web sh\n');
    await workbench.expectTerminal(/\n\/ #$/);
    await workbench.type('echo changed > /usr/share/nginx/html/note.txt; exit\n');
    await workbench.expectTerminal(/note\.txt; exit\nroot@\S+#$/);
    expect(await workbench.run('docker diff web')).toContain('A /usr/share/nginx/html/note.txt');
    expect(await workbench.run('curl -s localhost:4000/note.txt')).toBe('changed');
  });

  await test.step('buttons type commands', async () => {
    await workbench.container('web').getByRole('button', { name: 'logs' }).click();
    await workbench.expectTerminal('docker logs web');
    await workbench.prompt();
  });

  await test.step('everything is there after a reload', async () => {
    await workbench.reload();
    await workbench.expectTerminal('docker logs web');
    await expect(workbench.container('web')).toContainText('running');
    expect(await workbench.run('pwd')).toBe('/root/site');
    expect(await workbench.run('curl -s localhost:4000/note.txt')).toBe('changed');
    expect(await workbench.run('cat style.css')).toBe('h1 { color: rgb(1, 2, 3) }');
  });

  await test.step('stop and clean up', async () => {
    expect(await workbench.run('docker stop web')).toBe('web');
    await expect(workbench.container('web')).toContainText('exited');
    await (await workbench.visit('localhost:4000')).owner().waitFor({ state: 'detached' });
    await expect(workbench.browser).toContainText('Nothing listens on port 4000');
    expect(await workbench.run('docker rm web')).toBe('web');
    await expect(workbench.container('web')).toHaveCount(0);
    expect(await workbench.run('docker rmi friendlyhello')).toContain('Untagged: friendlyhello:latest');
  });

  expect(problems).toEqual([]);
});

test('a mistake in the Dockerfile is marked in the editor and told in the terminal', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.writeFile('Dockerfile', 'FROM nginx:alpine\nCOPPY . /x\n');
  await expect(workbench.problems).toContainText('COPPY');
  expect(await workbench.run('docker build -t friendlyhello . 2>&1')).toContain('unknown instruction: COPPY');
});
