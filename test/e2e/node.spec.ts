import { expect } from '@playwright/test';
import { test, Workbench } from './workbench.ts';

test('a learner’s JavaScript runs in the page, and comes with its first use', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const workbench = new Workbench(page);
  await workbench.open();
  expect(loaded.filter((path) => path.includes('quickjs'))).toEqual([]);

  await workbench.type('docker run -d --name app node:22-alpine node -e "setInterval(() => {}, 1000)"\n');
  await workbench.expectTerminal('Status: Downloaded newer image for node:22-alpine');
  await workbench.prompt();
  await workbench.type(`docker exec app node -p "[1, 2, 3].map((n) => n * 2)"\n`);
  await workbench.expectTerminal('\n[ 2, 4, 6 ]');
  await workbench.prompt();
  expect(loaded.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);

  // As process 1, node would not hear it.
  await test.step('an endless loop leaves the page alone, and ends at Ctrl+C', async () => {
    await workbench.type(
      `docker run -it --init --rm node:22-alpine node -e "console.log('round'); for (;;);"\n`,
    );
    await workbench.expectTerminal('\nround');
    await page.keyboard.press('Control+c');
    await workbench.prompt();
  });

  await test.step('node alone is a conversation', async () => {
    await workbench.type('docker run -it --rm node:22-alpine\n');
    await workbench.expectTerminal('Welcome to Node.js v22');
    await workbench.type('const half = (n) => n / 2\n');
    await workbench.expectTerminal('\nundefined\n>');
    await workbench.type('half(9)\n');
    await workbench.expectTerminal('\n4.5\n>');
    await workbench.type('missing + 1\n');
    await workbench.expectTerminal('Uncaught ReferenceError: missing is not defined');
    await workbench.type('.exit\n');
    await workbench.prompt();
  });
});
