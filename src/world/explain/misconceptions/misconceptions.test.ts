import { describe, expect, it } from 'vitest';
import type { Scene } from '../scene.ts';
import { CASES, exited, mount, published } from '../testing/misconception-cases.ts';
import { container, createScene, ran } from '../testing/scenes.ts';
import { MISCONCEPTIONS, noticeMisconceptions } from './misconceptions.ts';

const idsIn = (scene: Partial<Scene>): string[] =>
  noticeMisconceptions(createScene(scene)).map(({ id }) => id);

describe('misconceptions', () => {
  it('each has its cases here, and there are enough of them', () => {
    expect(MISCONCEPTIONS.map(({ id }) => id).sort()).toEqual(Object.keys(CASES).sort());
    expect(MISCONCEPTIONS.length).toBeGreaterThanOrEqual(12);
  });

  it('nothing is noticed on a machine on which nothing happened', () => {
    expect(idsIn({})).toEqual([]);
    expect(
      idsIn({ history: [ran('docker run -d -p 80:80 nginx')], containers: [published(80, 80)] }),
    ).toEqual([]);
  });

  for (const [id, { yes, fix, no }] of Object.entries(CASES)) {
    it(`${id}: where it is so`, () => {
      const note = noticeMisconceptions(createScene(yes)).find((each) => each.id === id);
      expect(note).toBeDefined();
      expect(note?.words).not.toMatch(/undefined|NaN/);
      if (fix !== undefined) expect(note?.fixes[0]?.command).toBe(fix);
      expect(noticeMisconceptions(createScene(yes), new Set([id])).map((each) => each.id)).not.toContain(id);
    });
    for (const [why, scene] of Object.entries(no))
      it(`${id}: not where ${why}`, () => {
        expect(idsIn(scene)).not.toContain(id);
      });
  }

  it('a shell form of CMD is told from a program that does not listen', () => {
    const words = (command: string[]): string | undefined =>
      noticeMisconceptions(
        createScene({
          history: [ran('docker stop web', { endedMs: 100_100 })],
          containers: [exited({ exitCode: 137, command })],
        }),
      )[0]?.words;
    expect(words(['/bin/sh', '-c', 'node app.js'])).toContain('Write CMD as a list');
    expect(words(['sleep', '1000'])).toContain('--init');
  });

  it('a volume beside the folder where the image keeps its data', () => {
    const [note] = noticeMisconceptions(
      createScene({
        history: [ran('docker run -d --name web -v data:/data postgres')],
        images: [{ id: 'sha256:1', names: ['postgres'], volumes: ['/var/lib/postgresql/data'] }],
        containers: [
          container({
            image: 'postgres',
            mounts: [
              mount({}),
              mount({ name: 'a1', destination: '/var/lib/postgresql/data', anonymous: true }),
            ],
          }),
        ],
      }),
    );
    expect(note?.fixes[0]?.command).toBe(
      'docker rm -f web && docker run -d --name web -v data:/var/lib/postgresql/data postgres',
    );
  });
});
