import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../../api/build-types.ts';
import { runDocker } from '../../testing/run-docker.ts';

type Files = Readonly<Record<string, string>>;

async function* nothing(): AsyncGenerator<never> {}

/** The Dockerfile that a build of these files takes, as the daemon is asked for it; what it says where there is none. */
async function taken(words: readonly string[], files: Files, env: Files = {}) {
  const answers = { ImageBuild: nothing };
  const { sent, stderr } = await runDocker(['build', ...words], answers, files, '', env);
  const asked = sent.find(([operation]) => operation === 'ImageBuild')?.[1] as BuildOptions | undefined;
  return asked ? [asked.dockerfileName, asked.dockerfile] : stderr;
}

const LOWER = { dockerfile: 'FROM a\n' };
const BOTH = { ...LOWER, Dockerfile: 'FROM b\n' };

describe('docker build', () => {
  it('takes a dockerfile where there is no Dockerfile, as buildx does', async () => {
    expect(await taken(['.'], LOWER)).toEqual(['dockerfile', 'FROM a\n']);
    expect(await taken(['-f', 'Dockerfile', '.'], LOWER)).toEqual(['dockerfile', 'FROM a\n']);
    expect(await taken(['.'], BOTH)).toEqual(['Dockerfile', 'FROM b\n']);
  });

  it('does so with the classic builder too where no name is given', async () => {
    const classic = { DOCKER_BUILDKIT: '0' };
    expect(await taken(['.'], LOWER, classic)).toEqual(['dockerfile', 'FROM a\n']);
    expect(await taken(['.'], BOTH, classic)).toEqual(['Dockerfile', 'FROM b\n']);
    expect(await taken(['-f', 'Dockerfile', '.'], LOWER, classic)).toContain(
      'lstat /app/Dockerfile: no such',
    );
  });

  it('looks for no other name', async () => {
    const missing = 'failed to read dockerfile: open';
    expect(await taken(['.'], { DOCKERFILE: 'FROM a\n' })).toContain(`${missing} Dockerfile: no such file`);
    expect(await taken(['-f', 'My.Dockerfile', '.'], { 'My.dockerfile': 'FROM a\n' })).toContain(
      `${missing} My.Dockerfile: no such file`,
    );
  });
});
