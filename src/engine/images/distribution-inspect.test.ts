import { expect, it } from 'vitest';
import type { RegistryAnswer } from '../../api/registry.ts';
import type { EngineContext } from '../engine-context.ts';
import { distributionInspect } from './distribution-inspect.ts';

/** Asks a registry that gives this answer; resolves also what it was asked for. */
async function inspect(name: string, answer: RegistryAnswer): Promise<unknown> {
  const asked: unknown[] = [];
  const registry = {
    find: (reference: unknown) => {
      asked.push(reference);
      return Promise.resolve(answer);
    },
    available: () => Promise.resolve(undefined),
  };
  const context = { registry } as unknown as EngineContext;
  return { asked, found: await distributionInspect(context, name, undefined) };
}

it('tells the digest and the platform of what a registry has', async () => {
  const config = { architecture: 'amd64', os: 'linux', created: '', config: {}, history: [] };
  expect(await inspect('nginx', { digest: 'sha256:ab', config, layers: [] })).toEqual({
    asked: [{ domain: 'docker.io', path: 'library/nginx', tag: 'latest' }],
    found: {
      Descriptor: {
        mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
        digest: 'sha256:ab',
        size: 0,
      },
      Platforms: [{ architecture: 'amd64', os: 'linux' }],
    },
  });
});

it('refuses what it does not have', async () => {
  await expect(inspect('nginx:no', 'no manifest')).rejects.toThrow(
    'manifest unknown: manifest for docker.io/library/nginx:no not found',
  );
  await expect(inspect('me/private', 'no repository')).rejects.toThrow(
    'requested access to the resource is denied',
  );
});
