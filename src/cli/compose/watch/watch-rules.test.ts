import { describe, expect, it } from 'vitest';
import type { Trigger } from '../project-build.ts';
import type { Project } from '../project.ts';
import { planBatch } from './plan-batch.ts';
import { watched, watchRules } from './watch-rules.ts';

const trigger = (path: string, action: Trigger['action'], more: Partial<Trigger> = {}): Trigger => ({
  path,
  action,
  exec: { command: null },
  ...more,
});

/** A project with one service that watches. */
const projectOf = (watch: Trigger[], more: object = {}): Project =>
  ({
    name: 'app',
    services: { web: { build: { context: '/app' }, develop: { watch }, ...more } },
  }) as unknown as Project;

const rulesOf = (...watch: Trigger[]): ReturnType<typeof watchRules> =>
  watchRules(projectOf(watch), () => ['dist', '*.tmp']);

describe('watchRules', () => {
  it.each([
    ['/app/src/a.js', '/code/a.js'],
    ['/app/src/sub/b.js', '/code/sub/b.js'],
    ['/app/srcs/a.js', undefined],
    ['/app/other', undefined],
    ['/app/src/node_modules/x/y.js', undefined],
    ['/app/src/.git/HEAD', undefined],
    ['/app/src/.a.js.swp', undefined],
    ['/app/src/a.js~', undefined],
  ])('brings %s to %s', (path, target) => {
    const [rule] = rulesOf(trigger('/app/src', 'sync', { target: '/code/', ignore: ['node_modules/'] }));
    expect(rule?.match(path)).toBe(target);
  });

  it('heeds the .dockerignore of the context, and what alone is wanted', () => {
    const [all, some] = rulesOf(
      trigger('/app', 'sync', { target: '/code' }),
      trigger('/app', 'sync', { target: '/code', include: ['**/*.js'] }),
    );
    expect(all?.match('/app/dist/a.js')).toBeUndefined();
    expect(all?.match('/app/a.tmp')).toBeUndefined();
    expect(all?.match('/app/a.css')).toBe('/code/a.css');
    expect([some?.match('/app/a.css'), some?.match('/app/x/a.js')]).toEqual([undefined, '/code/x/a.js']);
  });

  it('takes a single file', () => {
    const [rule] = rulesOf(trigger('/app/pkg.json', 'sync', { target: '/code/pkg.json' }));
    expect(rule?.match('/app/pkg.json')).toBe('/code/pkg.json');
  });

  it('can rebuild only what is built', () => {
    const project = projectOf([trigger('/app', 'rebuild')], { build: undefined });
    expect(() => watchRules(project, () => [])).toThrow(
      `can't watch service "web" with action rebuild without a build context`,
    );
  });

  it('leaves out what is mounted', () => {
    const service = projectOf([trigger('/app/src', 'sync'), trigger('/app/src', 'rebuild')], {
      volumes: [{ type: 'bind', source: '/app', target: '/code' }],
    }).services['web'];
    expect(service && watched(service).map(({ action }) => action)).toEqual(['rebuild']);
  });
});

describe('planBatch', () => {
  it('does each thing once, and syncs each file', () => {
    const hook = { command: ['reload'] };
    const rules = rulesOf(
      trigger('/app/src', 'sync', { target: '/code' }),
      trigger('/app/conf', 'sync+restart', { target: '/conf' }),
      trigger('/app/hooked', 'sync+exec', { target: '/hooked', exec: hook }),
      trigger('/app/pkg.json', 'rebuild'),
    );
    const paths = ['/app/conf/a', '/app/conf/b', '/app/hooked/a', '/app/hooked/b', '/app/pkg.json', '/else'];
    expect(planBatch(rules, paths)).toEqual({
      rebuild: ['web'],
      sync: new Map([
        [
          'web',
          [
            { hostPath: '/app/conf/a', containerPath: '/conf/a' },
            { hostPath: '/app/conf/b', containerPath: '/conf/b' },
            { hostPath: '/app/hooked/a', containerPath: '/hooked/a' },
            { hostPath: '/app/hooked/b', containerPath: '/hooked/b' },
          ],
        ],
      ]),
      restart: ['web'],
      exec: [{ service: 'web', hook }],
    });
  });
});
