import { expect } from '@playwright/test';
import { test, Workbench } from './workbench.ts';

/** Clicks its way through one step as somebody does who asks for the solution, and skips what is left. */
async function passStep({ lesson, ...workbench }: Walk): Promise<void> {
  const progress = lesson.getByRole('region', { name: 'Your progress' });
  const button = (name: string | RegExp) => progress.getByRole('button', { name });
  const onward = button(/^(Next: |Next lesson: )|^Back to the lessons/).or(
    progress.getByText('The lesson is done'),
  );
  await expect(onward.or(button(/More help|Read it, go on/)).first()).toBeVisible({ timeout: 30_000 });
  if (await onward.first().isVisible()) return;
  if (await button('Read it, go on').isVisible()) return button('Read it, go on').click();
  await button('More help').click();
  if (await button('Show the solution').isVisible()) {
    await button('Show the solution').click();
    while (!(await onward.first().isVisible()) && (await button(/^Type command/).isVisible())) {
      await button(/^Type command/).click();
      await workbench.prompt();
    }
  }
  for (const choice of await lesson.getByRole('radio').all()) {
    if (await onward.first().isVisible()) break;
    await choice.check();
  }
  // The step may just be found done: then there is nothing to skip any more.
  await expect(async () => {
    if (await button('Skip it').isVisible()) await button('Skip it').click({ timeout: 1000 });
    await expect(onward.first()).toBeVisible({ timeout: 1000 });
  }).toPass();
}

type Walk = Pick<Workbench, 'lesson'> & { prompt(): Promise<void> };

test('a whole part of the course, and nothing is asked of the network but files of the page', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const workbench = new Workbench(page);
  const { lesson } = workbench;
  const walk: Walk = { lesson, prompt: () => workbench.prompt() };
  await workbench.open();
  await lesson.getByRole('searchbox', { name: 'Search the lessons' }).fill('where did mine go');
  await lesson.getByRole('button', { name: /Image and container/ }).click();
  const titles: string[] = [];
  for (let lessons = 0; lessons < 5; lessons += 1) {
    const heading = lesson.locator('.lesson-title');
    await expect(heading).toBeVisible();
    titles.push(await heading.innerText());
    const next = lesson.getByRole('button', { name: /^Next lesson: / });
    for (let steps = 0; steps < 20 && !(await next.isVisible()); steps += 1) {
      await passStep(walk);
      const step = lesson.getByRole('button', { name: /^Next: / });
      if (await step.isVisible()) await step.click();
    }
    const title = (await next.innerText()).replace(/^Next lesson: /, '');
    await next.click();
    await expect(heading).toHaveText(title);
  }
  expect(new Set(titles).size).toBe(5);
});
