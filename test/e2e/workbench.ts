import {
  expect,
  test as base,
  type FrameLocator,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test';

const PROMPT = /# $/;
/** Milliseconds between two looks at the terminal: most commands end at once. */
const OFTEN = [50, 50, 100, 100, 200];

/** Every test also watches the network: nothing is asked for but files of the page's own, and nothing is sent. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const others: string[] = [];
      const note = (request: Request): void => {
        const url = request.url();
        const isOwn = url.startsWith(`${baseURL ?? ''}/`) && request.method() === 'GET';
        if (!isOwn && !/^(data|blob):/.test(url)) others.push(`${request.method()} ${url}`);
      };
      context.on('requestfinished', note);
      // What the page's policy stops is told of as well, and has gone nowhere.
      context.on('requestfailed', (request) => {
        if (!/csp|blocked/i.test(request.failure()?.errorText ?? '')) note(request);
      });
      await use(undefined);
      expect(others).toEqual([]);
    },
    { auto: true },
  ],
});

/** At the first load of the tab: the settings of the configuration, without the list. */
const PICTURE = `try {
  if (!sessionStorage.getItem('picture')) localStorage.setItem('drydock.settings', '{"toured":true}');
  sessionStorage.setItem('picture', 'set');
} catch {}`;

/** The page as a test uses it: through what a learner sees and presses. */
export class Workbench {
  readonly page: Page;
  readonly world: Locator;
  readonly browser: Locator;
  readonly lesson: Locator;
  readonly #savesData: boolean;

  /** @param savesData as a browser may be set: the editor's code comes only when it is used, and most tests don't */
  constructor(page: Page, { savesData = true } = {}) {
    this.page = page;
    this.#savesData = savesData;
    this.world = page.getByRole('region', { name: 'World', exact: true });
    this.browser = page.getByRole('region', { name: 'Browser', exact: true });
    this.lesson = page.getByRole('region', { name: /^(Start|Lesson)$/ });
  }

  /** Opens the page and waits for the first prompt. The world shows as a list, which says all in words, unless a test wants the picture. */
  async open(seed = 1, worldView: 'list' | 'auto' = 'list'): Promise<void> {
    if (worldView === 'auto') await this.page.addInitScript(PICTURE);
    const browser = await this.page.context().newCDPSession(this.page);
    await browser.send('Emulation.setDataSaverOverride', { dataSaverEnabled: this.#savesData });
    await this.page.goto(`./?e2e&seed=${seed}`);
    await this.prompt();
  }

  /** Time passes ten times as fast, for tests that wait for what happens by itself. */
  async hurry(): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Speed of time' }).selectOption('10×');
  }

  /** As a learner does who has seen that all is saved. */
  async reload(): Promise<void> {
    await expect(this.page.locator('.sandbox-button')).toHaveAttribute('data-saved', 'true');
    await this.page.reload();
    await this.prompt();
  }

  /** All of the active terminal, as plain lines. */
  terminalText(): Promise<string> {
    return this.page.evaluate<string>(`window.drydockTerminalText?.() ?? ''`);
  }

  async expectTerminal(text: string | RegExp): Promise<void> {
    const expectation = expect.poll(() => this.terminalText(), { intervals: OFTEN });
    await (typeof text === 'string' ? expectation.toContain(text) : expectation.toMatch(text));
  }

  /** Waits until the shell asks for a command. */
  async prompt(): Promise<void> {
    await expect
      .poll(async () => PROMPT.test(`${await this.terminalText()} `), { intervals: OFTEN })
      .toBe(true);
  }

  /** Types keys into the active terminal, without Enter. */
  async type(keys: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Terminal input' }).locator('visible=true').focus();
    await this.page.keyboard.type(keys);
  }

  /** Runs a command and gives what it printed, once the next prompt stands. */
  async run(command: string): Promise<string> {
    const before = (await this.terminalText()).length;
    await this.type(`${command}\n`);
    await expect
      .poll(
        async () => {
          const text = await this.terminalText();
          return text.length > before && PROMPT.test(`${text} `) && text.slice(before).includes('\n');
        },
        { intervals: OFTEN },
      )
      .toBe(true);
    const text = (await this.terminalText()).slice(before);
    return text
      .slice(text.indexOf('\n') + 1)
      .replace(/\w+@[\w.-]+:[^\s#]*#\s*$/, '')
      .replace(/\n$/, '');
  }

  async openFile(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Files' })
      .getByRole('button', { name, exact: true })
      .click();
    await expect(this.page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
    // Monaco comes when the pointer does, at the latest.
    await this.page.locator('[data-editor]').hover();
    await expect(this.page.locator('[data-editor=monaco]')).toBeVisible();
  }

  /** Replaces the open file's text by typing over it, and saves with Ctrl+S. */
  async writeFile(name: string, text: string): Promise<void> {
    await this.openFile(name);
    await this.page.locator('.monaco-editor .view-lines').click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Control+s');
    await expect(this.page.getByRole('tab', { name }).getByRole('img', { name: 'not saved' })).toHaveCount(0);
  }

  /** The problems listed beneath the editor. */
  get problems(): Locator {
    return this.page.getByRole('list', { name: 'Problems in this file' });
  }

  container(name: string): Locator {
    return this.world.getByRole('article', { name: `Container ${name}` });
  }

  /** A thing of the picture by the beginning of its name: `Container web`. */
  inPicture(name: string): Locator {
    return this.world.getByRole('button', { name: new RegExp(`^${name}\\b`) });
  }

  image(name: string): Locator {
    return this.world.getByRole('article', { name: `Image ${name}` });
  }

  /** Asks the browser panel for an address; the page it shows. */
  async visit(address: string): Promise<FrameLocator> {
    const bar = this.browser.getByRole('combobox', { name: 'Address on the machine' });
    await bar.fill(address);
    await bar.press('Enter');
    return this.frame;
  }

  get frame(): FrameLocator {
    return this.browser.frameLocator('iframe');
  }
}
