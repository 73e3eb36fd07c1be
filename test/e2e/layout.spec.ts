import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { test, Workbench } from './workbench.ts';

/** `window.shifted`: how much of the screen moved, as Chromium counts it, but for what was pressed. */
const NOTE_SHIFTS = `window.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
}).observe({ type: 'layout-shift', buffered: true });`;

test.describe('the first visit', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('begins with a tour of five steps, once, that the keyboard takes or skips', async ({ page }) => {
    const workbench = new Workbench(page);
    await page.addInitScript(NOTE_SHIFTS);
    await workbench.open();
    const tour = page.getByRole('dialog', { name: 'Lessons' });
    await expect(tour).toBeFocused();
    await expect(tour).toContainText('1 of 5');
    await expect(page.getByRole('searchbox', { name: 'Search the lessons' })).toBeVisible();
    // Where all of a screen jumps it is 1; what comes late may push nothing aside.
    expect(await page.evaluate<number>('window.shifted')).toBeLessThan(0.02);
    for (const next of ['A machine with Docker', 'Its files', 'What is there now', 'Nothing breaks']) {
      await page.getByRole('button', { name: 'Next', exact: true }).press('Enter');
      await expect(page.getByRole('dialog', { name: next })).toBeFocused();
    }
    await page.getByRole('button', { name: 'Begin' }).press('Enter');
    await expect(page.getByText('5 of 5')).toHaveCount(0);
    expect(await workbench.run('echo here')).toBe('here');
    // What moves for ever has the browser make frames for ever: the cursor blinks without.
    expect(await page.evaluate('document.getAnimations().map(({ animationName }) => animationName)')).toEqual(
      [],
    );

    await workbench.reload();
    await expect(page.getByText('1 of 5')).toHaveCount(0);
    await page.getByRole('button', { name: 'Help and settings' }).click();
    await page.getByRole('button', { name: 'A look around, in five steps' }).click();
    await expect(tour).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(tour).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: 'Terminal input' })).toBeFocused();
  });
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('has the lesson over the terminal, the rest in tabs, and the keys that glass lacks', async ({
    page,
  }) => {
    const workbench = new Workbench(page);
    await workbench.open();
    const tab = (name: string) => page.getByRole('tab', { name, exact: true });
    await expect(tab('Lesson')).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('heading', { name: 'A machine of your own' })).toBeVisible();
    await workbench.type('cat');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ctrl+C: interrupt' }).click();
    await workbench.expectTerminal('^C');
    await workbench.prompt();
    await workbench.run('docker run -d -p 8080:80 --name web nginx');
    await tab('World').click();
    await expect(workbench.world).toBeVisible();
    await expect(workbench.world.getByText('web', { exact: true }).first()).toBeVisible();
    await tab('Files').click();
    await expect(page.getByRole('navigation', { name: 'Files' })).toBeVisible();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await expectAccessible(page, { except: '.xterm' });
  });

  test('turned, keeps the terminal as it is beside the tabs', async ({ page }) => {
    const workbench = new Workbench(page);
    await workbench.open();
    await workbench.run('echo upright');
    await page.setViewportSize({ width: 844, height: 390 });
    await expect(page.getByRole('separator', { name: 'Width of the world panel' })).toBeVisible();
    expect(await workbench.terminalText()).toContain('upright');
    expect(await workbench.run('echo turned')).toBe('turned');
  });
});
