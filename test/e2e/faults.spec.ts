import { expect, type Page, type Worker } from '@playwright/test';
import { test, Workbench } from './workbench.ts';

/** The world's worker, which a browser may end at any time. */
async function worldOf(page: Page): Promise<Worker> {
  const isWorld = (worker: Worker): boolean => worker.url().includes('world.worker');
  await expect.poll(() => page.workers().some(isWorld)).toBe(true);
  return page.workers().filter(isWorld).at(-1)!;
}

/** Ends it as a browser does that is short of memory: without a word. */
async function kill(page: Page): Promise<void> {
  await (await worldOf(page)).evaluate('setTimeout(() => self.close())').catch(() => undefined);
}

async function restart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Restart from the last saved state' }).click();
}

async function saved(page: Page): Promise<void> {
  await expect(page.locator('.sandbox-button')).toHaveAttribute('data-saved', 'true');
}

test('a worker that dies in a build or in a save takes nothing that was saved', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.run('echo kept > kept.txt; docker volume create kept');
  await saved(page);
  await workbench.type('docker build -t half .\n');
  await workbench.expectTerminal(/Building|\[internal\]/);
  await kill(page);
  await expect(page.getByText('The machine has not answered for a while.')).toBeVisible();
  await restart(page);
  await workbench.prompt();
  expect(await workbench.run('cat kept.txt; docker volume ls -q; docker images -q half')).toBe('kept\nkept');

  await test.step('and while it saves', async () => {
    await saved(page);
    await workbench.type('seq 200000 > big.txt; sleep 100\n');
    await expect(page.locator('.sandbox-button')).toHaveAttribute('data-saved', 'false');
    await kill(page);
    await expect(page.getByText('The machine has not answered for a while.')).toBeVisible();
    await restart(page);
    await workbench.prompt();
    // What was not confirmed may be there as far as a save found it, as after a power failure.
    expect(await workbench.run('cat kept.txt; wc -l < big.txt')).toMatch(/^kept\n(\d+|.*No such file.*)$/);
  });
});

test('a full storage is told, work goes on, and a tab closed meanwhile loses nothing', async ({
  page,
  context,
}) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.run('echo kept > kept.txt');
  await saved(page);
  const world = await worldOf(page);
  // As a full disk answers: the browser’s own override of the quota does not reach IndexedDB.
  await world.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    const full = (): never => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Object.assign(self, { makeRoom: () => (IDBObjectStore.prototype.put = put) });
    IDBObjectStore.prototype.put = full;
  });
  expect(await workbench.run('echo more > more.txt; cat more.txt')).toBe('more');
  const bar = page.getByRole('region', { name: 'This sandbox' });
  await expect(bar).toContainText(/full|room/);
  await world.evaluate('makeRoom()');
  await workbench.run('true');
  await expect(bar).toHaveCount(0);
  await saved(page);

  await test.step('a tab closed in the middle of a write', async () => {
    await workbench.type('seq 200000 > big.txt; echo next > next.txt\n');
    await expect(page.locator('.sandbox-button')).toHaveAttribute('data-saved', 'false');
    await page.close({ runBeforeUnload: false });
    const other = await context.newPage();
    const next = new Workbench(other);
    await other.goto('./?e2e');
    await next.prompt();
    expect(await next.run('cat kept.txt more.txt; wc -l < big.txt')).toMatch(
      /^kept\nmore\n(\d+|.*No such file.*)$/,
    );
  });
});

test('what can’t be fetched is told kindly, can be asked for again, and takes nothing along', async ({
  page,
  context,
}) => {
  const workbench = new Workbench(page, { savesData: false });
  const asked = page.waitForRequest(/assets\/monaco-[^/]*\.js/);
  await page.route('**/assets/monaco-*.js', (route) => route.abort());
  await workbench.open();
  await asked;
  await expect(page.locator('[data-editor=plain]')).toBeVisible();
  await page.unrouteAll();
  await workbench.writeFile('index.html', 'typed in the editor');
  expect(await workbench.run('cat index.html; echo')).toBe('typed in the editor');

  await workbench.run('docker run -d --name here alpine sleep 1000; docker pull -q python:3.12-slim');
  const python = `docker run --rm python:3.12-slim python -c "print(6 * 7)"; echo "status $?"`;
  await page.route('**/micropython*.wasm', (route) => route.fulfill({ status: 404, body: 'not here' }));
  expect(await workbench.run(python)).toBe('status 135');
  await expect(
    page.getByText('A file of Drydock could not be fetched, so that program ended.'),
  ).toBeVisible();
  await page.unrouteAll();
  expect(await workbench.run(python)).toBe('42\nstatus 0');

  await context.setOffline(true);
  const share = page.getByRole('button', { name: 'Share, export and import' });
  await share.click();
  const failed = page.getByRole('dialog', { name: 'This could not be loaded' });
  await expect(failed).toContainText('nothing is lost');
  await page.keyboard.press('Escape');
  // What is there already goes on.
  expect(await workbench.run('docker run -d --name web nginx:alpine > id; docker ps -q | wc -l')).toContain(
    '1',
  );
  expect(await workbench.run('docker swarm init > swarm.txt; echo "status $?"')).toMatch(/status 135/);
  await share.click();
  await context.setOffline(false);
  await failed.getByRole('button', { name: 'Try again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share, export and import' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#share=/);
  await page.keyboard.press('Escape');
  expect(await workbench.run('docker swarm init > swarm.txt; echo "status $?"; docker ps -q | wc -l')).toBe(
    'status 0\n1',
  );
});
