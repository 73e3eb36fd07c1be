// The screens of which `npm run screenshots` takes pictures, in walks: each begins on a fresh page, each screen of it follows from the one before.
import type { Page } from '@playwright/test';
import type { Workbench } from '../e2e/workbench.ts';

/** A screen by its name, and the way there from the one before. */
export type Screen = readonly [name: string, open: (page: Page, workbench: Workbench) => Promise<unknown>];

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const tab = (name: string | RegExp) => (page: Page) => page.getByRole('tab', { name }).first().click();
const keys = (combination: string) => (page: Page) => page.keyboard.press(combination);
const close = keys('Escape');
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
const visit =
  (address: string): Screen[1] =>
  (_page, workbench) =>
    workbench.visit(address);

const lesson =
  (search: string, title: RegExp): Screen[1] =>
  async (page, workbench) => {
    await workbench.lesson.getByRole('searchbox', { name: 'Search the lessons' }).fill(search);
    await workbench.lesson.getByRole('button', { name: title }).click();
    const sure = page.getByRole('button', { name: 'Begin the lesson' });
    if (await sure.isVisible()) await sure.click();
    await workbench.lesson.getByRole('region', { name: 'Your progress' }).waitFor();
    await workbench.prompt();
  };

const present =
  (commands: string): Screen[1] =>
  async (page) => {
    await page.getByRole('button', { name: /^Present: large type/ }).click();
    await page.getByRole('textbox', { name: 'Commands, one a line' }).fill(commands);
    await page.getByRole('button', { name: /^Present \d commands/ }).click();
  };

/** The world's worker does this. */
const inWorker =
  (script: string): Screen[1] =>
  async (page) => {
    for (const worker of page.workers())
      if (worker.url().includes('world.worker')) void worker.evaluate(script).catch(() => undefined);
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
      visit('localhost:4000'),
    ),
  ],
  ['log', after(visit('localhost:4000/nothing-of-that-name'), visit('localhost:9'), press('Request log'))],
  ['list', keys('Control+Alt+w')],
  ['builds', after(run('echo >> index.html', 'docker build -t friendlyhello .'), tab(/^Builds/))],
  ['layers', after(tab('World'), press('layers'))],
  ['split', after(close, keys('Control+Alt+p'))],
  ['details', after(keys('Control+Alt+p'), press('Details of container web'))],
  ['stats', tab('Stats')],
  ['image', after(close, press('Details of image friendlyhello:latest'))],
  ['timeline', after(close, press('Timeline'))],
  ['palette', after(close, press(/^Search what the page can do/))],
  ['help', after(close, press('Help and settings'))],
  ['noticed', (page) => page.getByText('What is noticed beside the terminal').click()],
  ['sandboxes', after(close, press(/^Sandboxes/))],
  ['share', after(close, press('Share, export and import'))],
  ['files', after(close, press('Add files, a folder or a sample'))],
  [
    'explain',
    after(close, run('docker run -d -p 4000:80 --name other friendlyhello'), keys('Control+Alt+e')),
  ],
  ['present', after(keys('Control+Alt+e'), present('docker ps\ndocker images\n'))],
  ['lesson', after(press('Stop presenting'), lesson('invalid reference', /Names and tags/))],
  [
    'services',
    after(
      keys('Control+Alt+w'),
      press('3 machines'),
      run('docker swarm init', 'docker service create -d --name web -p 8080:80 --replicas 5 nginx:alpine'),
      visit('localhost:8080'),
    ),
  ],
  ['machines', keys('Control+Alt+w')],
];

/** Much of everything. */
const CROWD: readonly Screen[] = [
  [
    'thirty',
    run(
      'docker pull -q nginx:alpine',
      'for i in $(seq 30); do docker run -d --name shop-worker-$i -p $((8000+i)):80 nginx:alpine; done',
      'docker stop -t 0 shop-worker-7 shop-worker-21',
    ),
  ],
  ['closer', after(press('Closer'), press('Closer'))],
  [
    'points',
    after(
      run(...Array.from({ length: 24 }, (_, index) => `docker network create lab-${index}`)),
      press('Timeline'),
    ),
  ],
  [
    'compose',
    after(
      close,
      run(`printf 'services:\\n  web:\\n    image: nginx\\n    depends_on: [bd]\\n' > compose.yaml`),
      press('compose.yaml'),
    ),
  ],
];

/** What lessons bring. */
const COURSE: readonly Screen[] = [
  ['packs', press('Packs and progress')],
  ['sheet', after(close, press('Your cheat sheet'))],
  ['predict', after(close, lesson('Order matters', /Order matters/))],
  [
    'guess',
    async (_page, { lesson: panel }) => {
      await panel.locator('.question').first().scrollIntoViewIfNeeded();
    },
  ],
];

/** For the back row. */
const ROOM: readonly Screen[] = [
  [
    'projector',
    after(
      press('Help and settings'),
      (page) => page.getByRole('checkbox', { name: /^Larger type everywhere/ }).check(),
      close,
      run(
        'docker network create shop',
        'docker run -d --name web --network shop -p 8080:80 nginx:alpine',
        'docker run -d --name db --network shop -v data:/data redis:7-alpine',
      ),
      visit('localhost:8080'),
    ),
  ],
  [
    'panes',
    after(
      present('docker ps\ndocker logs web\n'),
      run('docker run -d -p 8080:80 --name other nginx:alpine'),
      keys('Control+Alt+p'),
    ),
  ],
];

/** What may go wrong. */
const TROUBLE: readonly Screen[] = [
  [
    'full',
    after(
      inWorker(
        `IDBObjectStore.prototype.put = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); }`,
      ),
      run('touch mark'),
      (page) => page.getByRole('region', { name: 'This sandbox' }).waitFor(),
    ),
  ],
  ['refused', after(visit('localhost:81'), press('Undo'))],
  ['crash', inWorker(`setTimeout(() => { throw new Error('a bug of ours'); })`)],
  [
    'silent',
    after(close, inWorker('while (true);'), (page) =>
      page.getByText('The machine has not answered').waitFor({ timeout: 60_000 }),
    ),
  ],
];

const HAND: readonly Screen[] = [
  ['start', async () => {}],
  ['lesson', lesson('Image and container', /Image and container/)],
  ['world', after(run('docker run -d --name web -p 4000:80 nginx:alpine'), tab('World'))],
  ['files', tab('Files')],
  ['browser', after(tab('Browser'), visit('localhost:4000'))],
  ['help', press('Help and settings')],
];

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const TABLET = { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true };
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
];

export interface Walk {
  readonly name: string;
  readonly screens: readonly Screen[];
  readonly context: {
    readonly colorScheme: 'light' | 'dark';
    readonly viewport: { readonly width: number; readonly height: number };
    readonly hasTouch?: boolean;
    readonly isMobile?: boolean;
  };
}

export const WALKS: readonly Walk[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  ...SIZES.flatMap((viewport) =>
    Object.entries({ desk: DESK, crowd: CROWD, course: COURSE, room: ROOM, trouble: TROUBLE }).map(
      ([name, screens]) => ({
        name: `${name}-${viewport.width}x${viewport.height}-${colorScheme}`,
        screens,
        context: { colorScheme, viewport },
      }),
    ),
  ),
  { name: `phone-${colorScheme}`, screens: HAND, context: { colorScheme, ...PHONE } },
  { name: `tablet-${colorScheme}`, screens: HAND, context: { colorScheme, ...TABLET } },
]);
