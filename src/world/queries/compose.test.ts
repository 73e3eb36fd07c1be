import { describe, expect, it } from 'vitest';
import { machineAfter } from '../testing/machine-after.ts';

const path = '/root/app/compose.yaml';
const FILE =
  'services:\n  web:\n    image: nginx:alpine\n    ports:\n      - 8080:80\n  other:\n    image: nginx:alpine\n    ports:\n      - \n';

describe('what is asked of a compose file', () => {
  it('comes from the machine as it is', async () => {
    const text = 'services:\n  web:\n    image: nginx:alpine\n    ports:\n      - 8080:80\n';
    const { ask } = await machineAfter(['docker compose up -d'], { 'compose.yaml': text, '.env': 'A=1\n' });

    const hover = async (line: number, column: number) =>
      (await ask('composeHover', { path, text: FILE, line, column })).hover?.paragraphs.join(' ');
    expect(await hover(2, 3)).toContain('`app-web-1` is running.');
    expect(await hover(3, 14)).toMatch(/^`nginx:alpine` is on this machine: [\d.]+MB\.$/);
    expect(await hover(5, 10)).toBe('Port 8080 of the machine leads to app-web-1.');

    const offered = async (line: number, column: number, edited = FILE) =>
      (await ask('complete', { path, text: edited, line, column })).items
        .filter(({ kind }) => kind !== 'key')
        .map(({ label }) => label);
    expect(await offered(9, 9)).toEqual(['8081:80']);
    expect(await offered(3, 12, 'services:\n  web:\n    image: \n')).toContain('nginx:alpine');
    expect(await offered(3, 15, 'services:\n  web:\n    env_file: \n')).toContain('.env');
  });

  it('has the terminal’s words for what is wrong', async () => {
    const { ask } = await machineAfter([], { 'compose.yaml': '' });
    const wrong = 'services:\n  web:\n    imagee: nginx\n';
    expect(await ask('diagnostics', { path, text: wrong })).toMatchObject([
      {
        startLine: 3,
        severity: 'error',
        message: "validating /root/app/compose.yaml: services.web additional properties 'imagee' not allowed",
      },
    ]);
    expect(await ask('diagnostics', { path: '/root/app/other.yaml', text: wrong })).toEqual([]);
  });

  it('finds a file that it speaks of in its folder', async () => {
    const { ask } = await machineAfter([], { 'compose.yaml': '' });
    const text = 'services:\n  web:\n    image: nginx\n    env_file: web.env\n';
    expect(await ask('diagnostics', { path, text })).toMatchObject([
      { message: 'env file /root/app/web.env not found: stat /root/app/web.env: no such file or directory' },
    ]);
  });
});

describe('moving a file', () => {
  it('makes the folder, and overwrites nothing', async () => {
    const { ask } = await machineAfter([], { 'a.txt': 'a', 'b.txt': 'b' });
    await ask('renameFile', { from: '/root/app/a.txt', to: '/root/app/sub/a.txt' });
    expect((await ask('readFile', { place: 'machine', path: '/root/app/sub/a.txt' })).text).toBe('a');
    await expect(ask('renameFile', { from: '/root/app/b.txt', to: '/root/app/sub/a.txt' })).rejects.toThrow(
      '/root/app/sub/a.txt is there already.',
    );
  });
});
