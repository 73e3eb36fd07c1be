import { describe, expect, it, vi } from 'vitest';
import { Lexer } from 'yaml';
import type { LoadOptions } from './load-options.ts';
import { loadProject } from './load-project.ts';
import { finish } from '../../lib/work.ts';
import { startOrder } from './project/start-order.ts';
import { printedYaml } from './print/project-yaml.ts';
import { memoryHost } from './testing/memory-host.ts';

type Files = Readonly<Record<string, string>>;

/** A project as `docker compose config` prints it. */
async function load(files: Files, options: Partial<LoadOptions> = {}, env: Files = {}): Promise<string> {
  const { host } = memoryHost(files, env);
  return finish(printedYaml(await loadProject({ host, ...options })));
}

const PLAIN = { skipNormalization: true, skipEnvironmentResolution: true } as const;

describe('loadProject', () => {
  it('reads a file once, for its name, its depth and its model', async () => {
    const parsed = vi.spyOn(Lexer.prototype, 'lex');
    const services = Array.from({ length: 40 }, (_, at) => `  s${at}:\n    image: "alpine:\${TAG:-3}"\n`);
    const text = `name: large\nservices:\n${services.join('')}`;
    expect(text.length).toBeGreaterThan(1000);
    expect(await load({ 'compose.yaml': text })).toContain('image: alpine:3\n');
    expect(parsed).toHaveBeenCalledTimes(1);
    parsed.mockRestore();
  });

  it('gives way every few thousand operations, but has none to charge for a small file', async () => {
    const chargesOf = async (count: number): Promise<number[]> => {
      const services = Array.from({ length: count }, (_, at) => `  s${at}:\n    image: alpine\n    labels: [a=${at}]\n`); // prettier-ignore
      const charges: number[] = [];
      const { host } = memoryHost({ 'compose.yaml': `services:\n${services.join('')}` });
      const project = await loadProject({ host: { ...host, tick: (operations) => void charges.push(operations) } }); // prettier-ignore
      expect(Object.keys(project.services)).toHaveLength(count);
      return charges;
    };
    expect(await chargesOf(50)).toEqual([]);
    const charges = await chargesOf(2000);
    expect(Math.max(...charges)).toBeLessThan(3000);
    // Each of a dozen stages does so after each two hundred services.
    expect(charges.filter((operations) => operations >= 1000).length).toBeGreaterThan(100);
  });

  describe('follows a chain as long as the file', () => {
    const chain = async (link: (before: string) => string) => {
      const services = Array.from({ length: 8000 }, (_, at) => `  s${at}:\n    image: alpine\n    ${at ? link(`s${at - 1}`) : 'labels: [first]'}\n`); // prettier-ignore
      const { host } = memoryHost({ 'compose.yaml': `services:\n${services.join('')}` });
      return (await loadProject({ host })).services;
    };

    it('of extends', async () => {
      const services = await chain((before) => `extends: ${before}`);
      expect(services['s7999']?.labels).toEqual({ first: '' });
    });

    it('of depends_on', async () => {
      const order = startOrder(await chain((before) => `depends_on: [${before}]`));
      expect([order.length, order[0], order.at(-1)]).toEqual([8000, 's0', 's7999']);
    });
  });

  it('adds networks, names and what a build is by default', async () => {
    const file = 'services:\n  web:\n    build: .\n    depends_on: [db]\n  db:\n    image: redis\n';
    expect(await load({ 'compose.yaml': file })).toBe(
      `name: app
services:
  db:
    image: redis
    networks:
      default: null
  web:
    build:
      context: /app
      dockerfile: Dockerfile
    depends_on:
      db:
        condition: service_started
        required: true
    networks:
      default: null
networks:
  default:
    name: app_default
`,
    );
  });

  it('puts an override file over the main one', async () => {
    const files = {
      'compose.yaml': `services:
  web:
    image: a
    command: [one]
    ports: ["80:80"]
    environment: {A: 1, B: 2}
`,
      'compose.override.yaml': `services:
  web:
    image: b
    command: [two]
    ports: ["81:81"]
    environment: [B=3]
`,
    };
    expect(await load(files, PLAIN)).toBe(
      `name: app
services:
  web:
    command:
      - two
    environment:
      A: "1"
      B: "3"
    image: b
    ports:
      - mode: ingress
        target: 80
        published: "80"
        protocol: tcp
      - mode: ingress
        target: 81
        published: "81"
        protocol: tcp
`,
    );
  });

  it('takes things out with !reset and replaces them with !override', async () => {
    const files = {
      'a.yaml': 'services:\n  web:\n    image: a\n    ports: ["80:80"]\n    tmpfs: [/a]\n',
      'b.yaml': 'services:\n  web:\n    ports: !reset []\n    tmpfs: !override [/b]\n',
    };
    expect(await load(files, { ...PLAIN, files: ['a.yaml', 'b.yaml'] })).toBe(
      'name: app\nservices:\n  web:\n    image: a\n    tmpfs:\n      - /b\n',
    );
  });

  it('extends a service of another file, whose paths are its own', async () => {
    const files = {
      'compose.yaml':
        'services:\n  web:\n    extends: {file: base/common.yaml, service: app}\n    image: b\n',
      'base/common.yaml': 'services:\n  app:\n    image: a\n    user: me\n    volumes: [./data:/data]\n',
    };
    expect(await load(files, PLAIN)).toBe(
      `name: app
services:
  web:
    image: b
    user: me
    volumes:
      - type: bind
        source: /app/base/data
        target: /data
        bind:
          create_host_path: true
`,
    );
  });

  it('refuses services that extend each other', async () => {
    const file = 'services:\n  a:\n    extends: b\n  b:\n    extends: a\n';
    await expect(load({ 'compose.yaml': file })).rejects.toThrow(/[Cc]ircular reference/);
  });

  it('includes a file, with the variables beside it', async () => {
    const files = {
      'compose.yaml': 'include: [db/compose.yaml]\nservices:\n  web:\n    image: web\n    depends_on: [db]\n',
      'db/compose.yaml': 'services:\n  db:\n    image: redis:${TAG}\n    env_file: local.env\n',
      'db/.env': 'TAG=7\n',
      'db/local.env': 'A=1\n',
    };
    expect(await load(files, { skipNormalization: true })).toBe(
      `name: app
services:
  db:
    environment:
      A: "1"
    image: redis:7
  web:
    depends_on:
      db:
        condition: service_started
        required: true
    image: web
`,
    );
  });

  it('starts only what the active profiles want', async () => {
    const file = 'services:\n  a:\n    image: a\n  b:\n    image: b\n    profiles: [debug]\n';
    const names = async (options: Partial<LoadOptions>, env: Files = {}): Promise<readonly string[]> =>
      Object.keys(
        (await loadProject({ host: memoryHost({ 'compose.yaml': file }, env).host, ...options })).services,
      );
    expect(await names({})).toEqual(['a']);
    expect(await names({ profiles: ['debug'] })).toEqual(['a', 'b']);
    expect(await names({}, { COMPOSE_PROFILES: 'other,debug' })).toEqual(['a', 'b']);
    expect(await names({ services: ['b'] })).toEqual(['b']);
  });

  it('fills variables in from the environment before .env', async () => {
    const files = {
      'compose.yaml': 'services:\n  web:\n    image: ${A}-${B:-x}\n    environment: [A, C]\n',
      '.env': 'A=file\nB=file\n',
    };
    const env = { A: 'shell' };
    expect(await load(files, { skipNormalization: true }, env)).toBe(
      'name: app\nservices:\n  web:\n    environment:\n      A: shell\n      C: null\n    image: shell-file\n',
    );
  });

  it('warns of variables that are not set, in each place', async () => {
    const { host, warnings } = memoryHost({
      'compose.yaml': 'services:\n  web:\n    image: a$NONE\n    user: $NONE\n',
    });
    await loadProject({ host });
    const warning = 'The "NONE" variable is not set. Defaulting to a blank string.';
    expect(warnings).toEqual([warning, warning]);
  });

  it.each([
    ['image: [a]', 'services.web.image must be a string'],
    ['foo: 1', "services.web additional properties 'foo' not allowed"],
    ['image: ${A', 'invalid interpolation format for services.web.image'],
    ['image: ${A:?say it}', 'required variable A is missing a value: say it'],
    [
      'image: a\n    depends_on: [x]',
      'service "web" depends on undefined service "x": invalid compose project',
    ],
    ['image: a\n    networks: [x]', 'service "web" refers to undefined network x: invalid compose project'],
    [
      'image: a\n    volumes: [data:/y]',
      'service "web" refers to undefined volume data: invalid compose project',
    ],
    ['user: a', 'service "web" has neither an image nor a build context specified: invalid compose project'],
  ])('refuses %j', async (line, message) => {
    await expect(load({ 'compose.yaml': `services:\n  web:\n    ${line}\n` })).rejects.toThrow(message);
  });

  it('takes the name of a project from where it is said first', async () => {
    const file = 'name: inner\nservices:\n  a:\n    image: a\n';
    const nameOf = async (options: Partial<LoadOptions>, env: Files = {}): Promise<string> =>
      (await loadProject({ host: memoryHost({ 'compose.yaml': file }, env).host, ...options })).name;
    expect(await nameOf({})).toBe('inner');
    expect(await nameOf({}, { COMPOSE_PROJECT_NAME: 'env' })).toBe('env');
    expect(await nameOf({ projectName: 'flag' }, { COMPOSE_PROJECT_NAME: 'env' })).toBe('flag');
    await expect(nameOf({ projectName: 'No' })).rejects.toThrow('invalid project name "No"');
  });

  it('says that there is no file', async () => {
    await expect(load({})).rejects.toThrow('no configuration file provided: not found');
  });
});
