import { expect, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expectAccessible } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

const LESSON = `---
title: A bowline
summary: A knot that holds.
minutes: 3
par: 2
steps:
  - id: tie
    checks:
      - id: tied
        container: { name: knot, exitCode: 3 }
      - id: pulled
        image: { ref: alpine }
---
A first sentence. <img src=x alt="" onerror="document.title='owned'"> [click](javascript:alert(1))

## Tie it

\`\`\`predict
id: status
question: With which status does it end?
try: docker run --name knot alpine sh -c 'exit 3'
options:
  - { text: 'With 0', when: { exit: 0 } }
  - { text: 'With 3', when: { exit: 3 } }
answer: 1
why: The status of the program is that of docker run.
\`\`\`

\`\`\`console fails
docker run --name knot alpine sh -c 'exit 3'
\`\`\`
`;

const SOLUTION = "# step tie\ndocker run --name knot alpine sh -c 'exit 3' # fails\n";

const zip = (name: string, files: Record<string, string>) => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
  ),
});

async function addPack(page: Page, file: ReturnType<typeof zip>): Promise<void> {
  await page.getByRole('button', { name: 'Packs and progress' }).press('Enter');
  await page.getByLabel('Add a pack from a zip…').setInputFiles(file);
}

test('a lesson pack is taken in, guessed at and solved, with the keyboard alone', async ({ page }) => {
  test.slow();
  const workbench = new Workbench(page);
  const { lesson } = workbench;
  const progress = lesson.getByRole('region', { name: 'Your progress' });
  await workbench.open(3);

  // What is wrong with a pack is told with file and line, and nothing of it stays.
  await addPack(page, zip('bad.zip', { '01-a/lesson.md': LESSON.replace('minutes: 3', 'minutes: soon') }));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('lesson.md:4: minutes');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().press('Enter');
  await addPack(page, zip('bad.zip', { '../lesson.md': LESSON }));
  await expect(page.getByText('The zip has a path that can’t be used here: “../lesson.md”.')).toBeVisible();

  // A good one asks first, then stands in the index, also after a reload.
  await addPack(page, zip('knots.zip', { '01-loops/01-bowline/lesson.md': LESSON }));
  await expect(dialog).toContainText('A knot that holds.');
  await dialog.getByRole('button', { name: 'Add 1 lesson' }).press('Enter');
  await expect(page.getByText('1 lesson of “knots”')).toBeVisible();
  await workbench.reload();
  await lesson.getByRole('searchbox', { name: 'Search the lessons' }).fill('bowline');
  await lesson.getByRole('button', { name: /A bowline/ }).press('Enter');
  await expect(progress).toContainText('0 of 2 done', { timeout: 30_000 });
  await workbench.prompt();
  expect(await page.title()).not.toBe('owned');
  await expect(lesson.locator('a[href^="javascript"]')).toHaveCount(0);

  // The guess is made with arrow keys and Enter, and the answer comes from a copy: here nothing has happened.
  await lesson.getByRole('radio', { name: 'With 0' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(lesson.getByRole('button', { name: 'See what happens' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lesson.getByRole('status').filter({ hasText: 'Surprise: With 3.' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(lesson.getByRole('button', { name: 'Guess again' })).toBeFocused();
  await expect(progress).toContainText('0 of 2 done');
  await expect(workbench.image('alpine:latest')).toHaveCount(0);
  await expectAccessible(page, { within: '#lesson' });

  // Then in earnest.
  await lesson.getByRole('button', { name: 'Type it into terminal' }).press('Enter');
  await expect(progress).toContainText('The lesson is done', { timeout: 30_000 });
  await expect(progress.getByRole('img', { name: '3 of 3 stars' })).toBeVisible();
  await lesson.getByRole('button', { name: 'Lessons' }).press('Enter');
  const done = lesson.getByRole('button', { name: /^Done: A bowline/ });
  await expect(done.getByRole('img', { name: '3 of 3 stars' })).toBeVisible();

  // The progress goes into a file, and the pack away.
  await lesson.getByRole('button', { name: 'Packs and progress' }).press('Enter');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save my progress as a file' }).press('Enter');
  expect((await downloading).suggestedFilename()).toBe('drydock-progress.json');
  await dialog.getByRole('button', { name: 'Remove knots' }).press('Enter');
  await page.getByRole('button', { name: 'Remove it' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Remove knots' })).toHaveCount(0);
});

test('a pack opens by a link and by a drop, and progress goes from one browser to another', async ({
  page,
  browser,
  baseURL,
}) => {
  const knots = zip('knots.zip', {
    '01-loops/01-bowline/lesson.md': LESSON,
    '01-loops/01-bowline/solution.sh': SOLUTION,
  });
  await page.route('**/packs/knots.zip', (route) =>
    route.fulfill({ body: knots.buffer, contentType: 'application/zip' }),
  );
  const dialog = page.getByRole('dialog');
  const workbench = new Workbench(page);
  const progress = workbench.lesson.getByRole('region', { name: 'Your progress' });

  // From the link to its lesson, in a sandbox of its own.
  await page.goto('./?e2e&seed=3&pack=packs/knots.zip');
  await dialog.getByRole('button', { name: 'Add 1 lesson' }).press('Enter');
  await expect(dialog).toContainText('Begin the lesson “A bowline”?');
  await dialog.getByRole('button', { name: 'Begin', exact: true }).press('Enter');
  await expect(progress).toContainText('0 of 2 done');
  await workbench.prompt();

  // Presented with the lesson's own commands.
  await page.getByRole('button', { name: /^Present: large type/ }).press('Enter');
  await dialog.getByRole('button', { name: /^Take those of the lesson/ }).press('Enter');
  await dialog.getByRole('button', { name: 'Present 1 command' }).press('Enter');
  await page.keyboard.press('Control+Alt+n');
  await expect(progress).toContainText('The lesson is done');
  await page.getByText('Stop presenting').press('Enter');
  await workbench.lesson.getByRole('button', { name: 'Lessons' }).press('Enter');
  await page.getByRole('button', { name: 'Packs and progress' }).press('Enter');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save my progress as a file' }).press('Enter');
  const saved = await (await downloading).path();

  // Somebody else's browser: the pack is dropped on it, the progress chosen.
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = await context.newPage();
  await new Workbench(other).open(3);
  await other.evaluate(
    (bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], 'knots.zip'));
      document
        .querySelector('.side-scroll, main')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    },
    [...knots.buffer],
  );
  await other.getByRole('button', { name: 'Add 1 lesson' }).press('Enter');
  await other.getByRole('button', { name: 'Packs and progress' }).press('Enter');
  const take = (text: string) =>
    other
      .getByLabel('Add progress from a file…')
      .setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await take('{ "format": "drydock-progress", "version": 1, "lessons": {');
  await expect(other.getByText('This file is damaged')).toBeVisible();
  await take('{ "format": "drydock-progress", "version": 2, "lessons": {} }');
  await expect(other.getByText('made by a newer Drydock')).toBeVisible();
  await take(' '.repeat(1024 * 1024 + 1));
  await expect(other.getByText('too large to be somebody’s progress')).toBeVisible();
  await other.getByLabel('Add progress from a file…').setInputFiles(saved);
  await expect(other.getByText('Progress in 1 lesson was added to yours.')).toBeVisible();
  await other.keyboard.press('Escape');
  await other.getByRole('searchbox', { name: 'Search the lessons' }).fill('bowline');
  await expect(other.getByRole('button', { name: /^Done: A bowline/ })).toBeVisible();
  await context.close();
});
