// `npm run screenshots [-- 1280x720 dark …]`: a picture of each screen, in both themes and two sizes (a laptop's and a projector's), and of a phone, into
// screenshots/. For looking at with a critical eye; nothing compares them. Needs `npm run build`.
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { withBuiltPage } from '../bench/built-page.ts';
import { Workbench } from '../e2e/workbench.ts';

/** A screen by its name, and the way there from the one before. */
type Screen = readonly [name: string, open: (page: Page, workbench: Workbench) => Promise<unknown>];

const FOLDER = 'screenshots';
const THEMES = ['light', 'dark'] as const;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const TABLET = { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true };

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const tab = (name: string | RegExp) => (page: Page) => page.getByRole('tab', { name }).first().click();
const close = (page: Page) => page.keyboard.press('Escape');
const after = (...steps: readonly Screen[1][]): Screen[1] => {
  return async (page, workbench) => {
    for (const step of steps) await step(page, workbench);
  };
};
const run =
  (...commands: string[]): Screen[1] =>
  async (_page, workbench) => {
    for (const command of commands) await workbench.run(command);
  };

const DESK: readonly Screen[] = [
  ['start', async () => {}],
  [
    'work',
    after(
      run(
        'docker build -t friendlyhello .',
        'docker run -d --name web -p 4000:80 friendlyhello',
        'docker volume create data',
        'docker run -d --name cache -v data:/data redis:7-alpine',
        'docker run --name hello hello-world',
      ),
      (_page, workbench) => workbench.visit('localhost:4000'),
    ),
  ],
  ['list', (page) => page.keyboard.press('Control+Alt+w')],
  ['builds', tab(/^Builds/)],
  ['layers', after(tab('World'), press('layers'))],
  ['split', after(close, (page) => page.keyboard.press('Control+Alt+p'))],
  ['details', after((page) => page.keyboard.press('Control+Alt+p'), press('Details of container web'))],
  ['timeline', after(close, press('Timeline'))],
  ['palette', after(close, press(/^Search what the page can do/))],
  ['help', after(close, press('Help and settings'))],
  ['sandboxes', after(close, press(/^Sandboxes/))],
  ['share', after(close, press('Share, export and import'))],
  [
    'explain',
    after(close, run('docker run -d -p 4000:80 --name other friendlyhello'), (page) =>
      page.keyboard.press('Control+Alt+e'),
    ),
  ],
  [
    'present',
    after(
      (page) => page.keyboard.press('Control+Alt+e'),
      press(/^Present: large type/),
      async (page) => {
        await page.getByRole('textbox', { name: 'Commands, one a line' }).fill('docker ps\ndocker images\n');
        await page.getByRole('button', { name: 'Present 2 commands' }).click();
      },
    ),
  ],
  [
    'lesson',
    after(press('Stop presenting'), async (page, workbench) => {
      await workbench.lesson.getByRole('searchbox', { name: 'Search the lessons' }).fill('invalid reference');
      await workbench.lesson.getByRole('button', { name: /Names and tags/ }).click();
      const sure = page.getByRole('button', { name: 'Begin the lesson' });
      if (await sure.isVisible()) await sure.click();
      await workbench.lesson.getByRole('region', { name: 'Your progress' }).waitFor();
      await workbench.prompt();
    }),
  ],
  [
    'services',
    after(
      (page) => page.keyboard.press('Control+Alt+w'),
      press('3'),
      run('docker swarm init', 'docker service create -d --name web -p 8080:80 --replicas 5 nginx:alpine'),
      (_page, workbench) => workbench.visit('localhost:8080'),
    ),
  ],
];

const POCKET: readonly Screen[] = [
  ['start', async () => {}],
  ['world', after(run('docker run -d --name web -p 4000:80 nginx:alpine'), tab('World'))],
  ['browser', after((_page, workbench) => workbench.visit('localhost:4000'))],
];

interface Walk {
  readonly name: string;
  readonly screens: readonly Screen[];
  readonly context: BrowserContextOptions;
}

const WALKS: readonly Walk[] = THEMES.flatMap((colorScheme) => [
  ...SIZES.map(({ width, height }) => ({
    name: `${width}x${height}-${colorScheme}`,
    screens: DESK,
    context: { colorScheme, viewport: { width, height } },
  })),
  { name: `phone-${colorScheme}`, screens: POCKET, context: { colorScheme, ...PHONE } },
  { name: `tablet-${colorScheme}`, screens: POCKET, context: { colorScheme, ...TABLET } },
]);

/** Goes from screen to screen; a picture that can't be had is told of, and the walk goes on. */
async function walk(browser: Browser, address: string, { name, screens, context }: Walk): Promise<void> {
  const opened = await browser.newContext({ baseURL: address, ...context });
  const page = await opened.newPage();
  const workbench = new Workbench(page);
  await page.goto('./?e2e&seed=3');
  await page.getByRole('dialog').waitFor();
  await shoot(page, `tour-${name}`);
  await page.getByRole('button', { name: 'Skip the tour' }).click();
  await workbench.prompt();
  for (const [screen, open] of screens) {
    try {
      await open(page, workbench);
      await shoot(page, `${screen}-${name}`);
    } catch (error) {
      console.error(`${screen}-${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      process.exitCode = 1;
    }
  }
  await opened.close();
}

async function shoot(page: Page, name: string): Promise<void> {
  // What is loaded on first use gets time to come; the picture is of a page at rest.
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`${FOLDER}/${name}.png`);
}

mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv.slice(2);
const rows = await withBuiltPage('screenshots', async (browser, address) => {
  for (const each of WALKS)
    if (wanted.length === 0 || wanted.some((word) => each.name.includes(word)))
      await walk(browser, address, each);
  return [];
});
for (const row of rows) if ('skipped' in row) console.error(`screenshots: ${row.skipped}`);
