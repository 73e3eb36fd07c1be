import { describe, expect, it } from 'vitest';
import { completeCompose } from './complete.ts';
import { hoverCompose } from './hover.ts';
import { schemasAt } from './walk-schema.ts';
import { KEY_WORDS, VALUE_WORDS } from './words.data.ts';
import type { Surroundings } from './surroundings.ts';

const AROUND: Surroundings = {
  images: async () => ['nginx', 'redis'],
  tags: async (repository) => (repository === 'nginx' ? ['1.27', 'alpine'] : []),
  files: (folder) =>
    folder === ''
      ? [
          { name: 'site', isFolder: true },
          { name: 'Dockerfile', isFolder: false },
        ]
      : [{ name: 'index.html', isFolder: false }],
  localImages: async () => new Map([['nginx:alpine', 48_200_000]]),
  exposedPorts: async (image) => (image === 'nginx:alpine' ? [80] : []),
  takenPorts: async () => new Map([[8080, 'other-web-1']]),
  networks: async () => ['bridge', 'app_back'],
  volumes: async () => ['app_data'],
  containersOf: async (service) =>
    service === 'web' ? [{ name: 'app-web-1', state: 'running (healthy)' }] : [],
};

const FILE = `services:
  web:
    image: nginx:alpine
    ports:
      - 8080:80
    depends_on:
      - db
  db:
    image: redis
networks:
  back:
volumes:
  data:
`;

function placeOf(marked: string): { text: string; line: number; column: number } {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  return { text: marked.replace('|', ''), line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** What is offered; without the keys that an item could have instead of a value. */
async function offered(marked: string): Promise<string[]> {
  const { text, line, column } = placeOf(marked);
  const { items } = await completeCompose(text, line, column, AROUND);
  const values = items.filter(({ kind }) => kind !== 'key');
  return (values.length > 0 ? values : items).map(({ label }) => label);
}

/** The text once the completion of that label is taken. */
async function taken(marked: string, label: string): Promise<string> {
  const { text, line, column } = placeOf(marked);
  const { items, startColumn } = await completeCompose(text, line, column, AROUND);
  const item = items.find((each) => each.label === label);
  const current = text.split('\n')[line - 1] ?? '';
  return current.slice(0, startColumn - 1) + (item?.insert ?? item?.label ?? '');
}

describe('completeCompose', () => {
  it('offers the keys that a mapping does not have yet', async () => {
    const keys = await offered(FILE.replace('    image: redis', '    image: redis\n    |'));
    expect(keys).toContain('restart');
    expect(keys).not.toContain('image');
    // Those in use come first.
    expect(keys.slice(0, 2)).toEqual(['build', 'ports']);
    expect(await offered('|services:\n')).toContain('services');
    expect(await offered('services:\n  web:\n    healthcheck:\n      |')).toEqual([
      'test',
      'interval',
      'timeout',
      'retries',
      'start_period',
      'start_interval',
      'disable',
    ]);
  });

  it('writes what follows a key', async () => {
    expect(await taken('services:\n  web:\n    re|', 'restart')).toBe('    restart: ');
    expect(await taken('services:\n  web:\n    po|', 'ports')).toBe('    ports:\n      - ');
    expect(await taken('services:\n  web:\n    he|', 'healthcheck')).toBe('    healthcheck:\n      ');
    expect(await taken('services:\n  web:\n    volumes:\n      - type: bind\n        b|', 'bind')).toBe(
      '        bind:\n          ',
    );
  });

  it.each([
    ['services:\n  web:\n    restart: |', ['"no"', 'always', 'on-failure', 'unless-stopped']],
    ['services:\n  web:\n    privileged: |', ['true', 'false']],
    [FILE.replace('- db', '- |'), ['db']],
    [FILE.replace('- db', '- db\n    networks: [|'), ['back', 'default']],
    [FILE.replace('- db', '- db\n    volumes:\n      - |'), ['data', 'site/', 'Dockerfile']],
    [FILE.replace('- db', '- db\n    volumes:\n      - ./|'), ['site/', 'Dockerfile']],
    [FILE.replace('- db', '- db\n    volumes:\n      - ./site/|'), ['index.html']],
    [FILE.replace('- db', '- db\n    volumes:\n      - data:|'), []],
    [FILE.replace('nginx:alpine', '|'), ['nginx:alpine', 'nginx', 'redis']],
    [FILE.replace('nginx:alpine', 'nginx:|'), ['alpine', '1.27']],
    [FILE.replace('8080:80', '|'), ['8081:80']],
    [FILE.replace('8080:80', '4000:|'), ['4000:80']],
    [FILE.replace('8080:80', '8080|'), ['8080:80', '8081:80']],
    ['networks:\n  a:\n    name: |', ['bridge', 'app_back']],
    ['services:\n  web:\n    depends_on:\n      db:\n        condition: |', ['service_started', 'service_healthy', 'service_completed_successfully']], // prettier-ignore
    ['services:\n  web:\n    image: x # |', []],
  ])('%j', async (marked, expected) => {
    expect(await offered(marked)).toEqual(expected);
  });

  it('says which ports are taken', async () => {
    const { items } = await completeCompose(FILE, 5, 14, AROUND);
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([
      ['8080:80', 'port 8080 is taken by other-web-1'],
    ]);
  });
});

describe('hoverCompose', () => {
  async function told(line: number, column: number): Promise<string> {
    return (await hoverCompose(FILE, line, column, AROUND))?.paragraphs.join(' | ') ?? '';
  }

  it('says what a key is for and what it may be', async () => {
    expect(await told(4, 6)).toBe(
      '**ports**: Ports of the machine that lead into the container: "machine:container". | A list.',
    );
  });

  it('says what the machine has of it', async () => {
    expect(await told(2, 4)).toContain('`app-web-1` is running (healthy).');
    expect(await told(8, 4)).toContain('No container of db is there now.');
    expect(await told(3, 14)).toBe('`nginx:alpine` is on this machine: 48.2MB.');
    expect(await told(9, 14)).toBe('`redis:latest` is neither on this machine nor in the registry.');
    expect(await told(5, 10)).toBe('Port 8080 of the machine leads to other-web-1.');
    expect(await told(1, 40)).toBe('');
  });
});

describe('the words', () => {
  it('are about keys that the schema has', () => {
    const patterns = [...Object.keys(KEY_WORDS), ...Object.keys(VALUE_WORDS)];
    const unknown = patterns.filter(
      (pattern) =>
        schemasAt(pattern.split('.').map((step) => (step === '*' ? 'x' : step === '[]' ? 0 : step)))
          .length === 0,
    );
    expect(unknown).toEqual([]);
  });
});
