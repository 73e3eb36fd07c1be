import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Who may import whom beside itself; everyone may import lib and api. `types:` allows `import type` only. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  lib: [],
  api: ['lib'],
  host: ['types:*'],
  kernel: ['types:host'],
  shell: ['kernel'],
  programs: ['kernel'],
  hub: [],
  engine: ['kernel'],
  cli: ['kernel'],
  lessons: [],
  world: ['kernel', 'shell', 'programs', 'engine', 'hub', 'cli', 'lessons', 'types:host'],
  state: ['types:world', 'types:lessons'],
  ui: ['state', 'types:world', 'types:lessons'],
};
/** The composition roots: nothing imports them, they import what they compose. */
const ROOTS = ['app', 'host/sim.ts'];
const HEADLESS = ['lib', 'api', 'kernel', 'shell', 'programs', 'hub', 'engine', 'cli', 'lessons', 'world'];

const FORBIDDEN: readonly [RegExp, string][] = [
  [/\bDate\.now\b/, 'Date.now'],
  [/\bnew Date\(\s*\)/, 'new Date()'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\bperformance\.\w/, 'performance'],
  [/\bsetTimeout\b|\bsetInterval\b/, 'setTimeout'],
  [/\bfetch\(/, 'fetch'],
  [/\?url['"]|\?raw['"]|import\.meta\.glob/, 'a Vite-only import'],
  [/\/\/\/ <reference lib/, '/// <reference lib'],
];

interface SourceFile {
  path: string;
  text: string;
  imports: { path: string; typeOnly: boolean }[];
}

function sourceFiles(): SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => {
      const text = readFileSync(join(SRC, name), 'utf8');
      return { path: name, text, imports: importsOf(name, text) };
    });
}

function importsOf(name: string, text: string): SourceFile['imports'] {
  const pattern =
    /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gm;
  return [...text.matchAll(pattern)].map((match) => ({
    path: relative(SRC, resolve(SRC, dirname(name), (match[2] ?? match[3]) as string)),
    typeOnly: match[1] !== undefined || onlyTypes(match[0]),
  }));
}

/** `import { type A, type B } from` */
function onlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  return (
    names !== undefined &&
    names.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '))
  );
}

const files = sourceFiles();
const product = files.filter((file) => !/\.test\.tsx?$/.test(file.path) && !file.path.includes('/testing/'));
const layerOf = (path: string): string => path.split('/')[0] ?? '';
const isRoot = (path: string): boolean => ROOTS.some((root) => path === root || path.startsWith(`${root}/`));

function isAllowed(from: string, to: string, typeOnly: boolean): boolean {
  const [source, target] = [layerOf(from), layerOf(to)];
  if (isRoot(to)) return isRoot(from);
  // The address of a file, not its code: the host alone knows where they are.
  if (to.endsWith('?url')) return source === 'host';
  if (source === target || target === 'lib' || target === 'api' || isRoot(from)) return true;
  const allowed = MAY_IMPORT[source] ?? [];
  return (
    allowed.includes(target) ||
    (typeOnly && (allowed.includes(`types:${target}`) || allowed.includes('types:*')))
  );
}

/** Without comments, and without the programs that a simulated runtime runs: what they call is that runtime's. */
function ownCode(text: string): string {
  return withoutComments(text.replace(/String\.raw`[^`]*`/g, "''"));
}

describe('architecture', () => {
  it('layers import only what they may', () => {
    const wrong = product.flatMap((file) =>
      file.imports
        .filter(({ path, typeOnly }) => !isAllowed(file.path, path, typeOnly))
        .map(({ path }) => `${file.path} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('headless layers know no time, chance, network or bundler of their own', () => {
    const wrong = product
      .filter((file) => HEADLESS.includes(layerOf(file.path)))
      .flatMap((file) =>
        FORBIDDEN.filter(([pattern]) => pattern.test(ownCode(file.text))).map(
          ([, name]) => `${file.path}: ${name}`,
        ),
      );
    expect(wrong).toEqual([]);
  });

  it('has no barrels and no default exports', () => {
    const wrong = product.filter(
      (file) =>
        /(^|\/)index\.tsx?$/.test(file.path) ||
        /^export default/m.test(file.text) ||
        /^export \*/m.test(file.text),
    );
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(findCycle(product)).toEqual([]);
  });

  it('knows nothing of Docker below the engine', () => {
    const wrong = product.filter(
      (file) => layerOf(file.path) === 'kernel' && /docker/i.test(withoutComments(file.text)),
    );
    expect(wrong.map((file) => file.path)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

/** Files of one cycle of imports that load code, or nothing. */
function findCycle(all: readonly SourceFile[]): string[] {
  const graph = new Map(
    all.map((file) => [file.path, file.imports.filter((i) => !i.typeOnly).map((i) => i.path)]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (path: string): string[] => {
    if (state.get(path) === 'done') return [];
    if (state.get(path) === 'open') return [...trail.slice(trail.indexOf(path)), path];
    state.set(path, 'open');
    trail.push(path);
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next);
      if (cycle.length) return cycle;
    }
    trail.pop();
    state.set(path, 'done');
    return [];
  };
  for (const path of graph.keys()) {
    const cycle = visit(path);
    if (cycle.length) return cycle;
  }
  return [];
}
